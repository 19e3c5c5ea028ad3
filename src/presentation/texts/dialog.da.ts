import type { CardName } from '../../ports/card-view.ts';

const titles: { readonly [C in CardName]?: string } = {
  'agenda-item': 'Punkt på dagsordenen',
  apologies: 'Afbud',
  objection: 'Gør indsigelse',
  ruling: 'Afgørelse',
  'send-minutes': 'Send til godkendelse',
  'plan-meeting': 'Planlæg møde',
  'approve-by-two': 'Notér som godkendt',
  'record-objection': 'Registrér en indsigelse',
  'extend-deadline': 'Giv længere frist',
  'end-mandate': 'Et medlem udtræder',
  timeline: 'Forløbet',
  'end-safe-mode': 'Sikker tilstand',
};

/** What stands in the frame of a dialog. */
export const dialogTitle = (card: CardName): string => titles[card] ?? 'Udvalgsbot';
