import { defineMailKinds } from '../../../platform/mail/kinds.ts'
import { purpose } from '../tables.ts'
import { digestPurpose } from './tables.ts'

const shared = { basis: 'service', marketing: false, stream: 'transactional', autoSubmitted: 'auto-generated' } as const

/** Mails about settings. */
export const settingsMailKinds = defineMailKinds({
  'account.new-address': {
    ...shared,
    title: { en: 'Code for a new address', nb: 'Kode til en ny adresse', sv: 'Kod till en ny adress' },
    purpose,
    awaited: true,
    reason: {
      en: 'You get this because somebody wrote this address as the new one of their account. If it wasn’t you, do nothing: without the code nothing changes.',
      nb: 'Du får dette fordi noen skrev denne adressen som den nye på kontoen sin. Hvis det ikke var deg, trenger du ikke gjøre noe: uten koden endres ingenting.',
      sv: 'Du får det här för att någon skrev den här adressen som den nya på sitt konto. Om det inte var du behöver du inte göra något: utan koden ändras ingenting.',
    },
    values: { code: 'text' },
    subject: {
      en: 'Your code for the new address',
      nb: 'Koden til den nye adressen',
      sv: 'Koden till den nya adressen',
    },
    body: [
      { paragraph: { en: 'Your code is {code}', nb: 'Koden din er {code}', sv: 'Din kod är {code}' } },
      {
        paragraph: {
          en: 'Write it on the page where you asked for it. It works once, for a quarter of an hour.',
          nb: 'Skriv den på siden der du ba om den. Den virker én gang, i et kvarter.',
          sv: 'Skriv den på sidan där du bad om den. Den fungerar en gång, i en kvart.',
        },
      },
    ],
  },
  'account.deleted': {
    ...shared,
    title: {
      en: 'Certificate that your account is deleted',
      nb: 'Attest på at kontoen din er slettet',
      sv: 'Intyg om att ditt konto är raderat',
    },
    purpose,
    reason: {
      en: 'You get this because you asked for it when you deleted your account. It is the last mail: your address is deleted, too.',
      nb: 'Du får dette fordi du ba om det da du slettet kontoen din. Det er den siste e-posten: adressen din slettes også.',
      sv: 'Du får det här för att du bad om det när du raderade ditt konto. Det är det sista mejlet: din adress raderas också.',
    },
    values: { text: 'lines', certificate: 'lines', page: 'link' },
    subject: { en: 'Your account is deleted', nb: 'Kontoen din er slettet', sv: 'Ditt konto är raderat' },
    body: [
      { lines: 'text' },
      {
        paragraph: {
          en: 'The certificate itself follows, on one line. Save it as a file, and anybody can check on the page below that it is genuine.',
          nb: 'Her er selve attesten, på én linje. Lagre den som en fil, så kan hvem som helst kontrollere på siden under at den er ekte.',
          sv: 'Här är själva intyget, på en rad. Spara det som en fil, så kan vem som helst kontrollera på sidan nedan att det är äkta.',
        },
      },
      { lines: 'certificate' },
      { button: { en: 'Check a certificate', nb: 'Kontroller en attest', sv: 'Kontrollera ett intyg' }, link: 'page' },
    ],
  },
  'account.address-changed': {
    ...shared,
    title: {
      en: 'Word that your address was changed',
      nb: 'Beskjed om at adressen din er byttet',
      sv: 'Besked om att din adress har bytts',
    },
    purpose,
    reason: {
      en: 'You get this because this was the address of your account until now.',
      nb: 'Du får dette fordi dette var adressen til kontoen din til nå.',
      sv: 'Du får det här för att det här var adressen till ditt konto tills nu.',
    },
    values: { day: 'text', link: 'link' },
    subject: {
      en: 'The e-mail address of your account was changed',
      nb: 'E-postadressen til kontoen din er byttet',
      sv: 'E-postadressen till ditt konto har bytts',
    },
    body: [
      {
        paragraph: {
          en: 'Your account has another e-mail address now. If that was you, you need do nothing.',
          nb: 'Kontoen din har nå en annen e-postadresse. Hvis det var deg, trenger du ikke gjøre noe.',
          sv: 'Ditt konto har nu en annan e-postadress. Om det var du behöver du inte göra något.',
        },
      },
      {
        paragraph: {
          en: 'If it wasn’t you, take this address back until {day}. Everybody who is signed in is then signed out.',
          nb: 'Hvis det ikke var deg, kan du ta denne adressen tilbake til og med {day}. Alle som er logget på, blir da logget av.',
          sv: 'Om det inte var du kan du ta tillbaka den här adressen till och med {day}. Alla som är inloggade loggas då ut.',
        },
      },
      {
        button: { en: 'Take this address back', nb: 'Ta denne adressen tilbake', sv: 'Ta tillbaka den här adressen' },
        link: 'link',
      },
    ],
  },
  digest: {
    title: { en: 'Summary of your rooms', nb: 'Oppsummering av rommene dine', sv: 'Sammanfattning av dina rum' },
    purpose: digestPurpose,
    basis: { consent: digestPurpose },
    marketing: false,
    stream: 'transactional',
    autoSubmitted: 'auto-generated',
    reason: {
      en: 'You get this because you turned the summary on in your account.',
      nb: 'Du får dette fordi du slo på oppsummeringen på kontoen din.',
      sv: 'Du får det här för att du slog på sammanfattningen på ditt konto.',
    },
    values: { days: 'text', rooms: 'lines', link: 'link' },
    subject: {
      en: 'Your rooms, {days}',
      nb: 'Rommene dine, {days}',
      sv: 'Dina rum, {days}',
    },
    body: [
      {
        paragraph: {
          en: 'This is how your rooms were used, {days}. Who was there isn’t kept, so it isn’t here either.',
          nb: 'Slik ble rommene dine brukt, {days}. Hvem som var der, lagres ikke, så det står ikke her heller.',
          sv: 'Så användes dina rum, {days}. Vem som var där sparas inte, så det står inte här heller.',
        },
      },
      { lines: 'rooms' },
      { button: { en: 'Open your rooms', nb: 'Åpne rommene dine', sv: 'Öppna dina rum' }, link: 'link' },
    ],
  },
})
