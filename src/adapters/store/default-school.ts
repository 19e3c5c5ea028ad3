/** The owning school, first in every key, where an installation serves one. */
export const defaultSchool = 'school';
