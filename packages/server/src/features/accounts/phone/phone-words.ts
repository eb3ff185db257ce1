import type { Text } from '@samtale/policy'

/** What the page of the phone number says. */
export const phoneWords = {
  title: { en: 'Phone number', nb: 'Telefonnummer', sv: 'Telefonnummer' },
  lead: {
    en: 'With a phone number you can sign in by a code in a text message, too. We use it for nothing else.',
    nb: 'Med et telefonnummer kan du også logge på med en kode på SMS. Vi bruker det ikke til noe annet.',
    sv: 'Med ett telefonnummer kan du också logga in med en kod via sms. Vi använder det inte till något annat.',
  },
  now: { en: 'The number now:', nb: 'Nummeret nå:', sv: 'Numret nu:' },
  phone: { en: 'New phone number', nb: 'Nytt telefonnummer', sv: 'Nytt telefonnummer' },
  hint: {
    en: 'With the country’s prefix, such as +47.',
    nb: 'Med landkode, for eksempel +47.',
    sv: 'Med landsnummer, till exempel +46.',
  },
  phoneWrong: {
    en: 'Write a phone number with its country’s prefix, such as +47 912 34 567.',
    nb: 'Skriv et telefonnummer med landkode, for eksempel +47 912 34 567.',
    sv: 'Skriv ett telefonnummer med landsnummer, till exempel +46 70 123 45 67.',
  },
  phoneSame: {
    en: 'That is the number that you have.',
    nb: 'Det er nummeret du har.',
    sv: 'Det är numret som du har.',
  },
  unproven: {
    en: 'First show that your address is yours: sign out, and sign in once with a code.',
    nb: 'Vis først at adressen er din: logg av, og logg på én gang med en kode.',
    sv: 'Visa först att adressen är din: logga ut, och logga in en gång med en kod.',
  },
  send: { en: 'Send me a code', nb: 'Send meg en kode', sv: 'Skicka en kod till mig' },
  codeLead: {
    en: 'If the number can be used, a code is on its way there. It works for five minutes.',
    nb: 'Hvis nummeret kan brukes, er en kode på vei dit. Den virker i fem minutter.',
    sv: 'Om numret kan användas är en kod på väg dit. Den fungerar i fem minuter.',
  },
  confirm: { en: 'Use this number', nb: 'Bruk dette nummeret', sv: 'Använd det här numret' },
  again: { en: 'Write another number', nb: 'Skriv et annet nummer', sv: 'Skriv ett annat nummer' },
  remove: { en: 'Remove the number', nb: 'Fjern nummeret', sv: 'Ta bort numret' },
  last: {
    en: 'You can’t remove the number: without an e-mail address it is the only way to sign in. Add an address first.',
    nb: 'Du kan ikke fjerne nummeret: uten en e-postadresse er det den eneste måten å logge på. Legg til en adresse først.',
    sv: 'Du kan inte ta bort numret: utan en e-postadress är det enda sättet att logga in. Lägg till en adress först.',
  },
  set: { en: 'The number is yours now.', nb: 'Nummeret er ditt nå.', sv: 'Numret är ditt nu.' },
  removed: { en: 'Removed.', nb: 'Fjernet.', sv: 'Borttaget.' },
} as const satisfies Record<string, Text>
