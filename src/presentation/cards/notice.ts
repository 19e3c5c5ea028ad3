import { type Fact, fact, type Head, head, type Line, line, type Maybe } from './parts.ts';

/** A plain answer: a refusal, a receipt, something that could not be done. */
export type NoticeView = {
  readonly heading: string;
  readonly sentences: readonly string[];
  readonly facts?: readonly { readonly title: string; readonly value: string }[];
};

export type NoticeModel = Pick<Head, 'fallback' | 'heading'> & {
  readonly lines: readonly Line[];
  readonly factSets: Maybe<{ readonly facts: readonly Fact[] }>;
};

export const noticeModel = ({ heading, sentences, facts = [] }: NoticeView): NoticeModel => {
  const { kicker: _none, ...title } = head(
    [heading, ...sentences].join('. ').replaceAll('..', '.'),
    '',
    heading,
  );
  return {
    ...title,
    lines: sentences.slice(0, 20).map((sentence) => line(sentence, 600)),
    factSets:
      facts.length === 0
        ? []
        : [{ facts: facts.slice(0, 20).flatMap(({ title: name, value }) => fact(name, value)) }],
  };
};
