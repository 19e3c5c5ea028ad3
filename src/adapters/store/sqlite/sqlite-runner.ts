import type { Runner } from '../runner.ts';
import type { GroupCommit } from './group-commit.ts';
import type { Prepared } from './prepared.ts';
import { reading } from './sql-failure.ts';

export function createSqliteReading({ run }: Prepared): Pick<Runner, 'read'> {
  return { read: (command) => reading(() => run(command)) };
}

/** Whatever is written shares the commits of the acts. */
export function createSqliteRunner(prepared: Prepared, commit: GroupCommit): Runner {
  return {
    ...createSqliteReading(prepared),
    write: (...commands) => commit.run(() => commands.map(prepared.run)),
  };
}
