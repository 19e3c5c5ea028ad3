/** Stands in for a setter that hangs: takes every job and answers none. */
process.on('message', () => undefined);
process.once('disconnect', () => process.exit());
