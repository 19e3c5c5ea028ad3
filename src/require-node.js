import module from 'node:module';
import { fileURLToPath } from 'node:url';

// Plain JavaScript that any Node reads: loaded before the program, which only Node 26 can run.
const wanted = 26;
const found = Number(process.versions.node.split('.')[0]);
if (found < wanted) {
  process.stderr.write(
    `This program needs Node ${wanted}, but it was started with ${process.version}: run "npm ci" without --omit=optional, so that npm brings the right one, and start it with "npm start".\n`,
  );
  process.exit(1);
}

// What was compiled at one start is read at the next, which halves it. A folder that cannot be written changes nothing.
module.enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url)));
