import { readFileSync, writeFileSync } from 'node:fs';
import type { Chance } from '../support/chance.ts';
import { chained, changed, hashed, renumbered, rewritten, rowAt, textColumns } from './event-rows.ts';

/** Changes the log in the file. Whoever can write the file can do all of this, and knows how hashes are made. */
export type Change = (file: string, chance: Chance) => void;

const signs = 'abcæøåXYZ0123456789{}[]":,. -/\\\u0000\u200b\u{1F600}';

/** One sign more, one less or another one. */
function oneSignOff(text: string, chance: Chance): string {
  const characters = [...text];
  const place = chance.below(characters.length + 1);
  const sign = chance.pick([...signs]);
  const kept = chance.below(3);
  const next = [
    ...characters.slice(0, place),
    ...(kept === 0 ? [] : [sign]),
    ...characters.slice(place + (kept === 1 ? 0 : 1)),
  ].join('');
  return next === text ? `${text} ` : next;
}

const changeOfText: Change = (file, chance) => {
  const row = rowAt(file, chance);
  const column = chance.pick(textColumns);
  changed(file, `UPDATE event SET ${column} = ? WHERE seq = ?`, oneSignOff(row[column], chance), row.seq);
};

const changeOfNumber: Change = (file, chance) => {
  const row = rowAt(file, chance);
  const by = chance.pick([-1_000, 1_000, 2 ** 40]);
  changed(
    file,
    `UPDATE event SET ${chance.pick(['seq', 'version'])} = ? WHERE seq = ?`,
    row.seq + by,
    row.seq,
  );
};

/** A single bit of the stored text, which may be no text any more. */
const changeOfBit: Change = (file, chance) => {
  const row = rowAt(file, chance);
  const column = chance.pick(['stream', 'id', 'at', 'actor', 'type', 'data', 'hash'] as const);
  const bytes = Buffer.from(row[column]);
  const place = chance.below(bytes.length);
  bytes[place] = (bytes[place] ?? 0) ^ (1 << chance.below(8));
  changed(file, `UPDATE event SET ${column} = CAST(? AS TEXT) WHERE seq = ?`, bytes, row.seq);
};

/** The same words, spelt otherwise. */
const respelling: Change = (file, chance) => {
  const { data, seq } = rowAt(file, chance);
  const spelt = chance.pick([
    data.replace(':', ': '),
    `${data} `,
    data.replace('t', '\\u0074'),
    data.replace('{', '{"type":"MeetingHeld",'),
  ]);
  changed(file, 'UPDATE event SET data = ? WHERE seq = ?', spelt, seq);
};

const valueOfAnother: Change = (file, chance) => {
  const [row, other] = [rowAt(file, chance), rowAt(file, chance)];
  const column = chance.pick(['stream', 'id', 'actor', 'data', 'hash'] as const);
  const value = row[column] === other[column] ? oneSignOff(row[column], chance) : other[column];
  const spare = chance.below(1_000);
  const sql = `UPDATE event SET ${column} = ?, version = version + ? WHERE seq = ?`;
  changed(file, sql, value, column === 'stream' ? spare + 1_000 : 0, row.seq);
};

const swap: Change = (file, chance) =>
  rewritten(file, (rows) => {
    const [one, other] = twoPlaces(rows.length, chance);
    return rows.map((row, place) => {
      const taken = place === one ? rows[other] : place === other ? rows[one] : row;
      return { ...(taken ?? row), seq: row.seq };
    });
  });

function twoPlaces(length: number, chance: Chance): readonly [number, number] {
  const one = chance.below(length);
  const other = chance.below(length - 1);
  return [one, other >= one ? other + 1 : other];
}

const removal: Change = (file, chance) =>
  rewritten(file, (rows) => {
    const place = chance.below(rows.length);
    const many = 1 + chance.below(3);
    const left = rows.filter((_row, index) => index < place || index >= place + many);
    return chance.happens(2) ? left : renumbered(left);
  });

const duplication: Change = (file, chance) =>
  rewritten(file, (rows) => {
    const place = chance.below(rows.length);
    const twice = rows.flatMap((row, index) => (index === place ? [row, row] : [row]));
    return chance.happens(2) ? twice : renumbered(twice);
  });

/** An event that never happened, with a hash as it would have to be. */
const insertion: Change = (file, chance) =>
  rewritten(file, (rows) => {
    const place = chance.below(rows.length);
    const before = rows[place - 1];
    const model = rows[chance.below(rows.length)] ?? rows[place];
    if (model === undefined) return rows;
    const invented = hashed({ ...model, seq: place + 1, id: 'invented' }, before?.hash ?? '');
    return renumbered([...rows.slice(0, place), invented, ...rows.slice(place)]);
  });

/** An event where nobody counts: before the first, or at a place that another event has. */
const intrusion: Change = (file, chance) =>
  rewritten(file, (rows) => {
    const model = rows[chance.below(rows.length)];
    if (model === undefined) return rows;
    const seq = chance.pick([0, -1, -(2 ** 40), model.seq, rows.length]);
    const before = rows.find((row) => row.seq === seq - 1);
    const invented = hashed({ ...model, seq, version: 9_999, id: 'invented' }, before?.hash ?? '');
    return [...rows, invented];
  });

const truncation: Change = (file, chance) =>
  rewritten(file, (rows) => rows.slice(0, rows.length - 1 - chance.below(rows.length - 1)));

/** A change, and every hash after it made anew: whole in itself. */
const rehashedTail: Change = (file, chance) =>
  rewritten(file, (rows) => {
    const place = chance.below(rows.length);
    const kind = chance.below(3);
    const written = rows.flatMap((row, index) => {
      if (index !== place) return [row];
      if (kind === 0) return [];
      if (kind === 1) return [row, { ...row, id: `${row.id}-invented` }];
      return [{ ...row, actor: JSON.stringify({ personId: `person-${5 + chance.below(5)}` }) }];
    });
    return chained(written);
  });

/** A single byte of the file, wherever it falls. */
export const changeOfByte: Change = (file, chance) => {
  const bytes = readFileSync(file);
  const place = chance.below(bytes.length);
  bytes[place] = (bytes[place] ?? 0) ^ (1 + chance.below(255));
  writeFileSync(file, bytes);
};

export const changes: Readonly<Record<string, Change>> = {
  'a changed text': changeOfText,
  'a changed number': changeOfNumber,
  'a changed bit': changeOfBit,
  'the same spelt otherwise': respelling,
  "another event's value": valueOfAnother,
  'two events that changed places': swap,
  'a removed event': removal,
  'an event twice': duplication,
  'an invented event': insertion,
  'an event where nobody counts': intrusion,
  'a removed end': truncation,
  'an end hashed anew': rehashedTail,
};
