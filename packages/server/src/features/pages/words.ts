import type { Text } from '@samtale/policy'

/** Words that stand on every page that the server makes. */
export const pageWords = {
  languages: { en: 'Language', nb: 'Språk', sv: 'Språk' },
  start: { en: 'Samtale, to the start page', nb: 'Samtale, til forsiden', sv: 'Samtale, till startsidan' },
  menu: { en: 'Menu', nb: 'Meny', sv: 'Meny' },
  signOut: { en: 'Sign out', nb: 'Logg av', sv: 'Logga ut' },
  more: { en: 'More', nb: 'Mer', sv: 'Mer' },
  optional: { en: 'can be left out', nb: 'kan utelates', sv: 'kan utelämnas' },
  wrong: { en: 'Something has to be put right', nb: 'Noe må rettes', sv: 'Något måste rättas' },
  trap: { en: 'Leave this empty', nb: 'La dette stå tomt', sv: 'Lämna det här tomt' },
} as const satisfies Record<string, Text>

export const languageNames = { en: 'English', nb: 'Norsk bokmål', sv: 'Svenska' } as const
