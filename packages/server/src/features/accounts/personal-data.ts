import type { DataCategory, Policy, StorageKey } from '@samtale/policy'
import { accountCategory, codeCategory, keysCategory, passwordCategory, purpose, sessionCategory } from './tables.ts'
import { settingsCategories } from './settings/personal-data.ts'

const needed = {
  kind: 'prerequisite',
  consequence: {
    en: 'Yes, for an account. You can hold and join calls without one.',
    nb: 'Ja, for en konto. Du kan holde og bli med i samtaler uten.',
    sv: 'Ja, för ett konto. Du kan hålla och gå med i samtal utan.',
  },
} as const

/** What accounts can hold. Whether there are any, and how long one lives, the profile in force says. */
export const accountCategories = {
  [accountCategory]: {
    fides: 'user.account',
    dpv: 'pd:AccountIdentifier',
    title: { en: 'Account', nb: 'Konto', sv: 'Konto' },
    description: {
      en: 'Your e-mail address or phone number, the name and picture you choose, your language and the looks of pages, when the account was made, and what you may do here. After a change of address, also the one before, for a week.',
      nb: 'E-postadressen eller telefonnummeret ditt, navnet og bildet du velger, språket ditt og utseendet på sidene, når kontoen ble laget, og hva du har lov til her. Etter et bytte av adresse også den forrige, i en uke.',
      sv: 'Din e-postadress eller ditt telefonnummer, namnet och bilden du väljer, ditt språk och sidornas utseende, när kontot skapades, och vad du får göra här. Efter ett byte av adress också den förra, i en vecka.',
    },
    subjects: ['user'],
    source: 'subject',
    provision: needed,
  },
  [keysCategory]: {
    fides: 'user.authorization',
    dpv: 'pd:Authenticating',
    title: { en: 'How you sign in', nb: 'Hvordan du logger på', sv: 'Hur du loggar in' },
    description: {
      en: 'Passkeys and their names, the secret of your code app, and keyed hashes of recovery codes and of who you are at an identity provider.',
      nb: 'Passnøkler og navnene på dem, hemmeligheten til kodeappen din, og avtrykk av gjenopprettingskoder og av hvem du er hos en innloggingstjeneste.',
      sv: 'Passnycklar och deras namn, hemligheten till din kodapp, och avtryck av återställningskoder och av vem du är hos en inloggningstjänst.',
    },
    subjects: ['user'],
    source: 'subject',
    provision: {
      kind: 'voluntary',
      consequence: {
        en: 'No: a code by e-mail is enough, but for those who run things here.',
        nb: 'Nei: en kode på e-post er nok, unntatt for dem som styrer noe her.',
        sv: 'Nej: en kod via e-post räcker, utom för dem som styr något här.',
      },
    },
  },
  ...settingsCategories,
  [passwordCategory]: {
    fides: 'user.authorization.password',
    dpv: 'pd:Password',
    title: { en: 'Password', nb: 'Passord', sv: 'Lösenord' },
    description: {
      en: 'A hash of your password that takes long to guess by (Argon2id), sealed. Nobody can read the password itself.',
      nb: 'Et avtrykk av passordet ditt som det tar lang tid å gjette ut fra (Argon2id), forseglet. Ingen kan lese selve passordet.',
      sv: 'Ett avtryck av ditt lösenord som det tar lång tid att gissa utifrån (Argon2id), förseglat. Ingen kan läsa själva lösenordet.',
    },
    subjects: ['user'],
    source: 'subject',
    provision: {
      kind: 'voluntary',
      consequence: {
        en: 'No: a code by e-mail is enough.',
        nb: 'Nei: en kode på e-post er nok.',
        sv: 'Nej: en kod via e-post räcker.',
      },
    },
  },
  [sessionCategory]: {
    fides: 'user.unique_id',
    dpv: 'pd:Identifying',
    title: { en: 'Where you are signed in', nb: 'Hvor du er logget på', sv: 'Var du är inloggad' },
    description: {
      en: 'For each browser that you sign in with: how and when you signed in, when that ends, and a keyed hash of what it shows us. Neither its address nor what kind of browser it is.',
      nb: 'For hver nettleser du logger på med: hvordan og når du logget på, når det tar slutt, og et avtrykk av det den viser oss. Verken adressen eller hva slags nettleser det er.',
      sv: 'För varje webbläsare som du loggar in med: hur och när du loggade in, när det tar slut, och ett avtryck av det den visar oss. Varken dess adress eller vilken sorts webbläsare det är.',
    },
    subjects: ['user'],
    source: 'observed',
    provision: needed,
  },
  [codeCategory]: {
    fides: 'user.unique_id.pseudonymous',
    dpv: 'pd:Identifying',
    title: { en: 'Codes under way', nb: 'Koder underveis', sv: 'Koder på väg' },
    description: {
      en: 'While you sign in: a number made of your e-mail address or phone number, and a keyed hash of the code that was sent there, or what a passkey or an identity provider has to answer.',
      nb: 'Mens du logger på: et tall laget av e-postadressen eller telefonnummeret ditt, og et avtrykk av koden som ble sendt dit, eller det en passnøkkel eller en innloggingstjeneste skal svare på.',
      sv: 'Medan du loggar in: ett tal gjort av din e-postadress eller ditt telefonnummer, och ett avtryck av koden som skickades dit, eller det som en passnyckel eller en inloggningstjänst ska svara på.',
    },
    subjects: ['user'],
    source: 'subject',
    provision: needed,
  },
} as const satisfies Record<string, DataCategory>

