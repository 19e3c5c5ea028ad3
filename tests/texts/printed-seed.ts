/** A fixed seed, printed when a property fails; another one is tried with SEED=… in the environment. */
export function printedSeed(name: string): { readonly seed: number } {
  const given = process.env['SEED'];
  const seed =
    given === undefined
      ? [...name].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) | 0, 7)
      : Number(given);
  if (given !== undefined) process.stdout.write(`${name}: seed ${seed}\n`);
  return { seed };
}
