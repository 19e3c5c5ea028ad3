/** What the commands of the terminal say. */
export const cliTexts = {
  usage: 'Brug: npm run import -- FIL [--json] · npm run status · npm run verify',
  noSuchFile: (file: string) => `Filen ${file} findes ikke eller kan ikke læses.`,
  chainBroken: (seq: number) =>
    `Hændelsesloggen er brudt ved nummer ${seq}: den er ændret, siden den blev skrevet.`,
  chainWhole: (seq: number, hash: string) => `Hændelsesloggen er hel: ${seq} hændelser, hoved ${hash}.`,
} as const;
