import { defineMailKinds } from '../../platform/mail/kinds.ts'

const reason = {
  en: 'You get this because somebody wrote to us with this address. If it wasn’t you, open the conversation and delete it.',
  nb: 'Du får dette fordi noen skrev til oss med denne adressen. Hvis det ikke var deg, kan du åpne henvendelsen og slette den.',
  sv: 'Du får det här för att någon skrev till oss med den här adressen. Om det inte var du kan du öppna konversationen och radera den.',
}
const open = { en: 'Open the conversation', nb: 'Åpne henvendelsen', sv: 'Öppna konversationen' }

/**
 * Mails of letters. What somebody wrote never comes back in an answer that nobody wrote: with somebody else's address in
 * the form, that would be a way to send them anything.
 */
export const correspondenceMailKinds = defineMailKinds({
  'contact.received': {
    title: {
      en: 'Word that your message came',
      nb: 'Beskjed om at meldingen din er kommet',
      sv: 'Besked om att ditt meddelande har kommit',
    },
    purpose: 'correspondence',
    basis: 'service',
    marketing: false,
    stream: 'transactional',
    autoSubmitted: 'auto-replied',
    reason,
    values: { reference: 'text', link: 'link' },
    subject: {
      en: 'Your message to us ({reference})',
      nb: 'Meldingen din til oss ({reference})',
      sv: 'Ditt meddelande till oss ({reference})',
    },
    body: [
      {
        paragraph: {
          en: 'We have your message, and a person will answer it. Its reference is {reference}.',
          nb: 'Vi har fått meldingen din, og et menneske svarer på den. Referansen er {reference}.',
          sv: 'Vi har fått ditt meddelande, och en människa svarar på det. Referensen är {reference}.',
        },
      },
      {
        paragraph: {
          en: 'With the button you read what was written, write more, or delete all of it. Whoever has the link can do the same, so don’t pass it on.',
          nb: 'Med knappen kan du lese det som er skrevet, skrive mer eller slette alt sammen. Alle som har lenken, kan gjøre det samme, så ikke gi den videre.',
          sv: 'Med knappen kan du läsa det som har skrivits, skriva mer eller radera alltihop. Alla som har länken kan göra detsamma, så ge den inte vidare.',
        },
      },
      { button: open, link: 'link' },
    ],
  },
  'contact.reply': {
    title: { en: 'Our answer to you', nb: 'Svaret vårt til deg', sv: 'Vårt svar till dig' },
    purpose: 'correspondence',
    basis: 'service',
    marketing: false,
    stream: 'transactional',
    autoSubmitted: 'no',
    reason,
    values: { reference: 'text', text: 'lines', link: 'link' },
    subject: {
      en: 'Re: Your message to us ({reference})',
      nb: 'Re: Meldingen din til oss ({reference})',
      sv: 'Re: Ditt meddelande till oss ({reference})',
    },
    body: [{ lines: 'text' }, { button: open, link: 'link' }],
  },
  'contact.notice': {
    title: {
      en: 'Word to us that a message came',
      nb: 'Beskjed til oss om at det er kommet en melding',
      sv: 'Besked till oss om att ett meddelande har kommit',
    },
    purpose: 'correspondence',
    basis: 'service',
    marketing: false,
    stream: 'transactional',
    autoSubmitted: 'auto-generated',
    reason: {
      en: 'You get this because this is the contact address of the installation.',
      nb: 'Du får dette fordi dette er kontaktadressen til installasjonen.',
      sv: 'Du får det här för att det här är installationens kontaktadress.',
    },
    values: { reference: 'text' },
    subject: {
      en: 'A message waits for an answer ({reference})',
      nb: 'En melding venter på svar ({reference})',
      sv: 'Ett meddelande väntar på svar ({reference})',
    },
    body: [
      {
        paragraph: {
          en: 'Read it on the server with: samtale tickets show {reference}',
          nb: 'Les den på serveren med: samtale tickets show {reference}',
          sv: 'Läs det på servern med: samtale tickets show {reference}',
        },
      },
    ],
  },
})
