/** What is said when something stands in the way that is no rule of the committee. */
export const generalTexts = {
  /** `errorNumber`: the first part of the error id, under which the log holds the cause. */
  failed: (errorNumber: string) =>
    `Det lykkedes ikke på grund af en fejl hos os. Prøv igen om lidt. Sker det igen, så giv sekretæren fejlnummeret ${errorNumber}.`,
  unavailable: 'Systemet kan ikke svare lige nu. Prøv igen om lidt.',
  stillWorking: 'Det tager lidt længere tid end ventet. Vi arbejder på det, og du behøver ikke trykke igen.',
  messageTooLong: 'Din besked er for lang til, at jeg kan læse den. Skriv højst 4.000 tegn.',
  inputRefused:
    'Noget i felterne mangler eller er for langt. Luk dialogen, og prøv igen. Der er ikke gemt noget.',
  buttonUnknown: 'Knappen virker ikke længere. Find det nyeste kort i chatten, og prøv derfra.',
  senderUnknown: 'Jeg kan ikke se, hvem du er. Log ind i Teams med din egen konto, og prøv igen.',
} as const;