/** Name of the cookie that a session is; browsers take it for this host alone, and over TLS (RFC 6265bis §4.1.3.2). */
export const sessionCookie = '__Host-samtale.session'
export const passkeyCookie = '__Host-samtale.passkey'
export const providerCookie = '__Host-samtale.provider'
/** Key of what a browser's tab keeps while somebody is at an identity provider: what stood after `#`. */
const fragmentKey = 'samtale.sign-in-fragment'

/** What a browser keeps of it; declared where the policy in force has accounts. */
export const accountStorage = {
  [sessionCookie]: {
    store: 'cookie',
    lifetime: 'P30D',
    holds: sessionCategory,
    purpose,
    uniqueId: true,
    description: {
      en: 'That you are signed in; set when you sign in, removed when you sign out',
      nb: 'At du er logget på; settes når du logger på, fjernes når du logger av',
      sv: 'Att du är inloggad; sätts när du loggar in, tas bort när du loggar ut',
    },
  },
  [passkeyCookie]: {
    store: 'cookie',
    lifetime: 'PT5M',
    holds: codeCategory,
    purpose,
    uniqueId: true,
    description: {
      en: 'Which question a passkey is to answer; set when you use or add one',
      nb: 'Hvilket spørsmål en passnøkkel skal svare på; settes når du bruker eller legger til en',
      sv: 'Vilken fråga en passnyckel ska svara på; sätts när du använder eller lägger till en',
    },
  },
  [providerCookie]: {
    store: 'cookie',
    lifetime: 'PT10M',
    holds: codeCategory,
    purpose,
    uniqueId: true,
    description: {
      en: 'That it was this browser that left for an identity provider; set when you sign in with one',
      nb: 'At det var denne nettleseren som dro til en innloggingstjeneste; settes når du logger på med en',
      sv: 'Att det var den här webbläsaren som gick till en inloggningstjänst; sätts när du loggar in med en',
    },
  },
  [fragmentKey]: {
    store: 'session',
    lifetime: 'session',
    holds: codeCategory,
    purpose,
    uniqueId: false,
    description: {
      en: 'The secret of the room you came for, while you are at an identity provider; it never leaves your browser and is removed when you are back',
      nb: 'Hemmeligheten til rommet du kom for, mens du er hos en innloggingstjeneste; den forlater aldri nettleseren din og fjernes når du er tilbake',
      sv: 'Hemligheten till rummet du kom för, medan du är hos en inloggningstjänst; den lämnar aldrig din webbläsare och tas bort när du är tillbaka',
    },
  },
} as const satisfies Record<string, StorageKey>

/** What leaves for others who sign people in here. */
export const sentTo = {
  /** The provider's own server: a code that it made itself, and nothing about anybody. */
  provider: [codeCategory],
  /** A gateway for text messages: a number, and what is said to it. */
  sms: [accountCategory, codeCategory],
} as const

/** Whether people may have passwords: the policy says what they are used for. */
export function hasPasswords({ processings }: Pick<Policy, 'processings'>): boolean {
  return Object.values(processings).some((one) => one.purpose === purpose && one.categories.includes(passwordCategory))
}

/** Whether there are accounts: the policy says what they are used for. */
export function isAwake({ processings }: Pick<Policy, 'processings'>): boolean {
  const covered = Object.values(processings).filter((one) => one.purpose === purpose)
  return [accountCategory, keysCategory, sessionCategory, codeCategory].every((category) =>
    covered.some(({ categories }) => categories.includes(category)),
  )
}
