import { danishCount, danishDate, danishTime } from '../danish-format.ts';

export const agendaTexts = {
  heading: 'Dagsorden',
  enrolment: 'Tilmelding',
  counts: (coming: number, apologies: number, missing: number) =>
    `${coming} kommer, ${apologies} afbud, ${missing} mangler`,
  presentedBy: (names: string) => `v. ${names}`,
  arrives: (time: string) => `deltager kl. ${danishTime(time)}`,
  duration: (length: number) => `${length} min.`,
  annex: (number: string, title: string) => `Bilag ${number} ${title}`,
  annexesLeftOut: (count: number) => `${count} bilag står i dagsordenen.`,
  itemsLeftOut: (count: number) => `Og ${danishCount(count, 'punkt', 'punkter')} mere, se dagsordenen.`,
  openItem: (number: number, title: string) => `Læs mere om punkt ${number}, ${title}`,
  openPdf: 'Åbn dagsorden (PDF)',
  itemHeading: (number: number, title: string) => `Punkt ${number}: ${title}`,
  nothingMore: 'Der er ikke skrevet en sagsfremstilling til punktet.',
  textLeftOut: 'Teksten er forkortet. Den hele tekst står i dagsordenen.',
  published: (invited: number) => ({
    heading: 'Dagsordenen er sendt',
    sentences: [
      `Den er sendt til ${danishCount(invited, 'person', 'personer')} og vist i udvalgets chat. Fra nu af er den låst.`,
    ],
  }),
  publishedAlready: (invited: number) => ({
    heading: 'Dagsordenen var allerede sendt',
    sentences: [
      `Den er sendt til ${danishCount(invited, 'person', 'personer')}. Der er ikke sendt noget igen.`,
    ],
  }),
  fallback: (date: string) => `Dagsorden til mødet ${danishDate(date)}`,
} as const;
