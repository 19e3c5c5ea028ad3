import type { Timer } from '../../../src/adapters/scheduler/timer.ts';

/** Time that passes only when nothing is being done: hours of waiting take no time, and none of it is guessed. */
export class VirtualTime {
  readonly #began: Temporal.Instant;
  #elapsedMs = 0;
  #underWay = 0;
  #given = 0;
  readonly #waiting = new Map<number, { readonly at: number; readonly callBack: () => void }>();

  constructor(began: Temporal.Instant) {
    this.#began = began;
  }

  readonly elapsedMs = (): number => this.#elapsedMs;

  readonly now = (): Temporal.Instant => this.#began.add({ milliseconds: this.#elapsedMs });

  readonly timer: Timer = {
    after: (milliseconds, callBack) => {
      this.#given += 1;
      const key = this.#given;
      this.#waiting.set(key, { at: this.#elapsedMs + Math.max(0, milliseconds), callBack });
      return () => this.#waiting.delete(key);
    },
  };

  readonly wait = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      this.timer.after(milliseconds, resolve);
    });

  /** The same port; while one of its calls is under way no time passes. */
  watching<P extends object>(port: P): P {
    const watched = Object.entries(port).map(([name, member]: [string, unknown]) => {
      if (typeof member !== 'function') return [name, member] as const;
      return [name, (...args: unknown[]) => this.#counted(Reflect.apply(member, port, args))] as const;
    });
    return Object.fromEntries(watched) as P;
  }

  /** Lets time pass until it is enough; asked now and then, as the answer may be dear. */
  async passUntil(isEnough: () => Promise<boolean>, mostMs: number): Promise<void> {
    for (let step = 0; ; step += 1) {
      await this.#rest();
      if (step % 100 === 0 && (await isEnough())) return;
      const next = [...this.#waiting].reduce<[number, number] | undefined>(
        (first, [key, { at }]) => (first === undefined || at < first[1] ? [key, at] : first),
        undefined,
      );
      if (next === undefined || next[1] > mostMs) throw new Error(`Nothing more happens at ${this.now()}.`);
      const [key, at] = next;
      const due = this.#waiting.get(key);
      this.#waiting.delete(key);
      this.#elapsedMs = Math.max(at, this.#elapsedMs);
      due?.callBack();
    }
  }

  /** Turns of the event loop until no call is under way, and two more for those who wait for its answer. */
  async #rest(): Promise<void> {
    for (let quiet = 0; quiet < 2; ) {
      await new Promise(setImmediate);
      quiet = this.#underWay === 0 ? quiet + 1 : 0;
    }
  }

  #counted(result: unknown): unknown {
    if (!(result instanceof Promise)) return result;
    this.#underWay += 1;
    const done = () => {
      this.#underWay -= 1;
    };
    result.then(done, done);
    return result;
  }
}
