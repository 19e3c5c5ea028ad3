import type { RowChange } from '../../ports/read-models.ts';
import type {
  AnswerChange,
  CommitteeChange,
  DueChange,
  MeetingChange,
  ReceiptChange,
} from './queries/model-writes.ts';

/** A change as the row that its statement is given. */
export type ChangedRow =
  | { readonly change: 'meeting'; readonly row: MeetingChange }
  | { readonly change: 'answer'; readonly row: AnswerChange }
  | { readonly change: 'committee'; readonly row: CommitteeChange }
  | { readonly change: 'receipt'; readonly row: ReceiptChange }
  | { readonly change: 'due'; readonly row: DueChange }
  | { readonly change: 'notDue'; readonly row: Pick<DueChange, 'key'> };

export function changedRow(change: RowChange): ChangedRow {
  switch (change.model) {
    case 'meeting': {
      const { meetingId: meeting_id, committeeId, date = null, situation = null } = change.row;
      return { change: 'meeting', row: { meeting_id, committee_id: committeeId ?? null, date, situation } };
    }
    case 'answer': {
      const {
        meetingId: meeting_id,
        version,
        personId: person_id,
        stance = null,
        reached,
        toldAt,
      } = change.row;
      const flag = reached === undefined ? null : Number(reached);
      const told_at = toldAt?.epochMilliseconds ?? null;
      return { change: 'answer', row: { meeting_id, version, person_id, stance, reached: flag, told_at } };
    }
    case 'committee': {
      const { committeeId: committee_id, name = null, conversationId = null } = change.row;
      return { change: 'committee', row: { committee_id, name, conversation_id: conversationId } };
    }
    case 'receipt': {
      const { receipt, meetingId: meeting_id, version, personId: person_id } = change.row;
      return { change: 'receipt', row: { receipt, meeting_id, version, person_id } };
    }
    case 'due': {
      const { key, at } = change.row;
      if (at === null) return { change: 'notDue', row: { key } };
      return { change: 'due', row: { key, at: at.epochMilliseconds } };
    }
  }
}
