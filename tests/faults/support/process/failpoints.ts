import { writeSync } from 'node:fs';

/** At which pass of a named point the process dies; the first is 1. */
export type Death = { readonly point: string; readonly nth: number };

export type Failpoints = {
  /** To be called wherever the process might die. Does not return when it is this one's turn. */
  pass(point: string): void;
  /** Dies at whichever comes first. Counts anew from here. */
  arm(deaths: readonly Death[]): void;
  /** How often each point was passed since it was armed. */
  passed(): Readonly<Record<string, number>>;
};

export function createFailpoints(): Failpoints {
  let armed = new Map<string, number>();
  let counts = new Map<string, number>();
  return {
    pass(point) {
      const count = (counts.get(point) ?? 0) + 1;
      counts.set(point, count);
      if (armed.get(point) === count) die(point);
    },
    arm(deaths) {
      armed = new Map(deaths.map(({ point, nth }) => [point, nth]));
      counts = new Map();
    },
    passed: () => Object.fromEntries(counts),
  };
}

/** kill -9 by its own hand, with the place as its last word; nothing runs between the call and the end. */
function die(at: string): never {
  writeSync(1, `${JSON.stringify({ died: at })}\n`);
  process.kill(process.pid, 'SIGKILL');
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  throw new Error('A process that was killed went on.');
}

type Method = (...args: unknown[]) => unknown;

/** Where a call is worth dying at: before it is made, when it was answered, or both. */
export type Places<P> = Partial<Record<keyof P & string, readonly ('before' | 'after')[]>>;

export const bothSides = ['before', 'after'] as const;
export const afterwards = ['after'] as const;

/** The same port, with points named after its calls. */
export function pointsAround<P extends object>(
  { pass }: Failpoints,
  name: string,
  port: P,
  places: Places<P>,
): P {
  const wrapped = Object.entries<readonly string[] | undefined>(places).map(([method, sides = []]) => {
    const call = (port[method as keyof P] as Method).bind(port);
    const guarded = async (...args: unknown[]) => {
      if (sides.includes('before')) pass(`${name}.${method} before`);
      const answer = await call(...args);
      if (sides.includes('after')) pass(`${name}.${method} after`);
      return answer;
    };
    return [method, guarded] as const;
  });
  return { ...port, ...Object.fromEntries(wrapped) };
}
