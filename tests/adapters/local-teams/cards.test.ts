import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { localPageTexts } from '../../../src/presentation/texts/local-page.da.ts';
import { type Bench, type Loose, openBench, removeFolder } from './bench.ts';
import {
  activities,
  type CardOnBench,
  cardAnswer,
  group,
  message,
  postSampleCard,
  view,
} from './committee-card.ts';
import { personalChat, sampleCard } from './invented-committee.ts';

let bench: Bench;
let onBench: CardOnBench;

beforeEach(async () => {
  bench = await openBench();
  await bench.teams.start();
  onBench = await postSampleCard(bench);
  bench.bot.received.length = 0;
});

afterEach(async () => {
  await bench.close();
  removeFolder(bench);
});

describe('Action.Execute', () => {
  it('reaches the bot as adaptiveCard/action with data and inputs in one object', async () => {
    await onBench.press('Godkend', { remark: 'ja' });
    expect(bench.bot.received).toMatchObject([
      {
        type: 'invoke',
        name: 'adaptiveCard/action',
        replyToId: onBench.messageId,
        conversation: { id: group },
        channelData: { source: { name: 'message' }, legacy: { replyToId: onBench.messageId } },
        value: {
          action: { type: 'Action.Execute', verb: 'minutes.approve', data: { nonce: 'n1', remark: 'ja' } },
          trigger: 'manual',
        },
      },
    ]);
  });

  it('sends inputs as they stand when nothing was typed', async () => {
    await onBench.press('Godkend');
    expect(bench.bot.received[0].value.action.data).toEqual({ nonce: 'n1', remark: 'ingen' });
  });

  it('shows a card in answer to the one who pressed, and to nobody else', async () => {
    bench.bot.rule = () => cardAnswer(view('Du har godkendt'));
    expect((await onBench.press('Godkend')).body).toEqual({ kind: 'card', card: view('Du har godkendt') });
    expect(await onBench.cardSeen('medlem')).toEqual(view('Du har godkendt'));
    expect(await onBench.cardSeen('formand')).toEqual(sampleCard());
  });

  it('only offers what stands on the card as the person sees it', async () => {
    bench.bot.rule = () => cardAnswer(view('Du har godkendt'));
    await onBench.press('Godkend');
    expect((await onBench.press('Godkend')).body.error.code).toBe('ActionNotOnCard');
    expect((await onBench.press('Slukket')).status).toBe(404);
    expect((await onBench.act('press', { person: 'formand', choose: {} })).status).toBe(404);
    expect(bench.bot.received).toHaveLength(1);
  });

  it('keeps the personal view until the bot edits the message', async () => {
    bench.bot.rule = () => cardAnswer(view('Du har godkendt'));
    await onBench.press('Godkend');
    await bench.connector(
      'PUT',
      `${activities}/${onBench.messageId}`,
      message(view('Referatet er godkendt')),
    );
    expect(await onBench.cardSeen('medlem')).toEqual(view('Referatet er godkendt'));
  });

  it.each([
    [
      'a message',
      200,
      { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Tak' },
      'message',
      'Tak',
    ],
    [
      'an error',
      200,
      {
        statusCode: 400,
        type: 'application/vnd.microsoft.error',
        value: { code: 'X', message: 'Fristen er udløbet' },
      },
      'error',
      'Fristen er udløbet',
    ],
    [
      'an error without words',
      200,
      { statusCode: 500, type: 'application/vnd.microsoft.error' },
      'error',
      localPageTexts.answers.failed,
    ],
    [
      'a login request',
      200,
      { statusCode: 401, type: 'application/vnd.microsoft.activity.loginRequest' },
      'error',
      localPageTexts.answers.failed,
    ],
    [
      'a type of nobody’s',
      200,
      { statusCode: 200, type: 'application/x', value: {} },
      'error',
      localPageTexts.answers.failed,
    ],
    ['a failed request', 500, undefined, 'error', localPageTexts.answers.failed],
  ])('%s becomes what the person reads, and no view is kept', async (_, status, body, kind, text) => {
    bench.bot.rule = () => ({ status, body });
    expect((await onBench.press('Godkend')).body).toEqual({ kind, text });
    expect(await onBench.cardSeen('medlem')).toEqual(sampleCard());
  });

  it('an empty answer changes nothing', async () => {
    expect((await onBench.press('Godkend')).body).toEqual({ kind: 'done' });
  });
});

describe('Action.Submit', () => {
  const last = async (): Promise<Loose> =>
    (await bench.get(`/local/api/chats/${group}/activities?person=formand`)).body.at(-1);

  it('as imBack writes the words in the chat for all, and the bot hears them', async () => {
    await onBench.press('Sig til');
    expect(bench.bot.received[0]).toMatchObject({ type: 'message', text: 'status' });
    expect(await last()).toMatchObject({ text: 'status', from: { personId: 'medlem' } });
  });

  it('as messageBack shows one text and sends another, with value and inputs', async () => {
    await onBench.press('Meld tilbage');
    const value = { a: 1, remark: 'ingen' };
    expect(bench.bot.received[0]).toMatchObject({ text: 'kode 7', value, replyToId: onBench.messageId });
    expect((await last()).text).toBe('Meldt');
  });

  it('plainly sends data and inputs without a word in the chat', async () => {
    await onBench.press('Send ind');
    const value = { plain: true, remark: 'ingen' };
    expect(bench.bot.received[0]).toMatchObject({ type: 'message', value, replyToId: onBench.messageId });
    expect(bench.bot.received[0].text).toBeUndefined();
    expect((await last()).id).toBe(onBench.messageId);
  });

  it('can be sent as the renderer reports it, as long as the card is there', async () => {
    const action = {
      type: 'Action.Execute',
      verb: 'minutes.approve',
      data: { nonce: 'n1', remark: 'fra siden' },
    };
    await onBench.act('press', { person: 'medlem', action });
    expect(bench.bot.received[0].value.action.data.remark).toBe('fra siden');
    expect((await onBench.act('press', { person: 'medlem', action }, '404')).status).toBe(404);
    const stranger = await bench.post(
      `/local/api/chats/${personalChat}/activities/${onBench.messageId}/press`,
      {
        person: 'medlem',
        action,
      },
    );
    expect(stranger.status).toBe(404);
    expect(bench.bot.received).toHaveLength(1);
  });
});
