import { parentPort } from 'node:worker_threads';

/** Stands in for a setter that hangs: takes every job and answers none. */
parentPort?.on('message', () => undefined);
