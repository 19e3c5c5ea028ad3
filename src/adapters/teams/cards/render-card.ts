import { defect } from '../../../domain/defect.ts';
import type { CardView } from '../../../ports/card-view.ts';
import { cardModel } from '../../../presentation/cards/card-model.ts';
import { type NoticeView, noticeModel } from '../../../presentation/cards/notice.ts';
import { rooms } from '../../../presentation/cards/parts.ts';
import { type TemplateName, templateOf } from './card-templates.ts';

/** An Adaptive Card 1.5, ready to be sent. */
export type CardJson = {
  readonly type: 'AdaptiveCard';
  readonly version: string;
  readonly body: readonly unknown[];
  readonly actions?: readonly unknown[];
};

/** Teams shows cards up to 28 KB everywhere; bytes of UTF-8. */
const maxCardBytes = 28_000;

/** The card as it is sent. One that grows over the limit is made again with less room: a message is never lost to its length. */
export function renderCard(view: CardView): CardJson {
  let smallest: CardJson | undefined;
  for (const room of rooms) {
    const { card, bytes } = expand(view.card, cardModel(view, room));
    if (bytes <= maxCardBytes) return card;
    smallest = card;
  }
  return smallest ?? defect('no room to render a card in');
}

/** A plain answer: refusal, receipt, or what could not be done. */
export function renderNotice(notice: NoticeView): CardJson {
  return expand('notice', noticeModel(notice)).card;
}

function expand(name: TemplateName, model: object): { readonly card: CardJson; readonly bytes: number } {
  const card: CardJson = templateOf(name).expand({ $root: model });
  const json = JSON.stringify(card);
  // an unbound field would be shown to people as `${field}`; people's own `${` is taken apart before it comes here
  if (json.includes('${')) return defect(`the template of ${name} binds a field that its model lacks`);
  return { card, bytes: Buffer.byteLength(json) };
}
