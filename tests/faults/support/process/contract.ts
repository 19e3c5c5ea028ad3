import type { Config } from '../../../../src/config.ts';
import type { ConversationReference } from '../../../../src/ports/conversation-book.ts';
import type { Append } from '../../../../src/ports/event-log.ts';
import type { Effect } from '../../../../src/ports/outbox.ts';
import type { Death } from './failpoints.ts';

/** How a process of the committee is started. */
export type Opening = {
  readonly config: Config;
  /** Where it finds Teams: a file that outlives it. */
  readonly teamsFile: string;
  /** How far its clock goes ahead of the machine's. */
  readonly aheadMs: number;
  readonly deaths?: readonly Death[];
  /** No other process is at work on this store: whoever was is dead. */
  readonly alone?: boolean;
  /** Cards are noted as taken without being made: most of a short life would go into the first of them. */
  readonly plainCards?: boolean;
  /**
   * A fault that the proof must find: acts answered before they are kept; papers filed under a new name each time; minutes
   * closed without waiting for the other processes; a database session that is told of a commit before it is on the disk.
   */
  readonly planted?: 'answers-first' | 'files-anew' | 'waits-for-nobody' | 'commits-later';
};

/** A line to the process. Instants are ISO texts; `receivedAt` is what its own clock says. */
export type Question =
  | { readonly do: 'use'; readonly useCase: string; readonly request: Readonly<Record<string, unknown>> }
  | { readonly do: 'clock'; readonly aheadMs: number }
  /** As the sweep does it. */
  | { readonly do: 'close'; readonly meetingId: string; readonly version: number; readonly at: string }
  | { readonly do: 'arm'; readonly deaths: readonly Death[] }
  | { readonly do: 'passed' }
  | { readonly do: 'status' }
  | { readonly do: 'remember'; readonly references: readonly Told<ConversationReference>[] }
  | {
      readonly do: 'append';
      readonly at: string;
      readonly append: readonly Append[];
      readonly effects: readonly Effect[];
    }
  | { readonly do: 'stop' };

/** What `use` answers: when the request came in by the process's own clock, and what the use case said. */
export type Used<T> = { readonly receivedAt: string; readonly result: T };

/** The same with instants as texts. */
export type Told<T> = { readonly [K in keyof T]: T[K] extends Temporal.Instant ? string : T[K] };

export type Answer =
  | { readonly died: string }
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly failed: string };

/** What the queue holds, as `status` answers. */
export type QueueStatus = { readonly open: readonly string[]; readonly dead: number; readonly done: number };
