import type { Text } from '@samtale/policy'
import type { PasswordFault } from './passwords.ts'

/** What the page of the password says. */
export const passwordWords = {
  title: { en: 'Password', nb: 'Passord', sv: 'Lösenord' },
  lead: {
    en: 'You don’t need one: a code or a passkey is enough. If you set one, choose several words that don’t belong together, or let your password manager make it. Everywhere else you are signed out.',
    nb: 'Du trenger ikke noe: en kode eller en passnøkkel er nok. Velger du ett, tar du flere ord som ikke hører sammen, eller lar passordappen lage det. Alle andre steder blir du logget av.',
    sv: 'Du behöver inget: en kod eller en passnyckel räcker. Väljer du ett tar du flera ord som inte hör ihop, eller låter din lösenordshanterare göra det. Överallt annars blir du utloggad.',
  },
  isSet: { en: 'You have a password.', nb: 'Du har et passord.', sv: 'Du har ett lösenord.' },
  fresh: { en: 'New password', nb: 'Nytt passord', sv: 'Nytt lösenord' },
  hint: { en: 'At least 12 characters.', nb: 'Minst 12 tegn.', sv: 'Minst 12 tecken.' },
  save: { en: 'Save', nb: 'Lagre', sv: 'Spara' },
  remove: { en: 'Remove the password', nb: 'Fjern passordet', sv: 'Ta bort lösenordet' },
  saved: { en: 'Saved.', nb: 'Lagret.', sv: 'Sparat.' },
  removed: { en: 'Removed.', nb: 'Fjernet.', sv: 'Borttaget.' },
} as const satisfies Record<string, Text>

export const passwordFaults: Readonly<Record<PasswordFault, Text>> = {
  'too-short': {
    en: 'This is too short. Take at least 12 characters.',
    nb: 'Dette er for kort. Bruk minst 12 tegn.',
    sv: 'Det här är för kort. Använd minst 12 tecken.',
  },
  'too-long': {
    en: 'This is too long. Take at most 200 characters.',
    nb: 'Dette er for langt. Bruk høyst 200 tegn.',
    sv: 'Det här är för långt. Använd högst 200 tecken.',
  },
  'too-common': {
    en: 'This is among the first that are guessed. Take words that don’t belong together.',
    nb: 'Dette er blant de første som blir gjettet. Bruk ord som ikke hører sammen.',
    sv: 'Det här är bland de första som gissas. Använd ord som inte hör ihop.',
  },
}
