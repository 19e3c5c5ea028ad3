import { Application } from '@microsoft/teams-ai/lib/Application.js';
import type { Storage, TurnContext } from 'botbuilder';
import type { InboundActivity } from '../gate/inbound-activity.ts';
import type { InvokeAnswer } from './invoke-values.ts';
import { type TurnParts, takeAct, takeDialog, takeInstallation, takeMessage } from './turns.ts';

type Handle = (inbound: InboundActivity) => Promise<InvokeAnswer | undefined>;

/** Where the gate's own view of the activity waits for the routes. */
const inboundKey = Symbol('inbound activity');

export type Router = (context: TurnContext, inbound: InboundActivity) => Promise<void>;

export type RouterHooks = {
  /** The bot came into a conversation; false when it is known already, and nothing is said. */
  readonly isNewInstallation: (inbound: InboundActivity) => boolean;
  readonly onRemoved: (inbound: InboundActivity) => Promise<void>;
};

/**
 * teams-ai as a plain table of routes: what fits first is called. Nothing else of it is used: no typing timer (it is
 * shared by all turns), no state of its own, no planner. `storage` is for the test that proves it writes nothing.
 */
export function createRouter(parts: TurnParts, hooks: RouterHooks, storage?: Storage): Router {
  const app = new Application({
    startTypingTimer: false,
    removeRecipientMention: false,
    longRunningMessages: false,
    ...(storage === undefined ? {} : { storage }),
  });
  const route = (fits: (inbound: InboundActivity) => boolean, handle: Handle, isInvoke: boolean) =>
    app.addRoute(
      (context) => Promise.resolve(fits(inboundOf(context))),
      (context) => answer(context, handle),
      isInvoke,
    );
  const invoke = (name: string, handle: Handle) => route((inbound) => inbound.name === name, handle, true);
  const event = (
    fits: (inbound: InboundActivity) => boolean,
    take: (inbound: InboundActivity) => Promise<void>,
  ) => route(fits, (inbound) => take(inbound).then(() => undefined), false);

  invoke('adaptiveCard/action', (inbound) => takeAct(parts, inbound));
  invoke('task/fetch', (inbound) => takeDialog(parts, inbound, 'fetchDialog'));
  invoke('task/submit', (inbound) => takeDialog(parts, inbound, 'submitDialog'));
  event(
    ({ type }) => type === 'message',
    (inbound) => takeMessage(parts, inbound),
  );
  event(isRemoval, (inbound) => hooks.onRemoved(inbound));
  event(isInstallation, async (inbound) => {
    if (hooks.isNewInstallation(inbound)) await takeInstallation(parts, inbound);
  });

  return async (context, inbound) => {
    context.turnState.set(inboundKey, inbound);
    await app.run(context);
  };
}

/** Teams tells of an installation in two ways, sometimes both, sometimes one. */
function isInstallation({ type, action, membersAdded, recipientId }: InboundActivity): boolean {
  if (type === 'installationUpdate') return action === 'add';
  return type === 'conversationUpdate' && membersAdded.includes(recipientId);
}

function isRemoval({ type, action }: InboundActivity): boolean {
  return type === 'installationUpdate' && action === 'remove';
}

function inboundOf(context: TurnContext): InboundActivity {
  return context.turnState.get(inboundKey);
}

async function answer(context: TurnContext, handle: Handle): Promise<void> {
  const value = await handle(inboundOf(context));
  if (value !== undefined) await context.sendActivity({ type: 'invokeResponse', value });
}
