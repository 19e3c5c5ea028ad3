import type { MeetingPaper, PaperParticipant } from '../../domain/meeting/meeting-paper.ts';
import type { DocumentBlock } from '../../ports/document-writer.ts';
import { capitalised, danishDate, danishTime, danishTimeSpan } from '../danish-format.ts';
import { documentTexts } from '../texts/document.da.ts';
import { paperLabels } from '../texts/paper.da.ts';

/** The head of a meeting's paper: when, where, who, and what the meeting is about, in the order of the house. */
const line = (text: string): DocumentBlock => ({ kind: 'paragraph', runs: [{ text }] });

const label = (text: string): DocumentBlock => ({ kind: 'label', text: `${text}:` });

const hours = ({ from, to }: MeetingPaper): string | undefined => {
  if (from !== undefined && to !== undefined) return danishTimeSpan(from, to);
  return from === undefined ? undefined : `${paperLabels.oClock} ${danishTime(from)}`;
};

const when = (paper: MeetingPaper): readonly DocumentBlock[] => {
  const day = paper.date === undefined ? undefined : danishDate(paper.date);
  const words = [day, hours(paper)].filter((word) => word !== undefined).join(' ');
  return words === '' ? [] : [line(capitalised(words))];
};

/** "på Prøveskolen, …" as the house writes it; what is no proper name, such as a room alone, gets a label instead. */
const where = ({ place }: MeetingPaper): readonly DocumentBlock[] => {
  const words = [place?.site, place?.street, place?.room].filter((word) => word !== undefined).join(', ');
  if (words === '') return [];
  const isName = place?.site !== undefined && /^\p{Lu}/u.test(place.site);
  return [line(isName ? `${paperLabels.at} ${words}` : `${paperLabels.place}: ${words}`)];
};

/** Pupils are printed by their role and the place they come from: "Elevrepræsentant, Prøveby". */
const isPupilOnly = ({ title, role, substituteFor }: PaperParticipant): boolean =>
  title === undefined && substituteFor === undefined && role === paperLabels.pupilRepresentative;

const pupil = ({ role = '', organisation }: PaperParticipant): string =>
  [capitalised(role), organisation].filter((part) => part !== undefined).join(', ');

const described = (person: PaperParticipant): string => {
  const represents =
    person.organisation === undefined ? '' : `${paperLabels.representing} ${person.organisation}`;
  if (isPupilOnly(person)) return pupil(person);
  const post = [person.title, represents].filter((part) => part !== undefined && part !== '').join(' ');
  const withRole = [post, person.role]
    .filter((part) => part !== undefined && part !== '')
    .join(` ${documentTexts.andAlso} `);
  const substitute =
    person.substituteFor === undefined ? '' : `${paperLabels.substituteFor} ${person.substituteFor}`;
  return [withRole, substitute].filter((part) => part !== '').join(', ');
};

const table = (people: readonly PaperParticipant[]): DocumentBlock => ({
  kind: 'table',
  rows: people.map((person) => [person.name, described(person)]),
});

const list = (title: string, people: readonly PaperParticipant[]): readonly DocumentBlock[] =>
  people.length === 0 ? [] : [label(title), table(people)];

/** Who presides or writes: with title and organisation where the lists know the person. */
const person = (title: string, name: string | undefined, paper: MeetingPaper): readonly DocumentBlock[] => {
  if (name === undefined) return [];
  const known = paper.participants.find((participant) => participant.name === name);
  return [label(title), table([known ?? { name, list: 'deltager' }])];
};

const theme = (paper: MeetingPaper): readonly DocumentBlock[] =>
  paper.theme === undefined
    ? []
    : [
        {
          kind: 'paragraph',
          runs: [{ text: `${paperLabels.themeSentence}: `, bold: true }, { text: paper.theme }],
        },
      ];

export const paperHead = (paper: MeetingPaper): readonly DocumentBlock[] => {
  const of = (printedIn: PaperParticipant['list']) =>
    paper.participants.filter(({ list }) => list === printedIn);
  return [
    ...when(paper),
    ...where(paper),
    ...list(paperLabels.participants, of('deltager')),
    ...list(paperLabels.attached, of('tilforordnet')),
    ...list(paperLabels.apologies, of('afbud')),
    ...person(paperLabels.presidingPerson, paper.presidingPerson, paper),
    ...person(paperLabels.minuteTaker, paper.minuteTaker, paper),
    ...theme(paper),
  ];
};
