/** A fault of the environment, as `src/config.ts` finds it. */
type Fault = { readonly code: string; readonly variable?: string };

const sentences = {
  invalid: (variable: string) => `${variable} har en værdi, som ikke kan bruges`,
  missing: (variable: string) => `${variable} mangler`,
  'local-with-app-id': () => 'den lokale demo kan ikke køre sammen med et BOT_ID',
  'local-not-loopback': () => 'den lokale demo må kun lytte på HOST=127.0.0.1',
  'local-in-production': () => 'den lokale demo kører ikke med NODE_ENV=production',
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
  fenced:
    'Programmet svarede for længe ikke de andre processer og må ikke skrive mere. Det stopper og skal startes igen.',
  stopped: 'Programmet er stoppet.',
} as const;

const storeFaults = {
  'in-use': 'den bruges allerede af et andet program. Stop det først, eller vælg en anden mappe.',
  'other-mark': 'den hører til den anden slags drift, demo eller skole. Vælg en anden mappe.',
  'newer-schema': 'den er skrevet af en nyere version af programmet. Start den.',
  'changed-schema':
    'lageret i den er ikke bygget, som denne version kender det. Hent en sikkerhedskopi frem.',
  settings: 'lageret i den kan ikke skrive sikkert til disken. Vælg en mappe på en lokal disk.',
  missing: 'der er intet lager i den. Start programmet én gang først.',
  'no-store': 'lageret i den kan ikke læses. Hent en sikkerhedskopi frem.',
} as const;

const databaseFaults = {
  'other-mark': 'den hører til den anden slags drift, demo eller skole. Vælg en anden database.',
  'newer-schema': storeFaults['newer-schema'],
  'changed-schema': storeFaults['changed-schema'],
  'server-settings':
    'serveren gemmer ikke sikkert på disken. Slå fsync, full_page_writes og synchronous_commit til, og brug UTF8.',
  'old-server': 'serveren er for gammel. Brug PostgreSQL 13 eller nyere.',
  unreachable:
    'serveren svarer ikke, eller den lukker ikke programmet ind. Se på adresse, bruger og adgangskode.',
  missing: storeFaults.missing,
} as const;

const sentenceIn = (faults: Readonly<Record<string, string>>, reason: string): string | undefined =>
  Object.hasOwn(faults, reason) ? faults[reason] : undefined;

/** Why the store was not opened; `message` is the store's own, for a reason that has no words here. */
export const storeNotOpened = (
  { reason, message }: { readonly reason: string; readonly message: string },
  { dataDir, databaseUrl }: { readonly dataDir: string; readonly databaseUrl?: string },
): string =>
  databaseUrl === undefined
    ? `Mappen ${dataDir} (DATA_DIR) kan ikke bruges: ${sentenceIn(storeFaults, reason) ?? message}`
    : `Databasen (DATABASE_URL) kan ikke bruges: ${sentenceIn(databaseFaults, reason) ?? message}`;
