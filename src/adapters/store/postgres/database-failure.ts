import { PortFailure } from '../../../ports/port-failure.ts';

/** What PostgreSQL, or the way to it, says when it fails. */
export class DatabaseFailure extends PortFailure {
  /** `passing`: another try may go well; `data`: the server takes the connection but not these values; `lasting`: neither. */
  readonly nature: 'passing' | 'data' | 'lasting';

  constructor(code: string, nature: DatabaseFailure['nature'], cause: unknown) {
    super('unavailable', `store ${code}`);
    this.nature = nature;
    this.cause = cause;
  }
}

/** Five signs, the first two of which are the class: 08 connection, 40 rollback, 57P server is going, 53 no room. */
const sqlState = /^[0-9A-Z]{5}$/;
const passing = /^(08|40|57P|53300|25P03)/;
const data = /^(22|23)/;

export function databaseFailure(error: unknown): DatabaseFailure {
  if (error instanceof DatabaseFailure) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'connection';
  if (!sqlState.test(code)) return new DatabaseFailure(code, 'passing', error);
  const nature = passing.test(code) ? 'passing' : data.test(code) ? 'data' : 'lasting';
  return new DatabaseFailure(code, nature, error);
}
