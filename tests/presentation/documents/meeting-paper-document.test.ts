import { describe, expect, it } from 'vitest';
import type { DocumentBlock } from '../../../src/ports/document-writer.ts';
import { meetingPaperDocument } from '../../../src/presentation/documents/meeting-paper-document.ts';
import { inventedPaper } from '../../adapters/documents/invented-paper.ts';

const date = Temporal.Instant.from('2026-03-14T10:00:00Z');
const about = { organisation: 'Prøveskolen', date };

const text = (block: DocumentBlock): string => {
  if (block.kind === 'paragraph') return block.runs.map((run) => run.text).join('');
  if (block.kind === 'bullets')
    return block.items
      .map(({ level, runs }) => `${'  '.repeat(level)}• ${runs.map((run) => run.text).join('')}`)
      .join('\n');
  if (block.kind === 'table') return block.rows.map((row) => row.join(' | ')).join('\n');
  return block.text;
};

describe('the minutes as a document', () => {
  const minutes = meetingPaperDocument(inventedPaper, 'minutes', about);

  it('stands in the order of the house', () => {
    expect(minutes.blocks.map((block) => `${block.kind}: ${text(block)}`).join('\n')).toBe(
      `heading: Referat fra møde i LUU Prøveskolen
paragraph: Fredag den 13. marts 2026 kl. 9.00–12.00
paragraph: på Prøveskolen Testby, Eksempelvej 1, lokale 2.9
label: Deltagere:
table: Prøve Formandsen | Sektorformand i Social og sundhed v/ FOA Prøveby samt formand i LUU
Sofie Suppleantsen | Chefsygeplejerske v/ Regionshospitalet Prøvstrup, suppleant for Mia Medlemsen
Elev Elevsen | Elevrepræsentant
label: Tilforordnede:
table: Tilde Tilforordnet | Afdelingsleder v/ Prøveskolen
label: Afbud:
table: Mia Medlemsen | Centerchef v/ Struer Kommune
label: Mødeleder:
table: Prøve Formandsen | Sektorformand i Social og sundhed v/ FOA Prøveby samt formand i LUU
label: Referent:
table: Rita Referentsen | 
paragraph: Temaet for mødet er: Overgange fra skole til praktik (fortsat)
heading: 1. Godkendelse af dagsorden
label: Beslutning:
paragraph: Dagsordenen blev godkendt.
heading: 2. Opgaver i udlandet v. Gæst Gæstesen og Tilde Tilforordnet (deltager kl. 9.10) (20 min.)
label: Sagsfremstilling:
paragraph: Sagen kort.
paragraph: Sagen i et afsnit mere (bilag 2.1).
label: Indstilling:
paragraph: Det indstilles, at udvalget drøfter:
bullets: • Hvad?
  • Hvordan?
    • Hvornår?
• Hvem?
label: Resumé:
heading: Gruppe A
paragraph: Et vigtigt resumé.
heading: Gruppe B
bullets: • Et punkt
label: Beslutning:
paragraph: Udvalget tog orienteringen til efterretning.
label: Bilag:
bullets: • Bilag 2.1 Oplæg om ophold i udlandet
• Bilag 2.2 Tal for 2025
break: PAUSE
heading: 3. Budget for et forsøg
label: Sagsfremstilling:
paragraph: Der mangler 3.000 kr.
heading: 4. Eventuelt`,
    );
  });

  it('says in its properties and foot whose paper it is, of which meeting and which version', () => {
    const { title, subject, author, footer } = meetingPaperDocument(inventedPaper, 'minutes', {
      ...about,
      version: 2,
      status: 'sendt til godkendelse',
    });
    expect({ title, subject, author, footer }).toEqual({
      title: 'Referat fra møde i LUU Prøveskolen fredag den 13. marts 2026',
      subject: 'Referat fra møde i LUU Prøveskolen',
      author: 'Prøveskolen',
      footer:
        'Prøveskolen · Referat fra møde i LUU Prøveskolen · 13. marts 2026 · version 2 · sendt til godkendelse',
    });
  });

  it('leaves labels to write under in a draft, except at formal items', () => {
    const draft = meetingPaperDocument(inventedPaper, 'minutes', { ...about, emptyFields: true });
    const third = draft.blocks.slice(
      draft.blocks.findIndex((block) => text(block) === '3. Budget for et forsøg'),
    );
    expect(third.map((block) => `${block.kind}: ${text(block)}`)).toEqual([
      'heading: 3. Budget for et forsøg',
      'label: Sagsfremstilling:',
      'paragraph: Der mangler 3.000 kr.',
      'label: Resumé:',
      'paragraph: ',
      'label: Beslutning:',
      'paragraph: ',
      'heading: 4. Eventuelt',
    ]);
  });
});

describe('the agenda as a document', () => {
  const agenda = meetingPaperDocument(inventedPaper, 'agenda', about);

  it('says before the meeting what is to be treated, and nothing of what was said', () => {
    const labels = agenda.blocks.filter((block) => block.kind === 'label').map(text);
    expect(labels).toContain('Indstilling:');
    expect(labels).toContain('Bilag:');
    expect(labels).not.toContain('Resumé:');
    expect(labels).not.toContain('Beslutning:');
    expect(agenda.title).toBe('Dagsorden til møde i LUU Prøveskolen fredag den 13. marts 2026');
  });
});

describe('a paper with little in it', () => {
  it('leaves out what is not known', () => {
    const bare = meetingPaperDocument(
      { committee: 'LUU Prøveskolen', participants: [], items: [], breaksAfter: [7] },
      'agenda',
      about,
    );
    expect(bare.blocks).toEqual([
      { kind: 'heading', level: 1, text: 'Dagsorden til møde i LUU Prøveskolen' },
    ]);
    expect(bare.footer).toBe('Prøveskolen · Dagsorden til møde i LUU Prøveskolen');
  });

  it('writes a start without an end, and a room without a street', () => {
    const { blocks } = meetingPaperDocument(
      {
        committee: 'LUU Prøveskolen',
        from: '13:30',
        place: { room: 'lokale 3' },
        participants: [],
        items: [],
        breaksAfter: [],
      },
      'agenda',
      about,
    );
    expect(blocks.slice(1).map(text)).toEqual(['Kl. 13.30', 'Sted: lokale 3']);
  });
});
