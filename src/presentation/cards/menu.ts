import type { ViewOf } from '../../ports/card-view.ts';
import { danishList } from '../danish-format.ts';
import type { PlainText } from '../escape-text.ts';
import { plain } from '../escape-text.ts';
import { roleWords } from '../texts/committee.da.ts';
import { meetingTexts } from '../texts/meeting.da.ts';
import { commands, menuTexts } from '../texts/menu.da.ts';
import {
  button,
  type Fact,
  fact,
  type Head,
  head,
  type Line,
  line,
  type Maybe,
  type NamedButton,
} from './parts.ts';

export type MenuModel = Head & {
  readonly lines: readonly Line[];
  readonly committeesHeading: Line['text'];
  readonly committees: readonly Fact[];
  readonly commands: readonly (NamedButton & { readonly value: PlainText })[];
  readonly plan: Maybe<NamedButton>;
};

export const menuModel = ({ name, committees, isSecretary }: ViewOf<'menu'>): MenuModel => {
  const { help: _shownAlready, ...others } = commands;
  return {
    ...head(menuTexts.heading(name), menuTexts.kicker, menuTexts.heading(name)),
    lines: [
      line(menuTexts.explained),
      line(menuTexts.receipts),
      ...(isSecretary ? [line(menuTexts.secretary)] : []),
    ],
    committeesHeading: line(committees.length === 0 ? menuTexts.noCommittee : menuTexts.committees).text,
    committees: committees
      .slice(0, 20)
      .flatMap(({ name: committee, roles }) =>
        fact(committee, danishList(roles.map((role) => roleWords[role])), 120),
      ),
    commands: Object.values(others).map((command) => ({
      ...button(command.title),
      value: plain(command.name),
    })),
    plan: isSecretary ? [button(meetingTexts.plan)] : [],
  };
};
