/** Words that the set documents need around a paper's own text. */
export const documentTexts = {
  /** Between a person's post and the role in the committee. */
  andAlso: 'samt',
  version: (number: number) => `version ${number}`,
  /** At the foot of every page: "Side 2 af 9". The writers put the numbers in. */
  page: 'Side',
  ofPages: 'af',
} as const;
