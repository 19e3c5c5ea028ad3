/** What can be written to the bot; the manifest, the router and the local page name the same. */
export const commands = {
  help: { name: 'hjælp', title: 'Hjælp', description: 'Se, hvad du kan bede om' },
  meeting: { name: 'møde', title: 'Møder', description: 'Se udvalgets møder, og hvor langt de er' },
  agenda: { name: 'dagsorden', title: 'Dagsorden', description: 'Se dagsordenen til det næste møde' },
  minutes: { name: 'referat', title: 'Referat', description: 'Se det nyeste referat, og svar på det' },
  status: { name: 'status', title: 'Status', description: 'Se, hvad der er næste skridt' },
} as const;

export type Command = keyof typeof commands;

export const menuTexts = {
  kicker: 'Udvalgsbot',
  heading: (name: string) => `Hej ${name}`,
  explained:
    'Dagsordener og referater til godkendelse kommer her af sig selv. Brug knapperne, når du vil se noget nu.',
  receipts: 'Skriv ”status” og koden på en kvittering, så ser du, hvad du gjorde, og om det gælder endnu.',
  committees: 'Dine udvalg',
  noCommittee: 'Du har ikke plads i et udvalg lige nu.',
  secretary:
    'Du kan sende et mødepapir (.docx eller .txt) her i chatten. Så bliver det læst og vist, før noget oprettes.',
  unknownCommand: {
    heading: 'Det forstår botten ikke',
    sentences: [
      `Skriv ${Object.values(commands)
        .map(({ name }) => `”${name}”`)
        .join(', ')
        .replace(/, (?=[^,]*$)/, ' eller ')}.`,
      'Der er ikke ændret noget.',
    ],
  },
} as const;
