import type { CardName, CardView, ViewOf } from '../../src/ports/card-view.ts';
import { agendaViews } from './invented-agenda-views.ts';
import { decisionViews } from './invented-decision-views.ts';
import { minutesViews } from './invented-minutes-views.ts';
import { nextStepViews } from './invented-next-step-views.ts';
import { objectionViews } from './invented-objection-views.ts';
import { operationViews } from './invented-operation-views.ts';
import { outcomeViews } from './invented-outcome-views.ts';
import { secretarysViews } from './invented-secretary-views.ts';
import { timelineViews } from './invented-timeline-views.ts';

type Views = {
  readonly [C in CardName]: Readonly<Record<string, ViewOf<C>>> & { readonly sample: ViewOf<C> };
};

/** Views of every card, in the states that look different. `sample` is the one shown in `cards/`. */
export const inventedViews: Views = {
  ...agendaViews,
  ...decisionViews,
  ...minutesViews,
  ...nextStepViews,
  ...objectionViews,
  ...outcomeViews,
  ...secretarysViews,
  ...timelineViews,
  ...operationViews,
};

type Named = { readonly card: CardName; readonly name: string; readonly view: CardView };

export const allInventedViews: readonly Named[] = Object.entries(inventedViews).flatMap(([card, views]) =>
  Object.entries(views).map(([name, view]: readonly [string, CardView]) => ({
    card: card as CardName,
    name,
    view,
  })),
);
