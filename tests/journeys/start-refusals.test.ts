import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runToEnd, startArguments, startProgram } from '../support/running-program.ts';

const serve = startArguments.filter((argument) => argument !== '--local');
const botId = '11111111-1111-4111-8111-111111111111';

describe('a start that must not be', () => {
  let dataDir: string;

  beforeEach(() => {
    dataDir = join(mkdtempSync(join(tmpdir(), 'udvalgsbot-start-')), 'data');
  });
  afterEach(() => rmSync(join(dataDir, '..'), { recursive: true, force: true }));

  /** One line on standard error, nothing else said, and the data folder not even made. */
  const refused = async (args: readonly string[], environment: Readonly<Record<string, string>>) => {
    const { code, out, err } = await runToEnd(args, { DATA_DIR: dataDir, PORT: '0', ...environment });
    expect({ code, out, lines: err.trim().split('\n').length }).toEqual({ code: 1, out: '', lines: 1 });
    expect(existsSync(dataDir)).toBe(false);
    return err.trim();
  };

  it('is refused with half a configuration, and each missing part is named', async () => {
    const said = await refused(serve, { BOT_ID: botId });
    expect(said).toMatch(/^Programmet er ikke startet: /);
    for (const variable of ['BOT_TENANT_ID', 'BOT_PASSWORD', 'BASE_URL']) expect(said).toContain(variable);
  });

  it('is refused without any configuration, instead of falling back to the demo', async () => {
    expect(await refused(serve, {})).toContain('BOT_ID mangler');
  });

  it('is refused where the demo would stand beside a real bot', async () => {
    expect(await refused(startArguments, { BOT_ID: botId })).toContain('BOT_ID');
  });

  it('is refused where the demo could be reached from other machines', async () => {
    expect(await refused(startArguments, { HOST: '0.0.0.0' })).toContain('HOST=127.0.0.1');
  });

  it('is refused for the demo in production', async () => {
    expect(await refused(startArguments, { NODE_ENV: 'production' })).toContain('NODE_ENV=production');
  });

  it('is refused with a value that means nothing, and the variable is named', async () => {
    expect(await refused(startArguments, { PORT: 'mange' })).toContain('PORT');
  });

  it('is refused on a port that is taken', async () => {
    const taken = await listening();
    try {
      const { port } = taken.address() as { readonly port: number };
      const environment = { DATA_DIR: dataDir, PORT: String(port), LOG_LEVEL: 'warn' };
      const { code, out, err } = await runToEnd(startArguments, environment);
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(err.trim()).toBe(`Programmet er ikke startet: port ${port} er optaget. Vælg en anden med PORT.`);
    } finally {
      taken.close();
    }
  });

  it('is refused on a data folder that another process uses, which goes on undisturbed', async () => {
    const first = await startProgram();
    try {
      const before = readdirSync(first.dataDir).toSorted();
      const second = await runToEnd(startArguments, { DATA_DIR: first.dataDir, PORT: '0' });
      expect({ code: second.code, out: second.out }).toEqual({ code: 1, out: '' });
      expect(second.err.trim().split('\n')).toHaveLength(1);
      expect(second.err).toContain(first.dataDir);
      expect((await fetch(`${first.origin}/readyz`)).status).toBe(200);
      expect(readdirSync(first.dataDir).toSorted()).toEqual(before);
    } finally {
      await first.close();
    }
  });

  const old = olderNode();

  it.skipIf(old === undefined)(
    'is refused by a Node that is too old, in one sentence that says what to do',
    async () => {
      const { code, out, err } = await runToEnd(startArguments, { DATA_DIR: dataDir }, old);
      expect({ code, out, lines: err.trim().split('\n').length }).toEqual({ code: 1, out: '', lines: 1 });
      expect(err).toMatch(/needs Node 26, but it was started with v\d+/);
      expect(existsSync(dataDir)).toBe(false);
    },
  );
});

function listening(): Promise<Server> {
  const { promise, resolve } = Promise.withResolvers<Server>();
  const server = createServer().listen(0, '127.0.0.1', () => resolve(server));
  return promise;
}

/** A Node of the machine's own that this program cannot run on; none is said aloud. */
function olderNode(): string | undefined {
  const folders = (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((each) => !each.includes('node_modules'));
  const found = folders
    .map((each) => join(each, 'node'))
    .find((each) => existsSync(each) && majorOf(each) < 26);
  if (found === undefined) process.stdout.write('Note: no older Node found, its refusal is skipped.\n');
  return found;
}

function majorOf(node: string): number {
  return Number(/^v(\d+)/.exec(execFileSync(node, ['--version'], { encoding: 'utf8' }))?.[1]);
}
