import type { PersonalLinks } from '../../src/ports/personal-links.ts';

/** Readable, and signed by nobody. */
export const fakeLinks: PersonalLinks = {
  linkTo: ({ meetingId, version, personId }) =>
    `https://udvalg.example/svar/${[meetingId, version, personId].join('.')}`,
  subjectOf: (token) => {
    const [meetingId, version, personId] = token.split('.');
    if (meetingId === undefined || version === undefined || personId === undefined) return undefined;
    return { meetingId, version: Number(version), personId };
  },
};
