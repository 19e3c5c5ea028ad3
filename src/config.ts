import { z } from 'zod';
import { readSender } from './adapters/mail/read-sender.ts';
import { readLinkKey } from './adapters/web-form/read-link-key.ts';

/** A blank variable is one that is not set: deployment tools write them so. */
function blankIsAbsent<T extends z.ZodType>(schema: T) {
  return z.preprocess(
    (value) => (typeof value === 'string' && value.trim() === '' ? undefined : value),
    schema,
  );
}

/** What cannot be read is a fault of that variable. */
function parsedBy<T>(read: (text: string) => T | undefined) {
  return (text: string, { issues }: z.RefinementCtx): T => {
    const value = read(text);
    if (value !== undefined) return value;
    issues.push({ code: 'custom', input: text });
    return z.NEVER;
  };
}

const guid = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i);

/** The environment, variable by variable. This file is its only reader. */
export const environmentSchema = z.object({
  /** TCP port of the one HTTP server. 0 lets the system choose (tests). */
  PORT: blankIsAbsent(z.coerce.number().int().min(0).max(65_535).default(3978)),
  HOST: blankIsAbsent(z.string().min(1).default('127.0.0.1')),
  /** Folder of the embedded store and the local library. */
  DATA_DIR: blankIsAbsent(z.string().min(1).default('./data')),
  /** The store in PostgreSQL, `postgres://…` with TLS as it says; absent: SQLite in DATA_DIR. */
  DATABASE_URL: blankIsAbsent(z.url({ protocol: /^postgres(ql)?$/ }).optional()),
  /** Address under which people reach the program; absent: that of HOST and PORT. */
  BASE_URL: blankIsAbsent(z.url({ protocol: /^https?$/ }).optional()),
  BOT_ID: blankIsAbsent(guid.optional()),
  BOT_TENANT_ID: blankIsAbsent(guid.optional()),
  BOT_PASSWORD: blankIsAbsent(z.string().min(1).optional()),
  /** Tenants whose people may speak to the bot, separated by commas; absent: the bot's own. */
  ALLOWED_TENANTS: blankIsAbsent(z.string().optional()),
  LOG_LEVEL: blankIsAbsent(z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info')),
  /** `1`: the demo on one machine, without Teams. */
  LOCAL_TEAMS: blankIsAbsent(z.enum(['0', '1']).default('0')),
  NODE_ENV: blankIsAbsent(z.string().optional()),
  /** Mail server for people without Teams: smtp://user:password@host:587, or smtps:// for TLS from the first byte. */
  SMTP_URL: blankIsAbsent(z.url({ protocol: /^smtps?$/, hostname: /./ }).optional()),
  /** Who mails are from: `Name <address>` or the address alone. */
  MAIL_FROM: blankIsAbsent(z.string().transform(parsedBy(readSender)).optional()),
  /** Signs personal links: at least 32 bytes in hex or base64. Every process of one installation needs the same. */
  LINK_KEY: blankIsAbsent(z.string().transform(parsedBy(readLinkKey)).optional()),
});

export type Environment = z.infer<typeof environmentSchema>;

type Common = {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  /** Absent: the store lies in the data folder. */
  readonly databaseUrl?: string;
  readonly baseUrl: string | undefined;
  readonly logLevel: Environment['LOG_LEVEL'];
  /** Absent: one is made and kept in the data folder. */
  readonly linkKey?: Uint8Array;
};

export type StorePlace = Pick<Common, 'dataDir' | 'databaseUrl'>;

export type Config = Common &
  (
    | { readonly mode: 'local' }
    | {
        readonly mode: 'live';
        readonly botId: string;
        readonly botTenantId: string;
        readonly botPassword: string;
        readonly allowedTenants: readonly string[];
        /** Absent: no mail can be sent, and what wants to be sent waits for a person. */
        readonly mail?: { readonly url: string; readonly from: NonNullable<Environment['MAIL_FROM']> };
      }
  );

/** What is wrong with the environment; texts in `presentation/texts/config.da.ts`. */
export type ConfigFault =
  | { readonly code: 'invalid'; readonly variable: string }
  | { readonly code: 'missing'; readonly variable: string }
  | {
      readonly code: 'local-with-app-id' | 'local-not-loopback' | 'local-in-production';
    };

export type ReadConfig =
  | { readonly kind: 'config'; readonly config: Config }
  | { readonly kind: 'faults'; readonly faults: readonly ConfigFault[] };

type Variables = Readonly<Record<string, string | undefined>>;

/** Reads the environment, with what a command line adds to it; every fault is reported at once. */
export function readConfig(added: Variables = {}, environment: Variables = process.env): ReadConfig {
  const parsed = environmentSchema.safeParse({ ...environment, ...added });
  if (!parsed.success) {
    const variables = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))];
    return { kind: 'faults', faults: variables.map((variable) => ({ code: 'invalid', variable })) };
  }
  const env = parsed.data;
  const faults = env.LOCAL_TEAMS === '1' ? localFaults(env) : liveFaults(env);
  return faults.length > 0 ? { kind: 'faults', faults } : { kind: 'config', config: configOf(env) };
}

