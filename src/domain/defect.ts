/** We are wrong: a state that cannot be. Logged with an error id at the edge, never swallowed, never shown. */
export class Defect extends Error {
  override readonly name = 'Defect';
}

export function defect(what: string): never {
  throw new Defect(what);
}
