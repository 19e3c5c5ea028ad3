import { generalTexts } from '../../../presentation/texts/general.da.ts';
import type { Connector, Place } from '../connector.ts';
import type { InboundActivity } from '../gate/inbound-activity.ts';
import type { ServiceTrust } from '../gate/service-url.ts';
import type { ActAnswer, BotHandlers, DialogAnswer, Said, Turn } from '../handlers.ts';
import type { Log } from '../log.ts';
import { downloadFile, fileType } from './file-download.ts';
import { safeFileName } from './file-name.ts';
import { guarded } from './guarded.ts';
import {
  actInvokeAnswer,
  actValue,
  dialogInvokeAnswer,
  dialogValue,
  type InvokeAnswer,
} from './invoke-values.ts';
import { messageText } from './message-text.ts';
import { turnOf } from './turn.ts';

export type TurnParts = {
  readonly handlers: BotHandlers;
  readonly connector: Connector;
  readonly trust: ServiceTrust;
  readonly log: Log;
};

const longestText = 4_000;
const mostFiles = 5;

/** Action.Execute: the answer goes back in the same breath, to this person alone. */
export async function takeAct(parts: TurnParts, inbound: InboundActivity): Promise<InvokeAnswer> {
  const turn = turnOf(inbound);
  const value = actValue.safeParse(inbound.value);
  if (turn === undefined) return actError('Forbidden', generalTexts.senderUnknown);
  if (!value.success) return actError('BadRequest', generalTexts.buttonUnknown);
  const { action, trigger } = value.data;
  const answer = await guarded<ActAnswer>(
    parts.log,
    () => parts.handlers.act(turn, action.verb, action.data, trigger),
    (text) => ({ kind: 'error', code: 'InternalServerError', text }),
  );
  return actInvokeAnswer(answer);
}

function actError(code: 'Forbidden' | 'BadRequest', text: string): InvokeAnswer {
  return actInvokeAnswer({ kind: 'error', code, text });
}

/** A dialog is opened (`fetchDialog`) or sent in (`submitDialog`). */
export async function takeDialog(
  parts: TurnParts,
  inbound: InboundActivity,
  step: 'fetchDialog' | 'submitDialog',
): Promise<InvokeAnswer> {
  const turn = turnOf(inbound);
  const value = dialogValue.safeParse(inbound.value);
  if (turn === undefined) return dialogInvokeAnswer(said(generalTexts.senderUnknown));
  if (!value.success) return dialogInvokeAnswer(said(generalTexts.buttonUnknown));
  const handle = parts.handlers[step];
  return dialogInvokeAnswer(await guarded(parts.log, () => handle(turn, value.data.data), said));
}

function said(text: string): DialogAnswer {
  return { kind: 'message', text };
}

/** A person wrote or, in the personal chat, sent files. Other people's apps and bots are not answered. */
export async function takeMessage(parts: TurnParts, inbound: InboundActivity): Promise<void> {
  const turn = turnOf(inbound);
  if (turn === undefined) return;
  const files = turn.conversation.scope === 'personal' ? filesOf(inbound) : [];
  for (const file of files) await reply(parts, inbound, () => takeFile(parts, turn, file));
  if (files.length === 0) await takeText(parts, inbound, turn);
}

async function takeText(parts: TurnParts, inbound: InboundActivity, turn: Turn): Promise<void> {
  const text = messageText(inbound);
  if (text === '') return;
  const tooLong: readonly Said[] = [{ text: generalTexts.messageTooLong }];
  await reply(parts, inbound, () =>
    text.length > longestText ? Promise.resolve(tooLong) : parts.handlers.message(turn, text),
  );
}

type SentFile = { readonly name: string; readonly content: unknown };

function filesOf(inbound: InboundActivity): readonly SentFile[] {
  return inbound.attachments
    .filter(({ contentType }) => contentType === fileType)
    .slice(0, mostFiles)
    .map(({ name, content }) => ({ name: safeFileName(name ?? ''), content }));
}

async function takeFile(parts: TurnParts, turn: Turn, file: SentFile): Promise<readonly Said[]> {
  const download = await downloadFile(file.content, parts.trust);
  return download.kind === 'read'
    ? parts.handlers.file(turn, file.name, download.bytes)
    : parts.handlers.fileRefused(turn, file.name, download.reason);
}

export async function takeInstallation(parts: TurnParts, inbound: InboundActivity): Promise<void> {
  const turn = turnOf(inbound);
  if (turn !== undefined) await reply(parts, inbound, () => parts.handlers.installed(turn));
}

/** Answers in the chat or thread it came from, in order. An answer that cannot be sent is logged and let go. */
async function reply(
  parts: TurnParts,
  inbound: InboundActivity,
  work: () => Promise<readonly Said[]>,
): Promise<void> {
  const place: Place = {
    conversationId: inbound.conversation.id,
    tenantId: inbound.tenantId,
    serviceUrl: inbound.serviceUrl,
  };
  const answers = await guarded<readonly Said[]>(parts.log, work, (text) => [{ text }]);
  try {
    for (const answer of answers) await parts.connector.send(place, answer);
  } catch (error) {
    parts.log.error({ err: error }, 'an answer could not be sent');
  }
}
