import { z } from 'zod';
import { dialogVerbs, executeVerbs, submitVerbs } from '../../src/adapters/teams/verbs/verb-data.ts';
import { type Json, nodesOf } from './template-lint.ts';

export type ButtonKind = 'execute' | 'dialog' | 'submit';
export type Button = { readonly kind: ButtonKind; readonly verb: string; readonly keys: readonly string[] };

const verbsOf = { execute: executeVerbs, dialog: dialogVerbs, submit: submitVerbs } as const;

const isBag = (json: Json | undefined): json is { readonly [key: string]: Json } =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

/** Every button of an expanded card that the bot answers, with what it sends: its data and the card's inputs. */
export const buttonsOf = (card: Json): readonly Button[] => {
  const nodes = nodesOf(card);
  const inputs = nodes
    .filter((node) => String(node['type']).startsWith('Input.'))
    .map((node) => String(node['id']));
  return nodes.flatMap((node): readonly Button[] => {
    const data = isBag(node['data']) ? node['data'] : {};
    const { verb, msteams, ...rest } = data;
    if (node['type'] === 'Action.Execute')
      return [{ kind: 'execute', verb: String(node['verb']), keys: [...Object.keys(data), ...inputs] }];
    if (node['type'] !== 'Action.Submit' || verb === undefined) return [];
    const kind = isBag(msteams) && msteams['type'] === 'task/fetch' ? 'dialog' : 'submit';
    return [{ kind, verb: String(verb), keys: [...Object.keys(rest), ...inputs] }];
  });
};

/** Buttons that nobody answers, or that send something else than is read. */
export const strayButtons = (buttons: readonly Button[]): readonly string[] =>
  buttons.flatMap(({ kind, verb, keys }) => {
    const schema = (verbsOf[kind] as Readonly<Record<string, z.ZodObject>>)[verb];
    if (schema === undefined) return [`${kind} ${verb} has no handler`];
    const fields = Object.entries(schema.shape);
    const needed = fields.filter(([, field]) => !z.safeParse(field, undefined).success).map(([name]) => name);
    return [
      ...needed.filter((name) => !keys.includes(name)).map((name) => `${kind} ${verb} does not send ${name}`),
      ...keys.filter((key) => !(key in schema.shape)).map((key) => `${kind} ${verb} sends ${key} for nobody`),
    ];
  });

/** Verbs, and fields of verbs, that no button of any card sends. `card.refresh` is asked by Teams, not by a person. */
export const verbsWithoutButton = (buttons: readonly Button[]): readonly string[] =>
  (['execute', 'dialog', 'submit'] as const).flatMap((kind) =>
    Object.entries(verbsOf[kind] as Readonly<Record<string, z.ZodObject>>).flatMap(([verb, schema]) => {
      if (verb === 'card.refresh') return [];
      const own = buttons.filter((button) => button.kind === kind && button.verb === verb);
      if (own.length === 0) return [`${kind} ${verb} has no button`];
      const sent = new Set(own.flatMap(({ keys }) => keys));
      return Object.keys(schema.shape)
        .filter((name) => !sent.has(name))
        .map((name) => `${kind} ${verb} is never sent ${name}`);
    }),
  );

/** More than one button that says "press me". */
export const primaryButtons = (card: Json): readonly string[] => {
  const primary = nodesOf(card).filter(
    (node) => String(node['type']).startsWith('Action.') && node['style'] === 'positive',
  );
  return primary.length > 1 ? primary.map((node) => String(node['title'])) : [];
};
