/** A fault of the environment, as `src/config.ts` finds it. */
type Fault = { readonly code: string; readonly variable?: string };

const sentences = {
  invalid: (variable: string) => `${variable} har en værdi, som ikke kan bruges`,
  missing: (variable: string) => `${variable} mangler`,
  'local-with-app-id': () => 'den lokale demo kan ikke køre sammen med et BOT_ID',
  'local-not-loopback': () => 'den lokale demo må kun lytte på HOST=127.0.0.1',
  'local-in-production': () => 'den lokale demo kører ikke med NODE_ENV=production',
  'postgres-not-yet': () => 'DATABASE_URL kan ikke bruges i denne version, som gemmer i DATA_DIR',
} as const;

const isKnown = (code: string): code is keyof typeof sentences => code in sentences;

/** One sentence that names every fault. */
export const configFaults = (faults: readonly Fault[]): string => {
  const named = faults.map(({ code, variable = '' }) => (isKnown(code) ? sentences[code](variable) : code));
  return `Programmet er ikke startet: ${named.join('; ')}.`;
};

export const startTexts = {
  listening: (url: string) => `Udvalgsbot er klar: ${url}`,
  busyPort: (port: number) => `Programmet er ikke startet: port ${port} er optaget. Vælg en anden med PORT.`,
  stopped: 'Programmet er stoppet.',
} as const;
