import type { AnswerPageView } from '../../ports/answer-page-view.ts';
import { danishNumber } from '../danish-format.ts';
import { minutesTexts } from '../texts/minutes.da.ts';
import { objectionTexts } from '../texts/objection.da.ts';
import { webFormPaths, webFormTexts } from '../texts/web-form.da.ts';
import { all, element, type Html, text } from './html.ts';
import { actForm, linkTo, noteBox, type Page, type Place, pageHead, submitButton } from './page.ts';

/** How much each field takes, in characters. */
export const objectionLimits = { passage: 4_000, text: 8_000, proposedWording: 8_000 } as const;

/** What was written so far, as it came in. */
export type ObjectionFields = {
  readonly itemNumber: string;
  readonly passage: string;
  readonly text: string;
  readonly proposedWording: string;
};
type Field = keyof ObjectionFields;
export type ObjectionFault = { readonly field: Field; readonly fault: 'missing' | 'too-long' };

export const emptyObjection: ObjectionFields = { itemNumber: '', passage: '', text: '', proposedWording: '' };

/** `faults`: what stands in the way of sending, told on top and beside each field; what was written is kept. */
export const objectionPage = (
  view: AnswerPageView,
  place: Place,
  written: ObjectionFields = emptyObjection,
  faults: readonly ObjectionFault[] = [],
): Page => {
  const { meeting, version, hash, nonce, state } = view.minutes;
  const late = state.kind === 'closed' || state.kind === 'past-deadline';
  const heading = late ? webFormTexts.remarkHeading : objectionTexts.heading;
  const title = `${heading} – ${meeting.committee}`;
  const submit = late ? webFormTexts.remarkSubmit : objectionTexts.submit;
  return {
    title: faults.length === 0 ? title : webFormTexts.errorTitle(title),
    body: all(
      pageHead(`${meeting.committee} · ${minutesTexts.heading(meeting.date, version)}`, heading),
      errorSummary(faults),
      late ? noteBox('emphasis', lateSentences(view)) : undefined,
      element('p', {}, text(late ? webFormTexts.remarkWhoSees : objectionTexts.whoSees)),
      actForm(
        `${place.base}/${webFormPaths.object}`,
        { nonce, hash },
        itemChoice(view, written, faults),
        area('text', objectionTexts.text, objectionTexts.textHint, written, faults, 6),
        area('passage', objectionTexts.passage, objectionTexts.passageHint, written, faults, 3),
        area(
          'proposedWording',
          objectionTexts.proposedWording,
          objectionTexts.proposedWordingHint,
          written,
          faults,
          4,
        ),
        submitButton(submit),
      ),
      element('p', { class: 'back' }, linkTo(place.base, webFormTexts.cancel)),
    ),
  };
};

const lateSentences = ({ minutes: { state, deadline } }: AnswerPageView): readonly string[] => [
  ...(state.kind === 'past-deadline' ? [minutesTexts.deadlineWas(deadline)] : []),
  webFormTexts.remarkExplained,
];

const faultWords = ({ field, fault }: ObjectionFault): string => {
  if (field === 'itemNumber') return objectionTexts.itemMissing;
  if (fault === 'missing') return objectionTexts.textMissing;
  const labels = {
    text: objectionTexts.text,
    passage: objectionTexts.passage,
    proposedWording: objectionTexts.proposedWording,
  };
  return webFormTexts.tooLong(labels[field], danishNumber(objectionLimits[field]));
};

/** Has the focus when the page opens, so that it is read first, also without script. */
const errorSummary = (faults: readonly ObjectionFault[]): Html | undefined =>
  faults.length === 0
    ? undefined
    : element(
        'div',
        { class: 'note attention', role: 'alert', tabindex: -1, autofocus: true },
        element('h2', {}, text(webFormTexts.errorHeading)),
        element(
          'ul',
          {},
          faults.map((fault) => element('li', {}, linkTo(`#${fault.field}`, faultWords(fault)))),
        ),
      );

const faultOf = (field: Field, faults: readonly ObjectionFault[]): ObjectionFault | undefined =>
  faults.find((each) => each.field === field);

const faultLine = (fault: ObjectionFault | undefined): Html | undefined =>
  fault === undefined
    ? undefined
    : element('p', { class: 'fault', id: `${fault.field}-fault` }, text(faultWords(fault)));

const itemChoice = (
  { paper }: AnswerPageView,
  written: ObjectionFields,
  faults: readonly ObjectionFault[],
): Html => {
  const fault = faultOf('itemNumber', faults);
  const options = [
    { value: '', words: objectionTexts.itemChoose },
    { value: '0', words: objectionTexts.wholeMinutes },
    ...paper.items.map(({ number, title }) => ({
      value: String(number),
      words: objectionTexts.itemChoice(number, title),
    })),
  ];
  return element(
    'div',
    { class: 'field' },
    element('label', { for: 'itemNumber' }, text(objectionTexts.item)),
    faultLine(fault),
    element(
      'select',
      {
        id: 'itemNumber',
        name: 'itemNumber',
        ...described(fault === undefined ? [] : ['itemNumber-fault'], fault),
      },
      options.map(({ value, words }) =>
        element(
          'option',
          { value, ...(value === written.itemNumber ? { selected: true } : {}) },
          text(words),
        ),
      ),
    ),
  );
};

const area = (
  field: Exclude<Field, 'itemNumber'>,
  label: string,
  hint: string,
  written: ObjectionFields,
  faults: readonly ObjectionFault[],
  rows: number,
): Html => {
  const fault = faultOf(field, faults);
  const describedBy = [`${field}-hint`, ...(fault === undefined ? [] : [`${field}-fault`])];
  return element(
    'div',
    { class: 'field' },
    element('label', { for: field }, text(label)),
    element('p', { class: 'hint', id: `${field}-hint` }, text(hint)),
    faultLine(fault),
    // the first line end after the tag is not part of the text
    element(
      'textarea',
      { id: field, name: field, rows, ...described(describedBy, fault) },
      text(`\n${written[field]}`),
    ),
  );
};

const described = (ids: readonly string[], fault: ObjectionFault | undefined) => ({
  ...(ids.length === 0 ? {} : { 'aria-describedby': ids.join(' ') }),
  ...(fault === undefined ? {} : { 'aria-invalid': 'true' }),
});
