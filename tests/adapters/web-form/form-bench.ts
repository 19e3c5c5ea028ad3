import { countedRoute } from '../../../src/adapters/http/counted-route.ts';
import { readBody } from '../../../src/adapters/http/read-body.ts';
import { createHttpServer, type HttpServer } from '../../../src/adapters/http/server.ts';
import { wordDifference } from '../../../src/adapters/text-difference/word-difference.ts';
import { createPersonalLinks } from '../../../src/adapters/web-form/personal-links.ts';
import type { WebFormUseCases } from '../../../src/adapters/web-form/visit.ts';
import { createWebFormRoute } from '../../../src/adapters/web-form/web-form-route.ts';
import type { Person } from '../../../src/domain/committee/people.ts';
import type { PersonalLinks } from '../../../src/ports/personal-links.ts';
import type { MeetingBench } from '../../support/bench-story.ts';
import { drain } from '../../support/committee-bench.ts';
import { mailedMinutes } from '../../support/mailed-committee.ts';
import { openPage } from '../../support/personal-page.ts';

export type FormBench = Awaited<ReturnType<typeof openFormBench>>;

/** The pages over HTTP, on the use cases in memory: version 1 is out, and Bo has it by mail. */
export async function openFormBench(change: Partial<Person> = { identities: [] }) {
  const bench = await mailedMinutes(change);
  await drain(bench);
  const errors: unknown[] = [];
  let { approveMinutes, showAnswerPage }: WebFormUseCases = bench.useCases;
  const links: PersonalLinks = createPersonalLinks({
    key: Buffer.alloc(32, 1),
    baseUrl: () => server.origin(),
    folder: 'svar',
  });
  const log = { error: (fields: object) => void errors.push(fields) };
  const server = served(bench, links, log, {
    approveMinutes: (request) => approveMinutes(request),
    showAnswerPage: (...asked) => showAnswerPage(...asked),
  });
  const origin = await server.listen();
  const linkOf = (personId: string, version = 1) =>
    links.linkTo({ meetingId: bench.meetingId, version, personId });
  return {
    ...bench,
    origin,
    errors,
    /** From now on the pages act through these. */
    through: (useCases: Partial<Shown>) => {
      approveMinutes = useCases.approveMinutes ?? approveMinutes;
      showAnswerPage = useCases.showAnswerPage ?? showAnswerPage;
    },
    linkOf,
    page: (part = '', init: RequestInit = {}) =>
      openPage(`${linkOf('bo')}${part === '' ? '' : `/${part}`}`, init),
    eventsOf: (personId: string) =>
      bench.events
        .filter(({ stream }) => stream.startsWith('answer/') && stream.endsWith(`/${personId}`))
        .map(({ event }) => event.type),
    close: () => server.close(),
  };
}

type Shown = Pick<WebFormUseCases, 'approveMinutes' | 'showAnswerPage'>;
type Log = Parameters<typeof createWebFormRoute>[0]['log'];

function served(
  { useCases, clock }: MeetingBench,
  links: PersonalLinks,
  log: Log,
  through: Shown,
): HttpServer {
  const route = createWebFormRoute({
    links,
    useCases: { ...useCases, ...through },
    difference: wordDifference,
    readBody,
    log,
  });
  const routes = [countedRoute(useCases.inFlight.begin, route)];
  return createHttpServer({ host: '127.0.0.1', port: 0, clock, log, routes });
}
