import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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
import { cardAttachment, sampleCard } from './invented-committee.ts';

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

describe('refresh', () => {
  const mriOf = async (person: string) => {
    const { body } = await bench.get('/local/api/state');
    return body.people.find((one: Loose) => one.personId === person).mri;
  };
  const refresh = (person: string, id: string) => onBench.act('refresh', { person }, id);

  it('asks the bot for those who are named, and for nobody else', async () => {
    const id = await onBench.post(sampleCard([await mriOf('medlem')]));
    bench.bot.rule = () => cardAnswer(view('Din visning'));
    expect((await refresh('formand', id)).body).toEqual({ kind: 'done' });
    expect(bench.bot.received).toEqual([]);
    expect((await refresh('medlem', id)).body.kind).toBe('card');
    expect(bench.bot.received[0].value).toEqual({
      action: { type: 'Action.Execute', verb: 'minutes.show', data: { nonce: 'r1' } },
      trigger: 'automatic',
    });
    expect(await onBench.cardSeen('medlem', id)).toEqual(view('Din visning'));
    expect(await onBench.cardSeen('formand', id)).toMatchObject({ body: [{ text: 'Referat' }, {}] });
  });

  it('does not bring an old view back when the bot has edited the message meanwhile', async () => {
    const id = await onBench.post(sampleCard([await mriOf('medlem')]));
    bench.bot.rule = async () => {
      await bench.connector('PUT', `${activities}/${id}`, message(view('Ny')));
      return cardAnswer(view('Gammel'));
    };
    await refresh('medlem', id);
    expect(await onBench.cardSeen('medlem', id)).toEqual(view('Ny'));
  });

  it('is wished for in what the named person reads, and not after the message is deleted', async () => {
    const id = await onBench.post(sampleCard([await mriOf('medlem')]));
    const wishes = async (person: string) => {
      const { body } = await bench.get(`/local/api/chats/${group}/activities?person=${person}`);
      return body.find((one: Loose) => one.id === id).refresh;
    };
    expect([await wishes('medlem'), await wishes('formand')]).toEqual([true, false]);
    await bench.connector('DELETE', `${activities}/${id}`);
    expect(await wishes('medlem')).toBe(false);
  });
});

describe('a dialog', () => {
  const dialogAnswer = (task: unknown) => ({ status: 200, body: { task } });
  const value = {
    title: 'Indsigelse',
    height: 'medium',
    width: 500,
    card: cardAttachment(view('Hvad er galt?')),
  };
  const submit = (data: object) => bench.post(`/local/api/chats/${group}/dialog`, { person: 'medlem', data });

  it('is fetched with the data of the button, and opens with the bot’s card', async () => {
    bench.bot.rule = () => dialogAnswer({ type: 'continue', value });
    expect((await onBench.press('Gør indsigelse')).body).toEqual({
      kind: 'dialog',
      dialog: { title: 'Indsigelse', height: 'medium', width: 500, card: view('Hvad er galt?') },
    });
    expect(bench.bot.received).toMatchObject([
      {
        type: 'invoke',
        name: 'task/fetch',
        replyToId: onBench.messageId,
        value: { data: { verb: 'minutes.object', remark: 'ingen', msteams: { type: 'task/fetch' } } },
      },
    ]);
  });

  it('is submitted with what was typed; the answer is a next card, a text, or the end', async () => {
    const answers = [
      dialogAnswer({ type: 'continue', value }),
      dialogAnswer({ type: 'message', value: 'Modtaget' }),
    ];
    bench.bot.rule = () => answers.shift();
    expect((await submit({ text: 'Nej' })).body.kind).toBe('dialog');
    expect((await submit({ text: 'Nej' })).body).toEqual({ kind: 'message', text: 'Modtaget' });
    expect((await submit({ text: 'Nej' })).body).toEqual({ kind: 'done' });
    expect(bench.bot.received[0]).toMatchObject({
      name: 'task/submit',
      value: { data: { text: 'Nej' }, context: { theme: 'default' } },
    });
    expect(bench.bot.received[0].replyToId).toBeUndefined();
  });

  it('says so when the bot answers with something that is no dialog', async () => {
    bench.bot.rule = () => dialogAnswer({ type: 'continue', value: { url: 'https://example.invalid' } });
    expect((await onBench.press('Gør indsigelse')).body.kind).toBe('error');
  });
});
