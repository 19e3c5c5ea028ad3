import { type CommitteeProgram, createStandby, Gone, type Standby } from './committee-program.ts';
import type { Opening, Question } from './process/contract.ts';
import type { Death } from './process/failpoints.ts';

export type Mortal = Omit<Opening, 'now' | 'death'> & {
  readonly startsAt: Temporal.Instant;
  /** Where the first process dies. */
  readonly death?: Death;
  /** Called between a death and the next opening. */
  readonly onDeath?: () => Promise<void>;
};

/** A program that is started again whenever it died, on the same store; whoever asks it asks until it has answered. */
export class MortalProgram {
  deaths = 0;
  readonly #mortal: Mortal;
  readonly #standby: Standby = createStandby();
  readonly #clock: { base: number; setAt: number };
  #current: Promise<CommitteeProgram>;
  #closing = false;

  constructor(mortal: Mortal) {
    this.#mortal = mortal;
    this.#clock = { base: mortal.startsAt.epochMilliseconds, setAt: performance.now() };
    this.#current = this.#open(mortal.death);
    this.#current.catch(() => undefined);
  }

  /** What its clock says, or a few milliseconds later. */
  now(): Temporal.Instant {
    const { base, setAt } = this.#clock;
    return Temporal.Instant.fromEpochMilliseconds(base + Math.ceil(performance.now() - setAt));
  }

  async setNow(instant: Temporal.Instant): Promise<void> {
    this.#clock.base = instant.epochMilliseconds;
    this.#clock.setAt = performance.now();
    await this.ask({ do: 'clock', now: instant.toString() });
  }

  /** As a channel delivers: again, until there is an answer. */
  async ask<T = unknown>(question: Question): Promise<T> {
    for (;;) {
      const answer = await this.askOnce<T>(question);
      if (answer !== undefined) return answer;
    }
  }

  /** Asked once; undefined when the process died before it answered. */
  async askOnce<T = unknown>(question: Question): Promise<T | undefined> {
    const program = await this.#current;
    try {
      return await program.ask<T>(question);
    } catch (error) {
      if (!(error instanceof Gone) || this.#closing) throw error;
      await program.ended;
      return undefined;
    }
  }

  /** kill -9 of the process that runs now; resolves when the next one has opened the store. */
  async kill(): Promise<void> {
    await (await this.#current).kill();
    await this.#current;
  }

  async close(): Promise<void> {
    const running = await this.#current;
    this.#closing = true;
    await this.#standby.close();
    await running.kill();
  }

  async #open(death?: Death): Promise<CommitteeProgram> {
    const { startsAt: _startsAt, onDeath: _onDeath, death: _death, ...opening } = this.#mortal;
    const now = this.now().toString();
    try {
      const program = await this.#standby.open({
        ...opening,
        now,
        ...(death === undefined ? {} : { death }),
      });
      void program.ended.then(() => this.#goOn());
      return program;
    } catch (error) {
      if (!(error instanceof Gone)) throw error;
      return this.#again();
    }
  }

  #goOn(): void {
    if (this.#closing) return;
    this.#current = this.#again();
    this.#current.catch(() => undefined);
  }

  async #again(): Promise<CommitteeProgram> {
    this.deaths += 1;
    await this.#mortal.onDeath?.();
    return this.#open();
  }
}
