import { z } from 'zod';
import { generalTexts } from '../../../presentation/texts/general.da.ts';
import { unreadable } from '../../../presentation/texts/import.da.ts';
import { refusalNotice } from '../../../presentation/texts/refusal.da.ts';
import type { ActAnswer, BotHandlers, DialogAnswer, FileRefusal, Turn } from '../handlers.ts';
import { refusedAct, refusedDialog, saidNotice } from './answers.ts';
import { dialogHandlers, opened, submitHandlers } from './dialogs.ts';
import { executeHandlers } from './execute.ts';
import { answerFile, answerMessage, asked, said } from './messages.ts';
import type { Known, UseCases } from './use-cases.ts';
import { dialogVerbs, executeVerbs, submitVerbs } from './verb-data.ts';

const stranger = { code: 'not-a-member' } as const;

/** The bot's side of the cards: who is asking, what is wanted, which use case does it. */
export function createBotHandlers(useCases: UseCases): BotHandlers {
  const handlers: BotHandlers = {
    message: (turn, text) =>
      asPerson(useCases, turn, [saidNotice(refusalNotice(stranger))], (known) =>
        answerMessage(useCases, known, text),
      ),
    act: (turn, verb, data) =>
      asPerson(useCases, turn, refusedAct(stranger), (known) => act(useCases, known, verb, data)),
    fetchDialog: (turn, data) =>
      asPerson(useCases, turn, refusedDialog(stranger), (known) => fetchDialog(useCases, known, data)),
    submitDialog: (turn, data) =>
      asPerson(useCases, turn, refusedDialog(stranger), (known) => submitDialog(useCases, known, data)),
    file: (turn, name, bytes) =>
      asPerson(useCases, turn, [saidNotice(refusalNotice(stranger))], (known) =>
        answerFile(useCases, known, name, bytes),
      ),
    fileRefused: (_turn, _name, reason) => Promise.resolve([saidNotice(unreadable(fileReasons[reason]))]),
    installed: (turn) =>
      asPerson(useCases, turn, [], async (known) =>
        turn.conversation.scope === 'personal' ? said(await useCases.showMenu(asked(known))) : [],
      ),
  };
  return handlers;
}

const fileReasons = {
  'foreign-host': 'unsafe',
  'too-large': 'too-large',
  unavailable: 'damaged',
  malformed: 'damaged',
} as const satisfies Record<FileRefusal, string>;

/** Runs as the person behind the account; R3 knows of the request until it is answered. */
async function asPerson<T>(
  { whoIs, inFlight }: UseCases,
  turn: Turn,
  toStranger: T,
  work: (known: Known) => Promise<T>,
): Promise<T> {
  const end = inFlight.begin(turn.receivedAt);
  try {
    const person = await whoIs({ tenantId: turn.tenantId, objectId: turn.objectId });
    return person === undefined ? toStranger : await work({ turn, person });
  } finally {
    end();
  }
}

const badRequest: ActAnswer = { kind: 'error', code: 'BadRequest', text: generalTexts.buttonUnknown };
const badDialog: DialogAnswer = { kind: 'message', text: generalTexts.buttonUnknown };
const verbOf = z.looseObject({ verb: z.string().max(100) });

async function act(useCases: UseCases, known: Known, verb: string, data: unknown): Promise<ActAnswer> {
  if (!isVerb(executeVerbs, verb)) return badRequest;
  const parsed = executeVerbs[verb].safeParse(data);
  if (!parsed.success) return badRequest;
  const handler = executeHandlers[verb] as (
    useCases: UseCases,
    known: Known,
    data: unknown,
  ) => Promise<ActAnswer>;
  return await handler(useCases, known, parsed.data);
}

async function fetchDialog(useCases: UseCases, known: Known, data: unknown): Promise<DialogAnswer> {
  const named = verbOf.safeParse(data);
  const verb = named.success ? named.data.verb : '';
  if (!isVerb(dialogVerbs, verb)) return badDialog;
  const parsed = dialogVerbs[verb].safeParse(data);
  if (!parsed.success) return badDialog;
  const handler = dialogHandlers[verb] as (
    useCases: UseCases,
    known: Known,
    data: unknown,
  ) => Promise<Parameters<typeof opened>[0]>;
  return opened(await handler(useCases, known, parsed.data));
}

async function submitDialog(useCases: UseCases, known: Known, data: unknown): Promise<DialogAnswer> {
  const named = verbOf.safeParse(data);
  const verb = named.success ? named.data.verb : '';
  if (!isVerb(submitVerbs, verb)) return badDialog;
  const parsed = submitVerbs[verb].safeParse(data);
  if (!parsed.success) return { kind: 'message', text: generalTexts.inputRefused };
  const handler = submitHandlers[verb] as (
    useCases: UseCases,
    known: Known,
    data: unknown,
  ) => Promise<DialogAnswer>;
  return await handler(useCases, known, parsed.data);
}

function isVerb<T extends object>(verbs: T, verb: string): verb is keyof T & string {
  return Object.hasOwn(verbs, verb);
}
