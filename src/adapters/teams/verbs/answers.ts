import type { Refusal } from '../../../domain/refusal.ts';
import type { NoticeView } from '../../../presentation/cards/notice.ts';
import { plain } from '../../../presentation/escape-text.ts';
import { refusalNotice } from '../../../presentation/texts/refusal.da.ts';
import { renderNotice } from '../cards/render-card.ts';
import type { ActAnswer, DialogAnswer, Said } from '../handlers.ts';

/** A notice as running text, for places that take no card. */
function noticeText({ heading, sentences }: NoticeView): string {
  return plain([`${heading}.`, ...sentences].join(' '), 2_000);
}

export function told(notice: NoticeView): ActAnswer & { readonly kind: 'message' } {
  return { kind: 'message', text: noticeText(notice) };
}

export function toldInDialog(notice: NoticeView): DialogAnswer {
  return { kind: 'message', text: noticeText(notice) };
}

export function refusedAct(refusal: Refusal): ActAnswer {
  return told(refusalNotice(refusal));
}

export function refusedDialog(refusal: Refusal): DialogAnswer {
  return toldInDialog(refusalNotice(refusal));
}

export function saidNotice(notice: NoticeView): Said {
  return { card: renderNotice(notice), summary: notice.heading };
}
