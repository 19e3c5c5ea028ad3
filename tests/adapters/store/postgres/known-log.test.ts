import { beforeEach, describe, expect, it } from 'vitest';
import { KnownLog } from '../../../../src/adapters/store/postgres/known-log.ts';
import { RecentlyUsed } from '../../../../src/adapters/store/recently-used.ts';
import { advanced, type KnownStream } from '../../../../src/adapters/store/stream-states.ts';
import type { Fold } from '../../../../src/ports/event-log.ts';
import { told, toldWords } from '../../../contracts/told-events.ts';

const row = (seq: number, stream: string, version: number, word: string) => ({
  seq,
  stream,
  version,
  data: JSON.stringify(told(word)),
});

function streamOfWords(words: readonly string[], fold: Fold<unknown> = toldWords): KnownStream {
  const folded = advanced({ fold, version: 0, state: fold.initial }, words.map(told));
  return { head: words.length, folded: new Map([[fold.name, folded]]) };
}

describe('the states known of a log that others write to', () => {
  let known: KnownLog;
  const wordsOf = (stream: string) => known.streams.peek(stream)?.folded.get(toldWords.name)?.state;
  beforeEach(() => {
    known = new KnownLog(new RecentlyUsed(10));
    known.beginAt(5);
    known.streams.set('a', streamOfWords(['1', '2']));
  });

  it('follow what others add', () => {
    known.catchUp([row(6, 'b', 1, 'x'), row(7, 'a', 3, '3')]);
    expect([known.seq, wordsOf('a'), wordsOf('b')]).toEqual([7, ['1', '2', '3'], undefined]);
  });

  it('take in no event twice, when two have asked for the same ones', () => {
    const rows = [row(6, 'a', 3, '3'), row(7, 'a', 4, '4')];
    known.catchUp(rows.slice(0, 1));
    known.catchUp(rows);
    known.catchUp(rows);
    expect([known.seq, wordsOf('a')]).toEqual([7, ['1', '2', '3', '4']]);
  });

  it('take over those of a batch, unless somebody has gone beyond it', () => {
    const keep = () => known.streams.set('a', streamOfWords(['1', '2', 'mine']));
    known.catchUp([row(6, 'a', 3, 'mine'), row(7, 'a', 4, 'theirs')]);
    known.movedBy({ to: 6, keep });
    expect([known.seq, wordsOf('a')]).toEqual([7, ['1', '2', 'mine', 'theirs']]);
    known.movedBy({ to: 9, keep });
    expect([known.seq, wordsOf('a')]).toEqual([9, ['1', '2', 'mine']]);
  });

  it('are forgotten where an event is not the next one', () => {
    known.catchUp([row(6, 'a', 9, 'far')]);
    expect([known.seq, wordsOf('a')]).toEqual([6, undefined]);
  });

  it('are forgotten where a fold cannot take what somebody has added', () => {
    const picky: Fold<number> = {
      name: 'picky',
      initial: 0,
      evolve: (count) => {
        if (count === 2) throw new Error('planted');
        return count + 1;
      },
    };
    known.streams.set('a', streamOfWords(['1', '2'], picky));
    known.catchUp([row(6, 'a', 3, '3')]);
    expect(known.streams.peek('a')).toBeUndefined();
  });

  it('are all forgotten when it begins anew', () => {
    known.beginAt(2);
    expect([known.seq, wordsOf('a')]).toEqual([2, undefined]);
  });
});
