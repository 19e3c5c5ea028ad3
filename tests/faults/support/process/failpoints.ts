/** At which pass of a named point the process dies; the first is 1. */
export type Death = { readonly point: string; readonly nth: number };

export type Failpoints = {
  /** To be called wherever the process might die. Does not return when it is this one's turn. */
  pass(point: string): void;
  /** Counts anew from here. */
  arm(death: Death | undefined): void;
  /** How often each point was passed since it was armed. */
  passed(): Readonly<Record<string, number>>;
};

export function createFailpoints(): Failpoints {
  let death: Death | undefined;
  let counts = new Map<string, number>();
  return {
    pass(point) {
      const count = (counts.get(point) ?? 0) + 1;
      counts.set(point, count);
      if (point === death?.point && count === death.nth) die();
    },
    arm(next) {
      death = next;
      counts = new Map();
    },
    passed: () => Object.fromEntries(counts),
  };
}

/** kill -9 by its own hand; nothing runs between the call and the end. */
export function die(): never {
  process.kill(process.pid, 'SIGKILL');
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  throw new Error('A process that was killed went on.');
}

type Method = (...args: unknown[]) => unknown;

/** The same port; each of these methods passes a point before it is called, and one after it was answered. */
export function pointsAround<P extends object>(
  { pass }: Failpoints,
  name: string,
  port: P,
  methods: readonly (keyof P & string)[],
): P {
  const wrapped = methods.map((method) => {
    const call = (port[method] as Method).bind(port);
    const guarded = async (...args: unknown[]) => {
      pass(`${name}.${method} before`);
      const answer = await call(...args);
      pass(`${name}.${method} after`);
      return answer;
    };
    return [method, guarded] as const;
  });
  return { ...port, ...Object.fromEntries(wrapped) };
}
