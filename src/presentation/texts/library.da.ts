import type { DocumentMetadata } from '../../ports/document-library.ts';
import { danishShortDate } from '../danish-format.ts';
import { resultTexts } from './minutes.da.ts';

const isResult = (status: string): status is keyof typeof resultTexts => Object.hasOwn(resultTexts, status);

/** What the library's list says beside a file: version and status, as far as they are known. */
export const libraryNote = ({ version, status, approved }: DocumentMetadata): string => {
  const sent = status === 'sent' ? 'sendt til godkendelse' : undefined;
  const state = status !== undefined && isResult(status) ? resultTexts[status].heading : sent;
  const since = approved === undefined ? undefined : danishShortDate(approved);
  const parts = [version === undefined ? undefined : `version ${version}`, state, since];
  return parts.filter((part) => part !== undefined).join(' · ');
};
