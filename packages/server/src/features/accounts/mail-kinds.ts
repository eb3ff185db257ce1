import { defineMailKinds } from '../../platform/mail/kinds.ts'
import { settingsMailKinds } from './settings/mail-kinds.ts'
import { purpose } from './tables.ts'

/** Mails of accounts. Everybody who asks for a code gets the same one, whether they have an account or not. */
export const accountMailKinds = defineMailKinds({
  ...settingsMailKinds,
  'account.code': {
    title: { en: 'Code to sign in with', nb: 'Kode til å logge på med', sv: 'Kod att logga in med' },
    purpose,
    basis: 'service',
    marketing: false,
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