/** The local mode hands tokens to whoever opens its page: it must not be reachable, nor stand beside a real bot. */
function localFaults(env: Environment): ConfigFault[] {
  const loopback = ['127.0.0.1', 'localhost', '::1'].includes(env.HOST);
  return [
    ...(env.BOT_ID === undefined ? [] : [{ code: 'local-with-app-id' } as const]),
    ...(loopback ? [] : [{ code: 'local-not-loopback' } as const]),
    ...(env.NODE_ENV === 'production' ? [{ code: 'local-in-production' } as const] : []),
  ];
}

function liveFaults(env: Environment): ConfigFault[] {
  const needed = ['BOT_ID', 'BOT_TENANT_ID', 'BOT_PASSWORD', 'BASE_URL'] as const;
  const asked = [
    ...needed,
    ...(env.SMTP_URL === undefined ? [] : (['MAIL_FROM'] as const)),
    // links made by one process are opened at another
    ...(env.DATABASE_URL === undefined ? [] : (['LINK_KEY'] as const)),
  ];
  return asked
    .filter((variable) => env[variable] === undefined)
    .map((variable) => ({ code: 'missing', variable }));
}

function configOf(env: Environment): Config {
  const common = {
    port: env.PORT,
    host: env.HOST,
    dataDir: env.DATA_DIR,
    baseUrl: env.BASE_URL,
    logLevel: env.LOG_LEVEL,
    ...(env.DATABASE_URL === undefined ? {} : { databaseUrl: env.DATABASE_URL }),
    ...(env.LINK_KEY === undefined ? {} : { linkKey: env.LINK_KEY }),
  };
  if (env.LOCAL_TEAMS === '1') return { ...common, mode: 'local' };
  const { BOT_ID: botId = '', BOT_TENANT_ID: botTenantId = '', BOT_PASSWORD: botPassword = '' } = env;
  const listed = (env.ALLOWED_TENANTS ?? '').split(',').map((each) => each.trim().toLowerCase());
  const allowedTenants = [...new Set([botTenantId.toLowerCase(), ...listed.filter((each) => each !== '')])];
  const mail =
    env.SMTP_URL === undefined || env.MAIL_FROM === undefined
      ? {}
      : { mail: { url: env.SMTP_URL, from: env.MAIL_FROM } };
  return { ...common, mode: 'live', botId, botTenantId, botPassword, allowedTenants, ...mail };
}

/** The folder of the store, for commands that need nothing else of the environment. */
export function readDataDir(environment: Variables = process.env): string {
  return environmentSchema.shape.DATA_DIR.parse(environment['DATA_DIR']);
}

/** Where the log lies in PostgreSQL; undefined where it lies in the data folder. */
export function readDatabaseUrl(environment: Variables = process.env): string | undefined {
  return environmentSchema.shape.DATABASE_URL.parse(environment['DATABASE_URL']);
}

/** Where the store lies: in PostgreSQL, or else in the data folder. */
export function readStorePlace(environment: Variables = process.env): StorePlace {
  const databaseUrl = readDatabaseUrl(environment);
  return { dataDir: readDataDir(environment), ...(databaseUrl === undefined ? {} : { databaseUrl }) };
}
