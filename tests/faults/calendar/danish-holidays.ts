/**
 * The days on which Denmark rests though they are no weekend, 2024–2030, written down from the law on holidays and the
 * church's calendar, not from a library: New Year's Day, Maundy Thursday, Good Friday, Easter Sunday, Easter Monday,
 * Ascension Day, Whit Sunday, Whit Monday, Christmas Day, the day after Christmas. The Great Prayer Day (store bededag) was
 * abolished from 2024 (law no. 214 of 6 March 2023). Constitution Day, 1 May, Christmas Eve and New Year's Eve are no
 * holidays by law.
 */
export const danishHolidays: Readonly<Record<number, readonly string[]>> = {
  2024: ['01-01', '03-28', '03-29', '03-31', '04-01', '05-09', '05-19', '05-20', '12-25', '12-26'],
  2025: ['01-01', '04-17', '04-18', '04-20', '04-21', '05-29', '06-08', '06-09', '12-25', '12-26'],
  2026: ['01-01', '04-02', '04-03', '04-05', '04-06', '05-14', '05-24', '05-25', '12-25', '12-26'],
  2027: ['01-01', '03-25', '03-26', '03-28', '03-29', '05-06', '05-16', '05-17', '12-25', '12-26'],
  2028: ['01-01', '04-13', '04-14', '04-16', '04-17', '05-25', '06-04', '06-05', '12-25', '12-26'],
  2029: ['01-01', '03-29', '03-30', '04-01', '04-02', '05-10', '05-20', '05-21', '12-25', '12-26'],
  2030: ['01-01', '04-18', '04-19', '04-21', '04-22', '05-30', '06-09', '06-10', '12-25', '12-26'],
};

/** The fourth Friday after Easter: rested on until 2023, worked on since. */
export const formerPrayerDays: readonly string[] = [
  '2024-04-26',
  '2025-05-16',
  '2026-05-01',
  '2027-04-23',
  '2028-05-12',
  '2029-04-27',
  '2030-05-17',
];
