import { diffWordsWithSpace } from 'diff';
import type { TextDifference, TextPart } from '../../ports/text-difference.ts';

/** Texts that have less in common are told as one text gone and one come: looking further takes long and helps nobody. */
const mostChanges = 600;

export const wordDifference: TextDifference = (before, after) => {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  const found = diffWordsWithSpace(before, after, { maxEditLength: mostChanges });
  if (found === undefined) return [removed(before), added(after)].filter(hasText);
  const parts = found.map(
    ({ value: text, added: isNew, removed: isGone }): TextPart => ({
      kind: isNew ? 'added' : isGone ? 'removed' : 'same',
      text,
    }),
  );
  return readable(parts);
};

/**
 * Words that changed side by side are one change: the blank between them is told with both. A stretch is all that went,
 * then all that came.
 */
function readable(parts: readonly TextPart[]): readonly TextPart[] {
  const told: TextPart[] = [];
  let [gone, come, blank, kept] = ['', '', '', ''];
  const flush = () => {
    const end = sharedBlankEnd(gone, come);
    told.push(
      removed(gone.slice(0, gone.length - end.length)),
      added(come.slice(0, come.length - end.length)),
    );
    [gone, come, kept, blank] = ['', '', end + blank, ''];
  };
  for (const { kind, text } of parts) {
    if (kind === 'same' && isJoint(text, gone, come)) {
      blank += text;
    } else if (kind === 'same') {
      flush();
      told.push(same(kept + text));
      kept = '';
    } else {
      gone += blank + (kind === 'removed' ? text : '');
      come += blank + (kind === 'added' ? text : '');
      blank = '';
    }
  }
  flush();
  return [...told, same(kept)].filter(hasText);
}

/**
 * What stands between two changes without being a word: a blank, where words went and came, and a point or comma in any
 * case, which is most often another one.
 */
function isJoint(text: string, gone: string, come: string): boolean {
  if (/^[^\S\n]+$/.test(text)) return gone !== '' && come !== '';
  return gone + come !== '' && /^[^\S\n]?\p{P}[^\S\n]?$/u.test(text);
}

/** The blank after the last word of both is no part of the change. */
function sharedBlankEnd(gone: string, come: string): string {
  const end = /[^\S\n]+$/.exec(gone)?.[0] ?? '';
  return come.endsWith(end) ? end : '';
}

function same(text: string): TextPart {
  return { kind: 'same', text };
}

function removed(text: string): TextPart {
  return { kind: 'removed', text };
}

function added(text: string): TextPart {
  return { kind: 'added', text };
}

function hasText({ text }: TextPart): boolean {
  return text !== '';
}
