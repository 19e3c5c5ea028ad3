/** What a personal link is about: one person, one version. */
export type LinkSubject = { readonly meetingId: string; readonly version: number; readonly personId: string };

/**
 * Signed links for people without Teams. The link is the only authority its page has, so it names one person and one
 * version; whether that version still takes answers is for the rules to say.
 */
export interface PersonalLinks {
  /** Full address of the person's page. */
  linkTo(subject: LinkSubject): string;
  /** The subject of a token as it stands in the address; undefined for anything this program did not sign. */
  subjectOf(token: string): LinkSubject | undefined;
}
