import { defineMailKinds } from '../../platform/mail/kinds.ts'
import { purpose } from './tables.ts'

const shared = {
  purpose,
  basis: 'service',
  marketing: false,
  stream: 'transactional',
  autoSubmitted: 'no',
} as const

/** Mails to whoever has an account or a room, or runs an organisation, that an operator closed or opened again. */
export const suspensionMailKinds = defineMailKinds({
  'suspension.closed': {
    ...shared,
    title: {
      en: 'We have closed your account, organisation or room',
      nb: 'Vi har stengt kontoen, organisasjonen eller rommet ditt',
      sv: 'Vi har stängt ditt konto, din organisation eller ditt rum',
    },
    reason: {
      en: 'You get this because you have the account or the room, or run the organisation, that was closed.',
      nb: 'Du får dette fordi du har kontoen eller rommet, eller styrer organisasjonen, som ble stengt.',
      sv: 'Du får det här för att du har kontot eller rummet, eller sköter organisationen, som stängdes.',
    },
    values: { what: 'name', why: 'lines', page: 'link' },
    subject: {
      en: 'Closed: {what}',
      nb: 'Stengt: {what}',
      sv: 'Stängt: {what}',
    },
    body: [
      {
        paragraph: {
          en: 'We have closed this: {what}. It can’t be used until we open it again. This is why:',
          nb: 'Vi har stengt dette: {what}. Det kan ikke brukes før vi åpner det igjen. Grunnen er denne:',
          sv: 'Vi har stängt det här: {what}. Det kan inte användas förrän vi öppnar det igen. Skälet är det här:',
        },
      },
      { lines: 'why' },
      {
        paragraph: {
          en: 'If you think this is wrong, appeal on the page below. Another person than who closed it decides, where there is one.',
          nb: 'Mener du at dette er feil, kan du klage på siden under. En annen enn den som stengte det, avgjør klagen, der det finnes en.',
          sv: 'Om du tycker att det är fel kan du överklaga på sidan nedan. Någon annan än den som stängde det beslutar, där det finns någon.',
        },
      },
      {
        paragraph: {
          en: 'You keep your rights: you can still fetch all that is kept about you, have it corrected, and delete it.',
          nb: 'Du beholder rettighetene dine: du kan fortsatt hente alt som er lagret om deg, få det rettet, og slette det.',
          sv: 'Du behåller dina rättigheter: du kan fortfarande hämta allt som finns sparat om dig, få det rättat och radera det.',
        },
      },
      {
        button: { en: 'See why, and appeal', nb: 'Se hvorfor, og klag', sv: 'Se varför, och överklaga' },
        link: 'page',
      },
    ],
  },
  'suspension.opened': {
    ...shared,
    title: {
      en: 'Your account, organisation or room is open again',
      nb: 'Kontoen, organisasjonen eller rommet ditt er åpent igjen',
      sv: 'Ditt konto, din organisation eller ditt rum är öppet igen',
    },
    reason: {
      en: 'You get this because you have the account or the room, or run the organisation, that was closed.',
      nb: 'Du får dette fordi du har kontoen eller rommet, eller styrer organisasjonen, som ble stengt.',
      sv: 'Du får det här för att du har kontot eller rummet, eller sköter organisationen, som stängdes.',
    },
    values: { what: 'name', why: 'lines', page: 'link' },
    subject: {
      en: 'Open again: {what}',
      nb: 'Åpnet igjen: {what}',
      sv: 'Öppet igen: {what}',
    },
    body: [
      {
        paragraph: {
          en: 'We have opened this again: {what}. It is as it was before. This is why:',
          nb: 'Vi har åpnet dette igjen: {what}. Det er som det var før. Grunnen er denne:',
          sv: 'Vi har öppnat det här igen: {what}. Det är som det var förut. Skälet är det här:',
        },
      },
      { lines: 'why' },
      { button: { en: 'Go there', nb: 'Gå dit', sv: 'Gå dit' }, link: 'page' },
    ],
  },
})
