import { defineMailKinds } from '../../platform/mail/kinds.ts'
import { settingsMailKinds } from './settings/mail-kinds.ts'
import { purpose } from './tables.ts'

/** Mails of accounts. Everybody who asks for a code gets the same one, whether they have an account or not. */
export const accountMailKinds = defineMailKinds({
  ...settingsMailKinds,
  'account.phone-changed': {
    title: {
      en: 'Word that your phone number was changed',
      nb: 'Beskjed om at telefonnummeret ditt er endret',
      sv: 'Besked om att ditt telefonnummer har ändrats',
    },
    purpose,
    basis: 'service',
    marketing: false,
    stream: 'transactional',
    autoSubmitted: 'auto-generated',
    reason: {
      en: 'You get this because the phone number of your account is a way to sign in to it.',
      nb: 'Du får dette fordi man kan logge på kontoen din med telefonnummeret.',
      sv: 'Du får det här för att man kan logga in på ditt konto med telefonnumret.',
    },
    values: {},
    subject: {
      en: 'The phone number of your account was changed',
      nb: 'Telefonnummeret til kontoen din er endret',
      sv: 'Telefonnumret till ditt konto har ändrats',
    },
    body: [
      {
        paragraph: {
          en: 'A phone number was added to your account, changed or removed. If that was you, you need do nothing.',
          nb: 'Et telefonnummer er lagt til på kontoen din, byttet eller fjernet. Hvis det var deg, trenger du ikke gjøre noe.',
          sv: 'Ett telefonnummer har lagts till på ditt konto, bytts eller tagits bort. Om det var du behöver du inte göra något.',
        },
      },
      {
        paragraph: {
          en: 'If it wasn’t you, sign in, look at the number under Profile, and sign out all others under Devices in use.',
          nb: 'Hvis det ikke var deg, logger du på, ser på nummeret under Profil og logger av alle andre under Enheter i bruk.',
          sv: 'Om det inte var du loggar du in, tittar på numret under Profil och loggar ut alla andra under Enheter i bruk.',
        },
      },
    ],
  },
  'account.code': {
    title: { en: 'Code to sign in with', nb: 'Kode til å logge på med', sv: 'Kod att logga in med' },
    purpose,
    basis: 'service',
    marketing: false,
    awaited: true,
    stream: 'transactional',
    autoSubmitted: 'auto-generated',
    reason: {
      en: 'You get this because somebody wrote this address on the sign-in page. If it wasn’t you, do nothing: without the code nobody comes in.',
      nb: 'Du får dette fordi noen skrev denne adressen på påloggingssiden. Hvis det ikke var deg, trenger du ikke gjøre noe: uten koden kommer ingen inn.',
      sv: 'Du får det här för att någon skrev den här adressen på inloggningssidan. Om det inte var du behöver du inte göra något: utan koden kommer ingen in.',
    },
    values: { code: 'text' },
    subject: {
      en: 'Your code for signing in',
      nb: 'Koden din for å logge på',
      sv: 'Din kod för att logga in',
    },
    body: [
      { paragraph: { en: 'Your code is {code}', nb: 'Koden din er {code}', sv: 'Din kod är {code}' } },
      {
        paragraph: {
          en: 'It works once, for five minutes. We never ask anybody for it: write it on the sign-in page only.',
          nb: 'Den virker én gang, i fem minutter. Vi spør aldri noen om den: skriv den bare på påloggingssiden.',
          sv: 'Den fungerar en gång, i fem minuter. Vi frågar aldrig någon om den: skriv den bara på inloggningssidan.',
        },
      },
    ],
  },
})
