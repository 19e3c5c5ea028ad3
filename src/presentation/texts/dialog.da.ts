import type { CardName } from '../../ports/card-view.ts';

const titles: { readonly [C in CardName]?: string } = {
  'agenda-item': 'Punkt på dagsordenen',
  apologies: 'Afbud',
  objection: 'Gør indsigelse',
  ruling: 'Afgørelse',
  'send-minutes': 'Send til godkendelse',
  'plan-meeting': 'Planlæg møde',
  timeline: 'Forløbet',
  'end-safe-mode': 'Sikker tilstand',
};

/** What stands in the frame of a dialog. */
export const dialogTitle = (card: CardName): string => titles[card] ?? 'Udvalgsbot';
