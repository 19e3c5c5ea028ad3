import type { Bench, Loose, Reply } from './bench.ts';
import { cardAttachment, committee, sampleCard } from './invented-committee.ts';

export const group = committee.conversationId;
export const activities = `v3/conversations/${encodeURIComponent(group)}/activities`;
export const message = (card: unknown) => ({ type: 'message', attachments: [cardAttachment(card)] });
export const view = (text: string) => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type: 'TextBlock', text }],
});
export const cardAnswer = (card: unknown) => ({
  status: 200,
  body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card },
});

/** A card in the committee's chat, and what people do with it. */
export type CardOnBench = {
  readonly messageId: string;
  post(card: unknown): Promise<string>;
  act(name: string, body: unknown, id?: string): Promise<Reply>;
  press(title: string, inputs?: object): Promise<Reply>;
  cardSeen(person: string, id?: string): Promise<Loose>;
};

export async function postSampleCard(bench: Bench): Promise<CardOnBench> {
  const post = async (card: unknown) => (await bench.connector('POST', activities, message(card))).body.id;
  const messageId = await post(sampleCard());
  const act = (name: string, body: unknown, id = messageId) =>
    bench.post(`/local/api/chats/${group}/activities/${id}/${name}`, body);
  return {
    messageId,
    post,
    act,
    press: (title, inputs) =>
      act('press', { person: 'medlem', choose: { title }, ...(inputs === undefined ? {} : { inputs }) }),
    async cardSeen(person, id = messageId) {
      const { body } = await bench.get(`/local/api/chats/${group}/activities?person=${person}`);
      return body.find((one: Loose) => one.id === id).cards[0];
    },
  };
}
