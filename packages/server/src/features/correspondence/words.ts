import type { Text } from '@samtale/policy'

/** What the pages of letters say. */
export const words = {
  title: { en: 'Write to us', nb: 'Skriv til oss', sv: 'Skriv till oss' },
  lead: {
    en: 'A person reads it and answers by e-mail.',
    nb: 'Et menneske leser det og svarer på e-post.',
    sv: 'En människa läser det och svarar via e-post.',
  },
  address: { en: 'E-mail address', nb: 'E-postadresse', sv: 'E-postadress' },
  name: { en: 'Name', nb: 'Navn', sv: 'Namn' },
  message: { en: 'Message', nb: 'Melding', sv: 'Meddelande' },
  messageHint: {
    en: 'Leave out what we don’t need: no passwords, no card numbers, nothing about your health.',
    nb: 'Utelat det vi ikke trenger: ingen passord, ingen kortnumre, ingenting om helsen din.',
    sv: 'Utelämna det vi inte behöver: inga lösenord, inga kortnummer, inget om din hälsa.',
  },
  send: { en: 'Send', nb: 'Send', sv: 'Skicka' },
  privacy: {
    en: 'The privacy policy says how long we keep it.',
    nb: 'Personvernerklæringen sier hvor lenge vi tar vare på det.',
    sv: 'Integritetspolicyn säger hur länge vi sparar det.',
  },
  addressWrong: {
    en: 'Write a whole e-mail address, such as ola@example.org.',
    nb: 'Skriv en hel e-postadresse, som ola@example.org.',
    sv: 'Skriv en hel e-postadress, som ola@example.org.',
  },
  empty: { en: 'Write a message.', nb: 'Skriv en melding.', sv: 'Skriv ett meddelande.' },
  'too-long': {
    en: 'Write at most 10,000 characters.',
    nb: 'Skriv høyst 10 000 tegn.',
    sv: 'Skriv högst 10 000 tecken.',
  },
  'card-number': {
    en: 'Take out the number that can be a payment card’s. We never take one, and nothing was saved.',
    nb: 'Ta ut tallet som kan være nummeret på et betalingskort. Slike tar vi aldri imot, og ingenting er lagret.',
    sv: 'Ta bort talet som kan vara numret på ett betalkort. Sådana tar vi aldri emot, och inget har sparats.',
  },
  tooMany: {
    en: 'Too many forms came from your network. Wait a minute, then send it again.',
    nb: 'Det kom for mange skjemaer fra nettverket ditt. Vent et minutt, og send det på nytt.',
    sv: 'För många formulär kom från ditt nätverk. Vänta en minut och skicka det igen.',
  },
  thanksTitle: {
    en: 'Thank you, we have your message',
    nb: 'Takk, vi har fått meldingen din',
    sv: 'Tack, vi har fått ditt meddelande',
  },
  thanksReference: { en: 'Its reference is:', nb: 'Referansen er:', sv: 'Referensen är:' },
  thanks: {
    en: 'Look in your mail: a link there shows what was written, and lets you write more or delete all of it. If you wrote to us a few hours ago already, the link comes with our answer.',
    nb: 'Se i e-posten din: en lenke der viser det som er skrevet, og lar deg skrive mer eller slette alt sammen. Skrev du til oss for noen timer siden også, kommer lenken med svaret vårt.',
    sv: 'Titta i din e-post: en länk där visar det som har skrivits och låter dig skriva mer eller radera alltihop. Skrev du till oss för några timmar sedan också kommer länken med vårt svar.',
  },
  threadTitle: {
    en: 'Your conversation with us',
    nb: 'Henvendelsen din til oss',
    sv: 'Din konversation med oss',
  },
  you: { en: 'You', nb: 'Du', sv: 'Du' },
  us: { en: 'We', nb: 'Vi', sv: 'Vi' },
  open: { en: 'Waits for our answer', nb: 'Venter på svar fra oss', sv: 'Väntar på svar från oss' },
  answered: { en: 'Answered', nb: 'Besvart', sv: 'Besvarat' },
  closed: {
    en: 'Closed. It opens again if you write.',
    nb: 'Avsluttet. Skriver du, åpnes den igjen.',
    sv: 'Avslutad. Skriver du öppnas den igen.',
  },
  added: { en: 'Your message was added.', nb: 'Meldingen din er lagt til.', sv: 'Ditt meddelande har lagts till.' },
  more: { en: 'Write more', nb: 'Skriv mer', sv: 'Skriv mer' },
  delete: { en: 'Delete this conversation', nb: 'Slett henvendelsen', sv: 'Radera konversationen' },
  deleteLead: {
    en: 'All of it goes: what you wrote, what we wrote, your address. It can’t be brought back.',
    nb: 'Alt forsvinner: det du skrev, det vi skrev, adressen din. Det kan ikke hentes tilbake.',
    sv: 'Allt försvinner: det du skrev, det vi skrev, din adress. Det går inte att få tillbaka.',
  },
  deleteNow: { en: 'Yes, delete all of it', nb: 'Ja, slett alt sammen', sv: 'Ja, radera alltihop' },
  back: { en: 'No, go back', nb: 'Nei, gå tilbake', sv: 'Nej, gå tillbaka' },
  erasedTitle: { en: 'Deleted', nb: 'Slettet', sv: 'Raderat' },
  erased: {
    en: 'The conversation and your address in it are deleted. Mails that were sent before lie in your mailbox, and can in ours.',
    nb: 'Henvendelsen og adressen din i den er slettet. E-post som ble sendt før, ligger i postkassen din, og kan ligge i vår.',
    sv: 'Konversationen och din adress i den är raderade. Mejl som skickades innan finns i din brevlåda, och kan finnas i vår.',
  },
  keptTitle: { en: 'No longer in use', nb: 'Ikke lenger i bruk', sv: 'Används inte längre' },
  kept: {
    en: 'We use the conversation no more. A duty keeps some of it, out of use; ask us what and why.',
    nb: 'Vi bruker ikke henvendelsen lenger. En plikt gjør at noe av den er tatt vare på, ute av bruk; spør oss om hva og hvorfor.',
    sv: 'Vi använder inte konversationen längre. En skyldighet gör att en del av den finns kvar, ur bruk; fråga oss vad och varför.',
  },
  goneTitle: {
    en: 'This link no longer works',
    nb: 'Denne lenken virker ikke lenger',
    sv: 'Den här länken fungerar inte längre',
  },
  gone: {
    en: 'It is too old, or what it is about has been deleted.',
    nb: 'Den er for gammel, eller det den gjelder, er slettet.',
    sv: 'Den är för gammal, eller så har det som den gäller raderats.',
  },
} as const satisfies Record<string, Text>
