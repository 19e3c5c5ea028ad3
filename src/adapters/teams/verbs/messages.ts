import type { ShowResult } from '../../../application/show/asked.ts';
import { unreadable } from '../../../presentation/texts/import.da.ts';
import { type Command, commands, menuTexts } from '../../../presentation/texts/menu.da.ts';
import { refusalNotice } from '../../../presentation/texts/refusal.da.ts';
import { cardMessage } from '../card-messenger.ts';
import { renderCard } from '../cards/render-card.ts';
import type { Said } from '../handlers.ts';
import { saidNotice } from './answers.ts';
import { answerReceipt, receiptIn } from './receipts.ts';
import { type Known, requester, type UseCases } from './use-cases.ts';

type Shown = (useCases: UseCases, asked: Parameters<UseCases['showMenu']>[0]) => Promise<ShowResult>;

/** What each command of the menu shows. */
const commandHandlers: { readonly [C in Command]: Shown } = {
  help: ({ showMenu }, asked) => showMenu(asked),
  meeting: ({ showMeetings }, asked) => showMeetings(asked),
  agenda: ({ showAgenda }, asked) => showAgenda(asked),
  minutes: ({ showMinutes }, asked) => showMinutes(asked),
  status: ({ showStatus }, asked) => showStatus(asked),
};

/** A message is a command, alone or as its first word; anything else is answered with what can be said. */
export async function answerMessage(
  useCases: UseCases,
  known: Known,
  text: string,
): Promise<readonly Said[]> {
  const command = commandOf(text);
  if (command === undefined) return [saidNotice(menuTexts.unknownCommand)];
  const receipt = command === 'status' ? receiptIn(known, text) : undefined;
  if (receipt !== undefined) return answerReceipt(useCases, asked(known), receipt);
  return said(await commandHandlers[command](useCases, asked(known)));
}

export function asked(known: Known) {
  const { id, scope } = known.turn.conversation;
  const { personId, receivedAt } = requester(known);
  return { personId, receivedAt, conversationId: id, scope };
}

export function said(result: ShowResult): readonly Said[] {
  if (result.kind === 'refused') return [saidNotice(refusalNotice(result.refusal))];
  return result.views.map((view) => cardMessage(renderCard(view)));
}

function commandOf(text: string): Command | undefined {
  const [word = ''] = text
    .normalize('NFC')
    .toLowerCase()
    .split(/[\s.,:!?]+/);
  return (Object.keys(commands) as Command[]).find((command) => commands[command].name === word);
}

/** A paper dropped in the personal chat: shown as it was read, with a button that makes a meeting of it. */
export async function answerFile(
  { previewPaper }: UseCases,
  known: Known,
  fileName: string,
  bytes: Uint8Array,
): Promise<readonly Said[]> {
  const result = await previewPaper({ ...requester(known), fileName, bytes });
  if (result.kind === 'refused') return [saidNotice(refusalNotice(result.refusal))];
  if (result.kind === 'unreadable') return [saidNotice(unreadable(result.reason))];
  return [{ card: renderCard(result.view), summary: fileName }];
}
