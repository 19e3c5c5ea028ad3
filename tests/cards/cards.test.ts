import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { templatePaths } from '../../src/adapters/teams/cards/card-templates.ts';
import { renderCard, renderNotice } from '../../src/adapters/teams/cards/render-card.ts';
import type { CardName } from '../../src/ports/card-view.ts';
import { cardModel } from '../../src/presentation/cards/card-model.ts';
import { noticeModel } from '../../src/presentation/cards/notice.ts';
import { rooms } from '../../src/presentation/cards/parts.ts';
import { type Button, buttonsOf, primaryButtons, strayButtons, verbsWithoutButton } from './button-lint.ts';
import { inventedNotices } from './invented-notices.ts';
import { allInventedViews, inventedViews } from './invented-views.ts';
import * as lint from './template-lint.ts';

const asJson = (value: unknown): lint.Json => JSON.parse(JSON.stringify(value));
const fileOf = (name: keyof typeof templatePaths, ending: string) => `cards/${templatePaths[name]}${ending}`;
const templateNames = Object.keys(templatePaths) as (keyof typeof templatePaths)[];

const modelsOf = (name: keyof typeof templatePaths): readonly lint.Json[] =>
  name === 'notice'
    ? inventedNotices.map((notice) => asJson(noticeModel(notice)))
    : allInventedViews
        .filter(({ card }) => card === name)
        .map(({ view }) => asJson(cardModel(view, rooms[0])));

const expanded: readonly { readonly name: string; readonly card: lint.Json }[] = [
  ...allInventedViews.map(({ card, name, view }) => ({
    name: `${card} ${name}`,
    card: asJson(renderCard(view)),
  })),
  ...inventedNotices.map((notice, index) => ({
    name: `notice ${index}`,
    card: asJson(renderNotice(notice)),
  })),
];

const templates = templateNames.map((name) => ({
  name,
  template: asJson(JSON.parse(readFileSync(fileOf(name, '.json'), 'utf8'))),
}));

describe('the folder cards/', () => {
  it('holds a template and a sample for every card, and nothing else', () => {
    const wanted = templateNames.flatMap((name) => [fileOf(name, '.json'), fileOf(name, '.data.json')]);
    expect(globSync('cards/**/*.*').toSorted()).toEqual(wanted.toSorted());
  });

  it.each(templateNames)('shows in the sample of %s what presentation makes of the invented view', (name) => {
    const model =
      name === 'notice' ? noticeModel(inventedNotices[0]) : cardModel(inventedViews[name].sample, rooms[0]);
    const text = `${JSON.stringify(model, null, 2)}\n`;
    if (process.env['UPDATE_SAMPLES'] === '1') writeFileSync(fileOf(name, '.data.json'), text);
    expect(asJson(JSON.parse(readFileSync(fileOf(name, '.data.json'), 'utf8')))).toEqual(asJson(model));
  });
});

describe.each(templates)('the template of $name', ({ name, template }) => {
  it('binds every field of its view-model and no other', () => {
    expect(lint.strayBindings(template, lint.shapeOf(modelsOf(name)))).toEqual([]);
  });
  it('has no words', () => expect(lint.wordsInTemplate(template)).toEqual([]));
  it('has no logic', () => expect(lint.logicInTemplate(template)).toEqual([]));
  it('wraps its texts', () => expect(lint.unwrappedTexts(template)).toEqual([]));
  it('marks its headings', () => expect(lint.unmarkedHeadings(template)).toEqual([]));
  it('labels its inputs', () => expect(lint.unnamedInputs(template)).toEqual([]));
  it('is a Danish card of version 1.5 with a fallback', () => expect(lint.frameFaults(template)).toEqual([]));
});

const schemaFile = '../shared/schemas/adaptive-card-1.5.json';

function validator() {
  const { id: _id, $schema: _draft, ...schema } = JSON.parse(readFileSync(schemaFile, 'utf8'));
  return new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(schema);
}

describe('the expanded cards', () => {
  it.each(expanded)('have at most one primary button: $name', ({ card }) =>
    expect(primaryButtons(card)).toEqual([]),
  );
  it.each(expanded)('have no binding left and take at most 28 KB: $name', ({ card }) =>
    expect(lint.expandedFaults(card)).toEqual([]),
  );

  if (!existsSync(schemaFile))
    process.stdout.write(
      `Skipped: ${schemaFile} is not here, so cards are not held against Microsoft's schema.\n`,
    );
  it.skipIf(!existsSync(schemaFile))("are valid against Microsoft's schema of version 1.5", () => {
    const isValid = validator();
    const faults = expanded.flatMap(({ name, card }) =>
      isValid(card) ? [] : [{ name, errors: isValid.errors }],
    );
    expect(faults).toEqual([]);
    expect(
      isValid({ type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlok', text: 'planted' }] }),
    ).toBe(false);
  });
});

describe('buttons and handlers', () => {
  const buttons: readonly Button[] = expanded.flatMap(({ card }) => buttonsOf(card));

  it('know each other, with the same data', () => {
    expect([...new Set(strayButtons(buttons))]).toEqual([]);
    expect(verbsWithoutButton(buttons)).toEqual([]);
  });

  it('are seen to drift', () => {
    const approve: Button = {
      kind: 'execute',
      verb: 'minutes.approve',
      keys: ['meetingId', 'version', 'hash'],
    };
    expect(strayButtons([approve])).toEqual(['execute minutes.approve does not send nonce']);
    expect(strayButtons([{ ...approve, keys: [...approve.keys, 'nonce', 'planted'] }])).toEqual([
      'execute minutes.approve sends planted for nobody',
    ]);
    expect(strayButtons([{ kind: 'dialog', verb: 'minutes.approve', keys: [] }])).toEqual([
      'dialog minutes.approve has no handler',
    ]);
    expect(verbsWithoutButton(buttons.filter(({ verb }) => verb !== 'meeting.hold'))).toEqual([
      'execute meeting.hold has no button',
    ]);
    const withoutName = buttons.map((button) => ({
      ...button,
      keys: button.keys.filter((key) => key !== 'substituteName'),
    }));
    expect(verbsWithoutButton(withoutName)).toEqual([
      'submit invitation.answer is never sent substituteName',
    ]);
    const two = {
      actions: [1, 2].map(() => ({ type: 'Action.Submit', title: 'planted', style: 'positive' })),
    };
    expect(primaryButtons(two)).toHaveLength(2);
  });

  it.each(Object.keys(inventedViews) as CardName[])('of %s carry ids of their own view', (name) => {
    const ids = JSON.stringify(inventedViews[name].sample);
    const sent = lint
      .nodesOf(asJson(renderCard(inventedViews[name].sample)))
      .flatMap((node) =>
        typeof node['data'] === 'object' && node['data'] !== null ? Object.entries(node['data']) : [],
      );
    const own = sent.filter(([key, value]) => /Id$|^hash$|^nonce$/.test(key) && typeof value === 'string');
    expect(own.filter(([, value]) => !ids.includes(JSON.stringify(value)))).toEqual([]);
  });
});
