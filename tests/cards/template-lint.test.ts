import { describe, expect, it } from 'vitest';
import * as lint from './template-lint.ts';

/** Each rule sees its planted fault, and leaves its neighbour alone. */
const text = (more: object): lint.Json =>
  JSON.parse(JSON.stringify({ type: 'TextBlock', text: '${name}', wrap: true, ...more }));
const card = (...body: readonly lint.Json[]): lint.Json => ({ type: 'AdaptiveCard', body });

describe('the lint over cards/', () => {
  it('sees a binding that no view fills, and a field that is shown nowhere', () => {
    const shape = lint.shapeOf([
      { name: 'x', items: [] },
      { name: 'y', items: [{ title: 'z', hidden: 1 }] },
    ]);
    const list: lint.Json = {
      type: 'TextBlock',
      $data: '${items}',
      text: '${title} ${$root.name} ${planted}',
    };
    expect(lint.strayBindings(card(list), shape)).toEqual([
      '${planted} is bound to nothing',
      '$root.items.hidden is shown nowhere',
    ]);
  });

  it('sees a field of the outer object used inside a list', () => {
    const shape = lint.shapeOf([{ name: 'x', items: [{ title: 'z' }] }]);
    const list: lint.Json = { type: 'TextBlock', $data: '${items}', text: '${title} ${name}' };
    expect(lint.strayBindings(card(list), shape)).toEqual([
      '${name} is bound to nothing',
      '$root.name is shown nowhere',
    ]);
  });

  it('sees a binding that was not filled, and a card that is too large', () => {
    expect(lint.expandedFaults(card(text({})))).toEqual(['a binding is left']);
    const long = card(text({ text: 'æ'.repeat(14_000) }));
    expect(lint.expandedFaults(long)).toEqual([`${Buffer.byteLength(JSON.stringify(long))} bytes`]);
    expect(lint.expandedFaults(card(text({ text: 'x'.repeat(14_000) })))).toEqual([]);
  });

  it('sees words', () => {
    expect(lint.wordsInTemplate(card(text({ text: 'Godkend' })))).toEqual(['text: "Godkend"']);
    expect(lint.wordsInTemplate(card(text({ text: 'Punkt ${number}' })))).toEqual([
      'text: "Punkt ${number}"',
    ]);
    expect(lint.wordsInTemplate({ type: 'Action.Submit', title: 'Send' })).toEqual(['title: "Send"']);
    expect(lint.wordsInTemplate({ type: 'Input.Text', hint: 'Skriv' })).toEqual(['hint: "Skriv"']);
    expect(lint.wordsInTemplate(card(text({ text: ' ' }), text({})))).toEqual([]);
  });

  it('sees logic', () => {
    expect(lint.logicInTemplate(card(text({ $when: '${count > 0}' })))).toEqual([
      '$when: "${count > 0}"',
      'count > 0',
    ]);
    expect(lint.logicInTemplate(card(text({ text: "${formatDateTime(at, 'd')}" })))).toHaveLength(1);
    expect(lint.logicInTemplate(card(text({ text: '${$root.labels.a}' })))).toEqual([]);
  });

  it('sees text that does not wrap', () => {
    expect(lint.unwrappedTexts(card(text({ wrap: false })))).toEqual(['${name} does not wrap']);
    expect(lint.unwrappedTexts(card(text({})))).toEqual([]);
  });

  it('sees a heading that is only drawn as one, and a card without', () => {
    const drawn = text({ text: '${itemsHeading}', weight: 'bolder' });
    expect(lint.unmarkedHeadings(card(drawn))).toEqual([
      'no heading at all',
      '${itemsHeading} is no heading',
    ]);
    expect(lint.unmarkedHeadings(card(text({ style: 'heading', size: 'large' })))).toEqual([]);
  });

  it('sees an input without a label, and one that does not say what is missing', () => {
    const input = { type: 'Input.Text', id: 'text', isRequired: true };
    expect(lint.unnamedInputs(card(input))).toEqual([
      'text has no label',
      'text does not say what is missing',
    ]);
    expect(lint.unnamedInputs(card({ ...input, label: '${a}', errorMessage: '${b}' }))).toEqual([]);
  });

  it('sees a card of another language, version or without fallback', () => {
    expect(lint.frameFaults({ type: 'AdaptiveCard', version: '1.6', lang: 'en' })).toEqual([
      'lang is not da',
      'version is not 1.5',
      'no fallbackText',
    ]);
  });
});
