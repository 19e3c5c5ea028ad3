import type { AnswerPageView } from '../../ports/answer-page-view.ts';
import { meetingPaperDocument } from '../documents/meeting-paper-document.ts';
import { minutesTexts } from '../texts/minutes.da.ts';
import { actionList } from './action-list.ts';
import { documentHtml } from './document-html.ts';
import { all, element } from './html.ts';
import { backLink, type Page, type Place, pageHead } from './page.ts';

/** The whole text of the version, as it was sent. */
export const minutesPage = (view: AnswerPageView, place: Place): Page => {
  const { minutes, paper } = view;
  const { meeting, version } = minutes;
  const heading = minutesTexts.heading(meeting.date, version);
  const blocks = meetingPaperDocument(paper, 'minutes', {
    organisation: '',
    version,
    // only stands in a file's properties; a page has none
    date: Temporal.Instant.fromEpochMilliseconds(0),
  }).blocks;
  return {
    title: `${heading} – ${meeting.committee}`,
    body: all(
      pageHead(meeting.committee, heading),
      backLink(place),
      element('article', { class: 'paper' }, documentHtml(blocks)),
      actionList(view, place),
      backLink(place),
    ),
  };
};
