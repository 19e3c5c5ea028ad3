import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { PersonalLinks } from '../../ports/personal-links.ts';
import { PortFailure } from '../../ports/port-failure.ts';
import type { TextDifference } from '../../ports/text-difference.ts';
import { noticePage } from '../../presentation/pages/page.ts';
import { webFormPaths, webFormTexts, webRefusal } from '../../presentation/texts/web-form.da.ts';
import { acted, isActPath } from './acts.ts';
import { type Answer, send, sendStyle, shown } from './answer.ts';
import { bodyLimit, fieldsOf, type ReadBody } from './form-body.ts';
import { createRateLimit, type RateLimit } from './rate-limit.ts';
import { shownAt } from './shown-pages.ts';
import type { Visit, WebFormUseCases } from './visit.ts';

export type WebFormParts = {
  readonly links: PersonalLinks;
  readonly useCases: WebFormUseCases;
  readonly difference: TextDifference;
  readonly readBody: ReadBody;
  readonly log: { error(fields: Readonly<Record<string, unknown>>, message: string): void };
};

type Route = (
  request: IncomingMessage,
  response: ServerResponse,
  receivedAt: Temporal.Instant,
) => Promise<boolean>;

/**
 * One person is a few presses; a whole town hall may sit behind one address, a proxy before us too. Whoever tries tokens
 * that nobody signed has a small allowance of its own, so that it costs nobody else theirs.
 */
const limits = {
  token: { burst: 60, refillMs: 1_000 },
  address: { burst: 600, refillMs: 100 },
  stranger: { burst: 30, refillMs: 2_000 },
} as const;

const css = Buffer.concat(
  ['web-form.css', 'web-form-parts.css'].map((file) => readFileSync(new URL(file, import.meta.url))),
);

type Door = WebFormParts & { readonly limit: Readonly<Record<keyof typeof limits, RateLimit>> };

/** The pages behind personal links. The link is the only key; GET shows, only POST does. */
export function createWebFormRoute(parts: WebFormParts): Route {
  const limit = {
    token: createRateLimit(limits.token),
    address: createRateLimit(limits.address),
    stranger: createRateLimit(limits.stranger),
  };
  const door: Door = { ...parts, limit };
  const root = `/${webFormPaths.folder}/`;
  return async (request, response, receivedAt) => {
    const path = request.url?.split('?')[0] ?? '';
    if (!path.startsWith(root)) return false;
    const [token = '', ...rest] = path.slice(root.length).split('/');
    if (token === webFormPaths.style && rest.length === 0) sendStyle(response, css);
    else await answer(door, request, response, { token, rest, receivedAt });
    return true;
  };
}

type Asked = {
  readonly token: string;
  readonly rest: readonly string[];
  readonly receivedAt: Temporal.Instant;
};

async function answer(
  door: Door,
  request: IncomingMessage,
  response: ServerResponse,
  asked: Asked,
): Promise<void> {
  // beside the pages, whatever stands before them in the program's address
  const stylePath = `${'../'.repeat(asked.rest.length)}${webFormPaths.style}`;
  const answered = await answerOf(door, request, response, asked).catch((error: unknown) =>
    afterFailure(door, request, error),
  );
  if (answered !== undefined) send(response, answered, stylePath);
}

/** Undefined where the body was too large and has been answered. */
async function answerOf(
  door: Door,
  request: IncomingMessage,
  response: ServerResponse,
  asked: Asked,
): Promise<Answer | undefined> {
  const subject = door.links.subjectOf(asked.token);
  const wait = waitOf(door, request, asked, subject !== undefined);
  if (wait !== undefined) return tooMany(wait);
  if (subject === undefined) return unknownPage();
  const { useCases, difference } = door;
  const found = await useCases.showAnswerPage(subject, asked.receivedAt);
  if (found.kind === 'refused') {
    const known = found.refusal.code === 'not-a-member';
    return known ? shown(noticePage(webRefusal(found.refusal)), 403) : unknownPage();
  }
  const base = new URL(door.links.linkTo(subject)).pathname;
  const parts = asked.rest.length === 1 && asked.rest[0] === '' ? [] : asked.rest;
  const visit: Visit = {
    useCases,
    difference,
    subject,
    view: found.view,
    base,
    parts,
    receivedAt: asked.receivedAt,
  };
  return byMethod(door, request, response, visit);
}

async function byMethod(
  door: Door,
  request: IncomingMessage,
  response: ServerResponse,
  visit: Visit,
): Promise<Answer | undefined> {
  const page = shownAt(visit);
  const isAct = isActPath(visit.parts);
  if (page === undefined && !isAct) return unknownPage();
  if (request.method === 'GET' || request.method === 'HEAD') return page ?? unknownPage();
  if (request.method !== 'POST' || !isAct) {
    const allow = isAct ? 'GET, HEAD, POST' : 'GET, HEAD';
    return shown(noticePage(webFormTexts.wrongMethod, visit), 405, { allow });
  }
  const body = await door.readBody(request, response, bodyLimit);
  return body === undefined ? undefined : acted(visit, fieldsOf(request, body));
}

function waitOf(
  { limit }: Door,
  { socket }: IncomingMessage,
  { token, receivedAt }: Asked,
  isKnown: boolean,
): number | undefined {
  const address = socket.remoteAddress ?? '';
  if (!isKnown) return limit.stranger.waitFor(address, receivedAt);
  return limit.token.waitFor(token, receivedAt) ?? limit.address.waitFor(address, receivedAt);
}

function tooMany(seconds: number): Answer {
  return shown(noticePage(webFormTexts.tooMany), 429, { 'retry-after': String(seconds) });
}

/** The same for a link that is cut, changed, made up, or of a meeting that is no more: it tells nothing of what is there. */
function unknownPage(): Answer {
  return shown(noticePage(webFormTexts.unknownLink), 404);
}

function afterFailure({ log }: Door, request: IncomingMessage, error: unknown): Answer | undefined {
  if (request.destroyed && !request.complete) return undefined; // the sender broke off: nobody is there to be answered
  if (error instanceof PortFailure) return shown(noticePage(webFormTexts.unavailable), 503);
  const errorId = randomUUID();
  log.error({ errorId, err: error }, 'a personal page ended in a defect');
  return shown(noticePage(webFormTexts.failed(errorId.slice(0, 8))), 500);
}
