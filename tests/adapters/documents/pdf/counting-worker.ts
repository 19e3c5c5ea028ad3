import { parentPort, threadId } from 'node:worker_threads';

/** Stands in for the setter: tells which thread it is; the title says whether it fails, dies or answers. */
parentPort?.on('message', (json: string) => {
  const { title } = JSON.parse(json) as { readonly title: string };
  if (title === 'dies') process.exit(1);
  if (title === 'throws') throw new Error('thrown in the thread');
  if (title === 'fails') parentPort?.postMessage({ kind: 'failed' });
  else parentPort?.postMessage({ kind: 'set', bytes: new Uint8Array([threadId]), replacedGlyphs: [title] });
});
