import { afterEach, beforeEach, describe, it } from 'vitest';

/** The clauses of a port's contract by what they promise, each tried on something freshly opened. */
export type Contract<Opened> = Readonly<Record<string, (opened: Opened) => Promise<void>>>;

/** Runs a contract on one implementation; another database or archive is plugged in by its own `open`. */
export function runContract<Opened extends { close(): Promise<void> }>(
  implementation: string,
  contract: Contract<Opened>,
  open: () => Promise<Opened>,
): void {
  describe(implementation, () => {
    let opened: Opened;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(() => opened.close());
    for (const [promise, keep] of Object.entries(contract)) it(promise, () => keep(opened));
  });
}
