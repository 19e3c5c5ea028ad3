import type { Agenda, AgendaItem } from './agenda.ts';
import type { PreviousMinutesWording } from './agenda-paper.ts';

/**
 * The agenda with an item for each deferred minutes that its standing item does not already speak of: after everything the
 * committee put on it, before the items that stand last on every agenda, so that no number a text may cite is moved.
 */
export function withDeferred(
  agenda: Agenda,
  deferred: readonly PreviousMinutesWording[],
  idOf: (title: string) => string,
): Agenda {
  const titles = new Set(agenda.items.map(({ title }) => title));
  const added = deferred
    .filter(({ title }) => !titles.has(title))
    .map(({ title, summary }): AgendaItem => {
      const about = summary === undefined ? {} : { casePresentation: summary };
      return { itemId: idOf(title), title, purpose: 'approval', presenters: [], annexes: [], ...about };
    });
  if (added.length === 0) return agenda;
  const place = agenda.items.findLastIndex(({ standing }) => standing === undefined) + 1;
  const before = place === 0 ? agenda.items.length : place;
  return {
    items: [...agenda.items.slice(0, before), ...added, ...agenda.items.slice(before)],
    breaksAfter: agenda.breaksAfter.map((number) => (number > before ? number + added.length : number)),
  };
}
