import { HttpFault } from './http-parts.ts';

export type Json = Readonly<Record<string, unknown>>;

/** An Adaptive Card's action as it stands in the card. */
export type CardAction = Json & { readonly type: string };

export type Choice = {
  readonly verb?: string | undefined;
  readonly title?: string | undefined;
  readonly id?: string | undefined;
};

/** The action that a person points at by verb, title or id, in the card as that person sees it. */
export function findAction(card: Json, choice: Choice): CardAction {
  const action = nodes(card).find(
    (node): node is CardAction => isAction(node) && node['isEnabled'] !== false && matches(node, choice),
  );
  if (action === undefined) throw new HttpFault(404, 'ActionNotOnCard');
  return action;
}

/** What pressing sends: the action's own data, then the card's inputs as they stand, then what was typed. */
export function pressedData(card: Json, action: CardAction, typed: Json): Json {
  const own = isObject(action['data']) ? action['data'] : {};
  if (action['associatedInputs'] === 'none') return own;
  return { ...own, ...untouchedInputs(card), ...typed };
}

function untouchedInputs(card: Json): Json {
  const inputs = nodes(card).filter(
    (node) => typeof node['type'] === 'string' && node['type'].startsWith('Input.'),
  );
  return Object.fromEntries(inputs.map((input) => [String(input['id']), initialValue(input)]));
}

function initialValue(input: Json): string {
  if (input['type'] !== 'Input.Toggle') return String(input['value'] ?? '');
  return String(input['value'] ?? input['valueOff'] ?? 'false');
}

function matches(action: CardAction, choice: Choice): boolean {
  if (choice.verb === undefined && choice.title === undefined && choice.id === undefined) return false;
  return (['verb', 'title', 'id'] as const).every(
    (key) => choice[key] === undefined || choice[key] === action[key],
  );
}

/** All objects of the card, outermost first; `refresh` and `data` hold nothing that can be pressed or typed into. */
function nodes(value: unknown): readonly Json[] {
  if (Array.isArray(value)) return value.flatMap(nodes);
  if (!isObject(value)) return [];
  const inner = Object.entries(value).filter(([key]) => key !== 'refresh' && key !== 'data');
  return [value, ...inner.flatMap(([, part]) => nodes(part))];
}

function isAction(node: Json): node is CardAction {
  return typeof node['type'] === 'string' && node['type'].startsWith('Action.');
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
