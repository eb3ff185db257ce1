import type { Text } from '@samtale/policy'

/** What the pages on which an address is changed say. */
export const addressWords = {
  title: { en: 'Change the e-mail address', nb: 'Bytt e-postadresse', sv: 'Byt e-postadress' },
  lead: {
    en: 'We send a code to the new address. The old one is told, and the change can be stopped from there for a while.',
    nb: 'Vi sender en kode til den nye adressen. Den gamle får beskjed, og derfra kan byttet stoppes en stund.',
    sv: 'Vi skickar en kod till den nya adressen. Den gamla får besked, och därifrån kan bytet stoppas ett tag.',
  },
  now: { en: 'The address now:', nb: 'Adressen nå:', sv: 'Adressen nu:' },
  address: { en: 'New e-mail address', nb: 'Ny e-postadresse', sv: 'Ny e-postadress' },
  addressWrong: {
    en: 'Write an e-mail address, such as kari@hjem.example.',
    nb: 'Skriv en e-postadresse, for eksempel kari@hjem.example.',
    sv: 'Skriv en e-postadress, till exempel kari@hjem.example.',
  },
  addressSame: {
    en: 'That is the address that you have.',
    nb: 'Det er adressen du har.',
    sv: 'Det är adressen som du har.',
  },
  addressTooSoon: {
    en: 'The address was changed less than a week ago. Until the week is over, the old one can stop that, and you can’t change it again.',
    nb: 'Adressen ble byttet for under en uke siden. Til uken er over, kan den gamle stoppe byttet, og du kan ikke bytte igjen.',
    sv: 'Adressen byttes för mindre än en vecka sedan. Tills veckan är över kan den gamla stoppa bytet, och du kan inte byta igen.',
  },
  send: { en: 'Send me a code', nb: 'Send meg en kode', sv: 'Skicka en kod till mig' },
  codeTitle: { en: 'Write the code', nb: 'Skriv koden', sv: 'Skriv koden' },
  codeLead: {
    en: 'If the address can be used, a code is on its way there. It works for a quarter of an hour.',
    nb: 'Hvis adressen kan brukes, er en kode på vei dit. Den virker i et kvarter.',
    sv: 'Om adressen kan användas är en kod på väg dit. Den fungerar i en kvart.',
  },
  code: { en: 'Code', nb: 'Kode', sv: 'Kod' },
  codeWrong: {
    en: 'This code isn’t right, or its time is over. Look again, or ask for a new one.',
    nb: 'Denne koden er ikke riktig, eller tiden er ute. Se en gang til, eller be om en ny.',
    sv: 'Den här koden stämmer inte, eller så är tiden ute. Titta igen, eller be om en ny.',
  },
  confirm: { en: 'Change it', nb: 'Bytt den', sv: 'Byt den' },
  again: { en: 'Write another address', nb: 'Skriv en annen adresse', sv: 'Skriv en annan adress' },
  done: { en: 'The address is changed.', nb: 'Adressen er byttet.', sv: 'Adressen är bytt.' },
  tooMany: {
    en: 'That was tried often just now. Wait ten minutes, and try again.',
    nb: 'Det er prøvd mange ganger nå. Vent ti minutter, og prøv igjen.',
    sv: 'Det har provats många gånger nu. Vänta tio minuter och försök igen.',
  },
  undoTitle: {
    en: 'Take the old address back',
    nb: 'Ta den gamle adressen tilbake',
    sv: 'Ta tillbaka den gamla adressen',
  },
  undoLead: {
    en: 'The account gets its old address back, everybody who is signed in to it is signed out, and ways to sign in that were added since are removed.',
    nb: 'Kontoen får den gamle adressen tilbake, alle som er logget på den, blir logget av, og måter å logge på som er lagt til siden, blir fjernet.',
    sv: 'Kontot får tillbaka sin gamla adress, alla som är inloggade på det loggas ut, och sätt att logga in som har lagts till sedan dess tas bort.',
  },
  undo: { en: 'Take it back', nb: 'Ta den tilbake', sv: 'Ta tillbaka den' },
  undone: {
    en: 'The account has its old address again. Ways to sign in that were added since the change are removed. Sign in, and look under Security whether a passkey from before isn’t yours.',
    nb: 'Kontoen har den gamle adressen igjen. Måter å logge på som er lagt til siden byttet, er fjernet. Logg på, og se under Sikkerhet om en passnøkkel fra før ikke er din.',
    sv: 'Kontot har sin gamla adress igen. Sätt att logga in som har lagts till sedan bytet är borttagna. Logga in och titta under Säkerhet om en passnyckel från tidigare inte är din.',
  },
  undoneTitle: {
    en: 'The old address is back',
    nb: 'Den gamle adressen er tilbake',
    sv: 'Den gamla adressen är tillbaka',
  },
  goneTitle: {
    en: 'This link works no more',
    nb: 'Denne lenken virker ikke lenger',
    sv: 'Den här länken fungerar inte längre',
  },
  gone: {
    en: 'Its time is over, or it was used. Write to us if the change wasn’t yours.',
    nb: 'Tiden er ute, eller den er brukt. Skriv til oss hvis byttet ikke var ditt.',
    sv: 'Tiden är ute, eller så har den använts. Skriv till oss om bytet inte var ditt.',
  },
} as const satisfies Record<string, Text>
