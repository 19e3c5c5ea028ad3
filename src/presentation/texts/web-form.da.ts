/** The parts of a personal link's address, as people see them in a mail. */
export const webFormPaths = {
  folder: 'svar',
  style: 'udseende.css',
  read: 'referat',
  approve: 'godkend',
  withdrawApproval: 'fortryd',
  object: 'indsigelse',
  withdrawObjection: 'traek-tilbage',
  receipt: 'kvittering',
  differences: 'forskelle',
} as const;
