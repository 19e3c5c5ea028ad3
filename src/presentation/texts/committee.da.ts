import type { Role } from '../../domain/committee/committee.ts';

/** What a role is called alone; "formand eller sekretær" in a refusal, "formand" beside a committee's name. */
export const roleWords = {
  chair: 'formand',
  viceChair: 'næstformand',
  member: 'medlem',
  attachedRepresentative: 'tilforordnet',
  substitute: 'suppleant',
  secretary: 'sekretær',
  minuteTaker: 'referent',
} as const satisfies Record<Role, string>;

/** A role as the papers print it after a person's post. Plain members and attached representatives stand in a list of their own. */
export const printedRoles = {
  chair: (committee: string) => `formand i ${committee}`,
  viceChair: (committee: string) => `næstformand i ${committee}`,
  member: undefined,
  attachedRepresentative: undefined,
  substitute: (committee: string) => `suppleant i ${committee}`,
  secretary: (committee: string) => `sekretær for ${committee}`,
  minuteTaker: (committee: string) => `referent for ${committee}`,
} as const satisfies Record<Role, ((committee: string) => string) | undefined>;

export const committeeTexts = {
  linkHeading: 'Knyt chatten til et udvalg',
  linkExplained:
    'Chatten hører ikke til et udvalg endnu. Når den er knyttet til et, kommer udvalgets dagsordener og status på referater her.',
  linkNone: 'Du er ikke sekretær for et udvalg, så en sekretær må knytte chatten til udvalget.',
  linkSubmit: 'Knyt chatten til udvalget',
  linked: (committee: string) => ({
    heading: 'Chatten er knyttet til udvalget',
    sentences: [`Dagsordener og status på referater fra ${committee} kommer her fra nu af.`],
  }),
} as const;
