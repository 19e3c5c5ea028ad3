import type { LocalPerson } from '../support/local-person.ts';
import { committeeChat, meetingDay, objection, type Story } from './story.ts';

/** Who is called to the meeting, and who of them is asked about the minutes. */
export const invited: readonly string[] = [
  ...['karen', 'bo', 'mette', 'jens', 'lone', 'ole', 'pia', 'tina', 'gitte', 'emil'],
];
export const entitled = invited.slice(0, 8);

const agenda = [`Møde ${meetingDay}`, 'Tilmelding'];
const version = (number: number) => [`${meetingDay}, version ${number}`, 'Vigtigste beslutninger'];
const outcome = ['Referatet er godkendt', '8 personer er spurgt'];

/** All cards of the story that stand beside one with the same content; a card that stands nowhere is an error. */
export async function standsTwice({ teams, karen, sanne, pia, mette }: Story): Promise<readonly string[]> {
  const extras: string[] = [];
  const look = async (person: LocalPerson, words: readonly string[], chatId?: string) => {
    extras.push(...(await besideTheFirst(person, words, chatId)));
  };
  for (const person of invited.map(teams.person)) await look(person, agenda);
  for (const person of entitled.map(teams.person)) {
    for (const words of [version(1), version(2), outcome]) await look(person, words);
  }
  for (const ruler of [karen, sanne]) await look(ruler, ['Indsigelse modtaget', objection.text]);
  await look(pia, ['Din indsigelse er taget til følge']);
  await look(sanne, ['Næste skridt', meetingDay]);
  for (const words of [agenda, [`${meetingDay}, version 1`], [`${meetingDay}, version 2`]]) {
    await look(mette, words, committeeChat);
  }
  return extras;
}

async function besideTheFirst(person: LocalPerson, words: readonly string[], chatId?: string) {
  const [first, ...others] = await person.cardsWith(words, chatId);
  if (first === undefined) throw new Error(`${person.personId} has no card with ${words.join(', ')}`);
  return others.map(({ text }) => `${person.personId}: ${text}`);
}
