import {
  confirmApprovePage,
  confirmWithdrawObjectionPage,
  confirmWithdrawPage,
} from '../../presentation/pages/confirm-pages.ts';
import { differencePage } from '../../presentation/pages/difference-page.ts';
import { minutesPage } from '../../presentation/pages/minutes-page.ts';
import { objectionPage } from '../../presentation/pages/objection-page.ts';
import { receiptPage } from '../../presentation/pages/receipt-page.ts';
import { startPage } from '../../presentation/pages/start-page.ts';
import { webFormPaths } from '../../presentation/texts/web-form.da.ts';
import { type Answer, shown } from './answer.ts';
import type { Visit } from './visit.ts';

type Show = (visit: Visit) => Answer | undefined;

/** What GET shows at each path. None of it acts, and none counts as a notice: mail scanners follow every link. */
const pages: ReadonlyMap<string, Show> = new Map<string, Show>([
  ['', ({ view, base }) => shown(startPage(view, { base }))],
  [webFormPaths.read, showText],
  [webFormPaths.approve, ({ view, base }) => shown(confirmApprovePage(view, { base }))],
  [webFormPaths.withdrawApproval, ({ view, base }) => shown(confirmWithdrawPage(view, { base }))],
  [webFormPaths.object, showObjection],
  [
    webFormPaths.differences,
    ({ view, base, difference }) => shown(differencePage(view, { base }, difference)),
  ],
]);

/** The text itself is shown to whoever has asked for it; before, the button that asks is on the first page. */
function showText({ view, base }: Visit): Answer {
  return view.opened || view.minutes.state.kind !== 'open'
    ? shown(minutesPage(view, { base }))
    : { kind: 'redirect', to: base };
}

/** A superseded version takes no new answers: the newest mail has the link for them. */
function showObjection({ view, base }: Visit): Answer {
  const { state, mine } = view.minutes;
  return state.kind === 'superseded' || mine.stance === 'not-asked'
    ? { kind: 'redirect', to: base }
    : shown(objectionPage(view, { base }));
}

/** Undefined where there is no such page. */
export function shownAt(visit: Visit): Answer | undefined {
  const { parts, view, base } = visit;
  const [part = '', about] = parts;
  if (parts.length > 2) return undefined;
  if (about === undefined) return pages.get(part)?.(visit);
  if (part === webFormPaths.withdrawObjection)
    return shown(confirmWithdrawObjectionPage(view, { base }, about));
  const receipt = part === webFormPaths.receipt ? receiptPage(view, { base }, about) : undefined;
  return receipt === undefined ? undefined : shown(receipt);
}
