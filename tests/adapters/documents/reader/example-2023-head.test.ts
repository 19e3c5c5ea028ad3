import { expect } from 'vitest';
import { fact, listed, person, read } from './example-2023.ts';

fact('the committee, the day, the hours, the place and the theme are read', () => {
  expect(read().paper).toMatchObject({
    committee: 'LUU SOSU-AMU',
    date: '2023-12-08',
    from: '09:00',
    to: '12:00',
    place: { site: 'SOSU MV Holstebro', street: 'Døesvej 66', room: 'lokale 2.9' },
    theme: 'Året der gik',
  });
});

fact('the presiding person and the minute-taker are read by name', () => {
  expect(read().paper.presidingPerson).toBe('Charlotte Lund Mathiasen');
  expect(read().paper.minuteTaker).toBe('Nanna Resen Westen');
});

fact('ten take part, in the order they are printed', () => {
  expect(listed('deltager')).toEqual([
    'Charlotte Lund Mathiasen',
    'Anne Christmann Ramsgaard',
    'Birgitte E. Jacobsen',
    'Grethe Madsen',
    'Jeanette Pedersen',
    'Lene Nørlund',
    'Maja Flamsted',
    'Tina Holmgaard',
    'Trine Tjagvad Riis',
    'Vinni Schubert',
  ]);
});

fact('three are attached and four sent apologies', () => {
  expect(listed('tilforordnet')).toEqual([
    'Anette Bach Nielsen',
    'Line Kusk Andreasen',
    'Maj-Britt Svostrup Ørneborg',
  ]);
  expect(listed('afbud')).toEqual([
    'Betina Reinholt Nielsen',
    'Henrik Saul',
    'Louise Odgaard',
    'Tine Nyegaard Hansen',
  ]);
});

fact('title, organisation and role of the chairs are apart, also where the line wraps', () => {
  expect(person('Charlotte Lund Mathiasen')).toEqual({
    name: 'Charlotte Lund Mathiasen',
    title: 'Sektorformand i Social og sundhed',
    organisation: 'FOA Midt- og Vestjylland',
    role: 'formand i LUU',
    list: 'deltager',
  });
  expect(person('Anne Christmann Ramsgaard')).toMatchObject({
    title: 'Sundheds- og ældrechef',
    organisation: 'Herning Kommune',
    role: 'næstformand i LUU',
  });
});

fact('organisations stand behind v/, in brackets, after a comma and at a hospital', () => {
  expect(person('Tina Holmgaard')?.organisation).toBe('Struer Kommune');
  expect(person('Lene Nørlund')?.organisation).toBe('Lemvig Kommune');
  expect(person('Vinni Schubert')?.organisation).toBe('FOA Midt- og Vestjylland');
  expect(person('Trine Tjagvad Riis')?.organisation).toBe('FOA Midt- og Vestjylland');
  expect(person('Jeanette Pedersen')?.organisation).toBe('FOA Midt- og Vestjylland');
  expect(person('Line Kusk Andreasen')).toMatchObject({
    title: 'Efter-videreuddannelse',
    organisation: 'SOSU MV',
  });
  expect(person('Tine Nyegaard Hansen')?.organisation).toBe('Region Midtjylland');
  expect(person('Birgitte E. Jacobsen')?.organisation).toBe('Regionshospitalet Gødstrup');
});

fact('pupils have the role of a pupil and the school they go to', () => {
  for (const [name, school] of [
    ['Maja Flamsted', 'Holstebro'],
    ['Betina Reinholt Nielsen', 'Herning'],
    ['Louise Odgaard', 'Herning'],
  ] as const) {
    expect(person(name)).toMatchObject({ role: 'elevrepræsentant', organisation: school });
    expect(person(name)?.title).toBeUndefined();
  }
});
