import { setTimeout as pause } from 'node:timers/promises';
import { type CommitteeProgram, createStandby, Failed, Gone, type Standby } from './committee-program.ts';
import type { Opening, Question } from './process/contract.ts';
import type { Death } from './process/failpoints.ts';

export type Mortal = Omit<Opening, 'aheadMs'> & {
  readonly startsAt: Temporal.Instant;
  /** Called between a death and the next opening. */
  readonly onDeath?: () => Promise<void>;
};

/** A program that is started again whenever it died, on the same store; whoever asks it asks until it has answered. */
export class MortalProgram {
  deaths = 0;
  /** The points it died at, in order. */
  readonly diedAt: string[] = [];
  /** Answers of all its lives. */
  answered = 0;
  readonly #mortal: Mortal;
  readonly #standby: Standby;
  #aheadMs: number;
  #armed: readonly Death[];
  #current: Promise<CommitteeProgram>;
  #closing = false;

  constructor(mortal: Mortal) {
    this.#mortal = mortal;
    this.#standby = createStandby(mortal.config.databaseUrl);
    this.#aheadMs = mortal.startsAt.epochMilliseconds - Date.now();
    this.#armed = mortal.deaths ?? [];
    this.#current = this.#open();
    this.#current.catch(() => undefined);
  }

  /** What its clock says. */
  now(): Temporal.Instant {
    return Temporal.Instant.fromEpochMilliseconds(Date.now() + this.#aheadMs);
  }

  async setNow(instant: Temporal.Instant): Promise<void> {
    this.#aheadMs = instant.epochMilliseconds - Date.now();
    await this.ask({ do: 'clock', aheadMs: this.#aheadMs });
  }

  /** As a channel delivers: again, until there is an answer. */
  async ask<T = unknown>(question: Question): Promise<T> {
    for (;;) {
      const answer = await this.askOnce<T>(question);
      if (answer !== undefined) return answer;
    }
  }

  /** Asked once; undefined when the process died before it answered, or said that it cannot now. */
  async askOnce<T = unknown>(question: Question): Promise<T | undefined> {
    const program = await this.#current;
    try {
      const answer = await program.ask<T>(question);
      this.answered += 1;
      return answer;
    } catch (error) {
      if (error instanceof Failed && isPassing(error)) return pause(20);
      if (!(error instanceof Gone) || this.#closing) throw error;
      await program.ended;
      // Until the next process is the current one.
      await new Promise(setImmediate);
      return undefined;
    }
  }

  /** It dies at each of these once, whichever comes first; also while it is starting again. */
  async arm(deaths: readonly Death[]): Promise<void> {
    this.#armed = deaths;
    await this.askOnce({ do: 'arm', deaths });
  }

  /** kill -9 of the process that runs now; resolves when the next one has opened the store. */
  async kill(): Promise<void> {
    await (await this.#current).kill();
    await new Promise(setImmediate);
    await this.#current;
  }

  async close(): Promise<void> {
    const running = await this.#current;
    this.#closing = true;
    await this.#standby.close();
    await running.kill();
  }

  async #open(): Promise<CommitteeProgram> {
    const { startsAt: _startsAt, onDeath: _onDeath, ...opening } = this.#mortal;
    const program = this.#standby.start();
    const noted = program.ended.then((point) => this.#note(point));
    try {
      await program.open({ ...opening, aheadMs: this.#aheadMs, deaths: this.#armed });
    } catch (error) {
      if (!(error instanceof Gone)) throw error;
      await noted;
      return this.#again();
    }
    void noted.then(() => this.#goOn());
    return program;
  }

  #note(point: string | undefined): void {
    if (point === undefined) return;
    this.diedAt.push(point);
    this.#armed = this.#armed.filter((each) => each.point !== point);
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

/** The store is away: whoever was told so tries again later, as a person would. */
function isPassing({ message }: Failed): boolean {
  return message.startsWith('PortFailure: unavailable') || message.startsWith('DatabaseFailure: unavailable');
}
