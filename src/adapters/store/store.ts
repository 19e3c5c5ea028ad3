import type { ConversationBook } from '../../ports/conversation-book.ts';
import type { Digest } from '../../ports/digest.ts';
import type { EventLog } from '../../ports/event-log.ts';
import type { Ids } from '../../ports/ids.ts';
import type { Outbox } from '../../ports/outbox.ts';
import type { Processes } from '../../ports/processes.ts';
import type { Project, ReadModels } from '../../ports/read-models.ts';
import type { ChainReport, ReadRaw } from './verify-chain.ts';

/** A store of the demo is never used for real, nor the other way round. The first open decides. */
export type StoreMark = 'local' | 'live';

/** What every store is opened with. */
export type StoreParts = {
  readonly project: Project;
  readonly ids: Ids;
  readonly digest: Digest;
  readonly mark: StoreMark;
  /** The owning school, first in every key. */
  readonly school?: string;
  /** Streams whose folded states stay in memory. */
  readonly cachedStreams?: number;
};

export const defaultCachedStreams = 2_000;

export type Store = {
  readonly log: EventLog;
  readonly outbox: Outbox;
  readonly readModels: ReadModels;
  readonly conversations: ConversationBook;
  readonly processes: Processes;
  /** Calls back when another process on this store has committed something that wants carrying out or a look. */
  onNews(callback: () => void): void;
  /** While the work runs, no other process on this store runs work of that name. */
  exclusively<T>(name: string, work: () => Promise<T>): Promise<T>;
  /** Throws away the read models and makes them again from the log; returns how many events were read. */
  rebuild(): Promise<number>;
  verify(): Promise<ChainReport>;
  /** The settings that make a commit durable, as the open connection reads them back. */
  durability(): Promise<Readonly<Record<string, string | number>>>;
  /** A durable write and nothing else: rejects when the store cannot write. */
  probe(): Promise<void>;
  /** Commits what was given, then closes; later acts are refused with `PortFailure`. */
  close(): Promise<void>;
};

/** What may be read beside a running program: for the commands `status` and `verify`. */
export type StoreReader = {
  readonly log: Pick<EventLog, 'read' | 'history' | 'head'>;
  readonly outbox: Pick<Outbox, 'status' | 'nextDue'>;
  readonly readModels: ReadModels;
  readonly readRaw: ReadRaw;
  verify(): Promise<ChainReport>;
  close(): Promise<void>;
};
