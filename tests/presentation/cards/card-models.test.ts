import { describe, expect, it } from 'vitest';
import { agendaModel } from '../../../src/presentation/cards/agenda.ts';
import { minutesForApprovalModel } from '../../../src/presentation/cards/minutes-for-approval.ts';
import { answerBar } from '../../../src/presentation/cards/minutes-status.ts';
import { objectionReceivedModel } from '../../../src/presentation/cards/objection-received.ts';
import { rooms } from '../../../src/presentation/cards/parts.ts';
import { richLine, richLines } from '../../../src/presentation/cards/rich-lines.ts';
import { rulingModel } from '../../../src/presentation/cards/ruling.ts';
import { inventedViews } from '../../cards/invented-views.ts';

describe('the agenda card', () => {
  const { crowded, overfull, coming, unanswered, closed, sample } = inventedViews.agenda;

  it('shows twelve items and twenty annexes whole', () => {
    const model = agendaModel(crowded ?? sample);
    expect(model.items).toHaveLength(12);
    expect(model.items.flatMap(({ annexes }) => annexes)).toHaveLength(20);
    expect(model.leftOut).toEqual([]);
  });

  it('counts what it has no room for', () => {
    const [, , , , tight] = rooms;
    const model = agendaModel(overfull ?? sample, tight);
    expect(model.items).toHaveLength(tight.items);
    expect(model.leftOut.map(({ text }) => text)).toEqual([
      'Og 188 punkter mere, se dagsordenen.',
      '22 bilag står i dagsordenen.',
    ]);
  });

  it('offers only the answer that was not given', () => {
    const offered = (view = sample) => {
      const { coming: yes, apologies } = agendaModel(view);
      return [...yes, ...apologies].map(({ title }) => title);
    };
    expect(offered(unanswered)).toEqual(['Jeg deltager', 'Afbud …']);
    expect(offered(coming)).toEqual(['Afbud …']);
    expect(offered(sample)).toEqual(['Jeg deltager alligevel']);
    expect(offered(closed)).toEqual([]);
  });
});

describe('the card of minutes for approval', () => {
  const views = inventedViews['minutes-for-approval'];
  const offered = (name: string) => {
    const { approve, object, withdrawApproval, withdrawObjection } = minutesForApprovalModel(
      views[name] ?? views.sample,
    );
    return [...approve, ...object, ...withdrawApproval, ...withdrawObjection].map(({ title }) => title);
  };

  it.each([
    ['sample', ['Godkend', 'Gør indsigelse …']],
    ['approved', ['Gør indsigelse …', 'Fortryd']],
    ['objected', ['Ny indsigelse …', 'Træk indsigelsen tilbage']],
    [
      'objectedTwice',
      ['Ny indsigelse …', 'Træk indsigelsen mod punkt 6 tilbage', 'Træk indsigelsen tilbage'],
    ],
    ['notAsked', []],
    ['superseded', []],
    ['pastDeadline', []],
    ['closed', []],
  ])('offers in the state %s just what can be done: %j', (name, titles) =>
    expect(offered(name)).toEqual(titles),
  );

  it('says until when, what silence means and by which rule', () => {
    const [asked] = minutesForApprovalModel(views.sample).asked;
    expect(asked?.text).toBe('Læs referatet, og svar senest fredag den 22. december 2023 kl. 24.00.');
    expect(asked?.silence).toBe(
      'Hører vi ikke fra dig, er referatet godkendt (forretningsordenens punkt 6).',
    );
  });

  it('does not promise approval by silence where the rules want every answer', () => {
    const explicit = { ...views.sample, terms: { ...views.sample.terms, approval: 'explicit' as const } };
    expect(minutesForApprovalModel(explicit).asked[0]?.silence).toContain('først godkendt, når alle');
  });
});

describe('the bar of answers', () => {
  it('has a part for each kind of answer that was given, in the order of the words', () => {
    expect(
      answerBar({ entitled: 10, approved: 6, objected: 0 }).map(({ text, width }) => [text, width]),
    ).toEqual([
      ['6', 60],
      ['4', 40],
    ]);
  });
  it('keeps a small part readable, and nobody entitled is no division by nothing', () => {
    expect(answerBar({ entitled: 100, approved: 1, objected: 0 })[0]?.width).toBe(12);
    expect(answerBar({ entitled: 0, approved: 0, objected: 0 })).toEqual([]);
  });
});

describe('the card of an objection', () => {
  const { accepted, late, withdrawn, rejected, sample, carriedOut } = inventedViews['objection-received'];
  const offered = (view = sample) => {
    const { accept, others, sendNewVersion } = objectionReceivedModel(view);
    return [...accept, ...others, ...sendNewVersion].map(({ title }) => title);
  };

  it('asks for a ruling once, then for a new version', () => {
    expect(offered()).toEqual(['Tag til følge …', 'Delvist …', 'Ikke til følge …']);
    expect(offered(accepted)).toEqual(['Send version 2 …']);
    for (const view of [late, withdrawn, rejected, carriedOut]) expect(offered(view)).toEqual([]);
  });
});

describe('a long objection', () => {
  it('says so where the card shows less than was written', () => {
    const { sample } = inventedViews['objection-received'];
    const long = {
      ...sample,
      objection: { ...sample.objection, text: 'Vi husker det anderledes. '.repeat(300) },
    };
    const noted = (room: (typeof rooms)[number]) => JSON.stringify(objectionReceivedModel(long, room).notes);
    expect(noted(rooms[0])).toBe('[]');
    expect(noted(rooms[1])).toContain('gemt i sin helhed');
  });
});

describe('the dialog of a ruling', () => {
  const { sample, rejected, tooLong } = inventedViews.ruling;

  it('gives the text of the item whole, as it will come back', () => {
    expect(rulingModel(sample).fields.map(({ id, value }) => [id, value])).toEqual([
      ['summary', sample.current.summary],
      ['decision', sample.current.decision],
    ]);
  });

  it('leaves out, rather than cuts, what the card cannot hold', () => {
    const { fields, amendments } = rulingModel(tooLong ?? sample);
    expect(fields.map(({ id }) => id)).toEqual(['decision']);
    expect(amendments.map(({ text }) => text).join(' ')).toContain('Resumé er for lang');
  });

  it('amends nothing where the objection is rejected', () =>
    expect(rulingModel(rejected ?? sample).fields).toEqual([]));
});

describe('rich text on a card', () => {
  it('keeps bullets as signs and drops the marks', () => {
    expect(richLines('### Ramme\nEn lang\nlinje.\n\n- **et**\n  - to', 200).map(({ text }) => text)).toEqual([
      'Ramme',
      'En lang',
      'linje.',
      '• et',
      '◦ to',
    ]);
  });

  it('becomes one sentence in a list of many', () => {
    expect(richLine('Udvalget beder om:\n\n- et\n- to.\n- tre', 200)).toBe('Udvalget beder om: et; to. tre');
  });
});
