import type {
  CommitteeChat,
  LibraryEntry,
  LocalMail,
  LocalPerson,
} from '../../../src/adapters/local-teams/contract.ts';

/** Plainly invented: nobody of these exists. */
export const botId = '11111111-2222-4333-8444-555555555555';
export const tenantId = 'aaaaaaaa-0000-4000-8000-000000000001';

const person = (personId: string, name: string, title: string, n: number): LocalPerson => ({
  personId,
  name,
  title,
  tenantId,
  objectId: `bbbbbbbb-0000-4000-8000-00000000000${n}`,
});

export const people: readonly LocalPerson[] = [
  person('sekretaer', 'Sigrid Sekretær-Prøve', 'Sekretær', 1),
  person('medlem', 'Mads Medlem-Prøve', 'Medlem, Prøve Kommune', 2),
  person('formand', 'Frida Formand-Prøve', 'Formand', 3),
  person('gaest', 'Gert Gæst-Prøve', 'Tilforordnet', 4),
];

export const committee: CommitteeChat = {
  conversationId: '19:proeveudvalg@thread.v2',
  title: 'Prøveudvalget',
  memberIds: ['sekretaer', 'medlem', 'formand', 'nobody-known'],
};

const entry = (path: string, note: string): LibraryEntry => ({
  path,
  href: `/library/${encodeURIComponent(path)}`,
  modified: Temporal.Instant.from('2023-12-01T09:30:00Z'),
  note,
});

export const library: readonly LibraryEntry[] = [
  entry('Prøveudvalget/2023/2023-12-08 Møde/Dagsorden/Dagsorden.pdf', 'Version 2'),
  entry('Prøveudvalget/2023/2023-12-08 Møde/Dagsorden/Dagsorden.docx', 'Version 2'),
  entry('Prøveudvalget/2023/2023-12-08 Møde/Bilag/Bilag 4.1 Budget.pdf', ''),
  entry('Prøveudvalget/2023/2023-12-08 Møde/Bilag/Bilag 10.1 Plan.pdf', ''),
  entry('Prøveudvalget/2023/2023-12-08 Møde/Referat/Referat v1.pdf', 'Til godkendelse'),
];

export const mails: readonly LocalMail[] = [
  {
    mailId: 'a1',
    to: 'Medlem Prøve',
    subject: 'Referat til godkendelse',
    at: Temporal.Instant.from('2023-12-11T09:30:00Z'),
    text: 'Læs referatet:\nhttp://127.0.0.1:3978/svar/abc\n\n<b>ikke fed</b>\n',
  },
];

export const personalChat = 'a:local-sekretaer';
export const memberChat = 'a:local-medlem';

export const cardAttachment = (card: unknown) => ({
  contentType: 'application/vnd.microsoft.card.adaptive',
  content: card,
});

/** A card with one of each kind of action. */
export const sampleCard = (userIds?: readonly string[]) => ({
  type: 'AdaptiveCard',
  version: '1.5',
  ...(userIds === undefined
    ? {}
    : {
        refresh: { userIds, action: { type: 'Action.Execute', verb: 'minutes.show', data: { nonce: 'r1' } } },
      }),
  body: [
    { type: 'TextBlock', text: 'Referat', wrap: true },
    { type: 'Input.Text', id: 'remark', label: 'Bemærkning', value: 'ingen' },
  ],
  actions: [
    { type: 'Action.Execute', title: 'Godkend', verb: 'minutes.approve', data: { nonce: 'n1' } },
    {
      type: 'Action.Submit',
      title: 'Gør indsigelse',
      data: { verb: 'minutes.object', msteams: { type: 'task/fetch' } },
    },
    { type: 'Action.Submit', title: 'Sig til', data: { msteams: { type: 'imBack', value: 'status' } } },
    {
      type: 'Action.Submit',
      title: 'Meld tilbage',
      data: { msteams: { type: 'messageBack', text: 'kode 7', displayText: 'Meldt', value: { a: 1 } } },
    },
    { type: 'Action.Submit', title: 'Send ind', data: { plain: true } },
    { type: 'Action.Submit', title: 'Slukket', isEnabled: false, data: {} },
  ],
});
