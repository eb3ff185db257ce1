import type { Text } from '@samtale/policy'

/** What the pages of signing in say. */
export const words = {
  signIn: { en: 'Sign in', nb: 'Logg på', sv: 'Logga in' },
  signOut: { en: 'Sign out', nb: 'Logg av', sv: 'Logga ut' },
  lead: {
    en: 'We send a code to your e-mail address or your phone. If you have no account yet, you get one with it.',
    nb: 'Vi sender en kode til e-postadressen eller telefonen din. Har du ingen konto ennå, får du en samtidig.',
    sv: 'Vi skickar en kod till din e-postadress eller din telefon. Har du inget konto än får du ett samtidigt.',
  },
  needless: {
    en: 'You can hold and join calls without signing in.',
    nb: 'Du kan holde og bli med i samtaler uten å logge på.',
    sv: 'Du kan hålla och gå med i samtal utan att logga in.',
  },
  again: {
    en: 'This can’t be undone, or gives away what is yours. Sign in once more, so that we know it is you.',
    nb: 'Dette kan ikke gjøres om, eller gir fra seg det som er ditt. Logg på en gang til, så vi vet at det er deg.',
    sv: 'Det här kan inte göras ogjort, eller lämnar ut det som är ditt. Logga in en gång till, så att vi vet att det är du.',
  },
  address: { en: 'E-mail or phone number', nb: 'E-post eller telefonnummer', sv: 'E-post eller telefonnummer' },
  addressWrong: {
    en: 'Write a whole e-mail address, such as ola@example.org, or a phone number with its country code, such as +47 912 34 567.',
    nb: 'Skriv en hel e-postadresse, som ola@example.org, eller et telefonnummer med landskode, som +47 912 34 567.',
    sv: 'Skriv en hel e-postadress, som ola@example.org, eller ett telefonnummer med landskod, som +46 70 123 45 67.',
  },
  or: { en: 'or', nb: 'eller', sv: 'eller' },
  send: { en: 'Send me a code', nb: 'Send meg en kode', sv: 'Skicka en kod' },
  usePasskey: { en: 'Use a passkey', nb: 'Bruk en passnøkkel', sv: 'Använd en passnyckel' },
  passkeyFailed: {
    en: 'That didn’t work. Try again, or use a code.',
    nb: 'Det gikk ikke. Prøv igjen, eller bruk en kode.',
    sv: 'Det gick inte. Försök igen, eller använd en kod.',
  },
  codeTitle: { en: 'Look in your mail', nb: 'Se i e-posten din', sv: 'Titta i din e-post' },
  codeTitlePhone: { en: 'Look at your phone', nb: 'Se på telefonen din', sv: 'Titta på din telefon' },
  codeLead: {
    en: 'A code of six digits is on its way. It works once, for five minutes. It goes to',
    nb: 'En kode på seks sifre er på vei. Den virker én gang, i fem minutter. Den går til',
    sv: 'En kod med sex siffror är på väg. Den fungerar en gång, i fem minuter. Den går till',
  },
  linkLead: {
    en: 'There is an account with this address already. Write the code once, to show that it is yours; from then on you come in without one.',
    nb: 'Det finnes allerede en konto med denne adressen. Skriv koden én gang, så vi ser at den er din; deretter kommer du inn uten.',
    sv: 'Det finns redan ett konto med den här adressen. Skriv koden en gång, så att vi ser att det är ditt; sedan kommer du in utan.',
  },
  elsewhere: { en: 'Use another address', nb: 'Bruk en annen adresse', sv: 'Använd en annan adress' },
  code: { en: 'Code', nb: 'Kode', sv: 'Kod' },
  codeWrong: {
    en: 'This code isn’t right, or isn’t any more. Look again, or ask for another one.',
    nb: 'Denne koden er ikke riktig, eller ikke lenger. Se en gang til, eller be om en ny.',
    sv: 'Den här koden stämmer inte, eller inte längre. Titta igen, eller be om en ny.',
  },
  another: { en: 'Send another code', nb: 'Send en ny kode', sv: 'Skicka en ny kod' },
  tooMany: {
    en: 'That was too often for so short a time. Wait some minutes, then try again.',
    nb: 'Det var for mange ganger på så kort tid. Vent noen minutter, og prøv igjen.',
    sv: 'Det var för många gånger på så kort tid. Vänta några minuter och försök igen.',
  },
  signInWith: { en: 'Sign in with', nb: 'Logg på med', sv: 'Logga in med' },
  usePassword: { en: 'Use a password', nb: 'Bruk et passord', sv: 'Använd ett lösenord' },
  useCode: { en: 'Get a code instead', nb: 'Få en kode i stedet', sv: 'Få en kod i stället' },
  password: { en: 'Password', nb: 'Passord', sv: 'Lösenord' },
  passwordLead: {
    en: 'If you have none, or have forgotten it, sign in with a code: then you can set one under your account.',
    nb: 'Har du ikke noe, eller har du glemt det, logger du på med en kode: da kan du lage et under kontoen din.',
    sv: 'Har du inget, eller har du glömt det, loggar du in med en kod: då kan du välja ett under ditt konto.',
  },
  passwordWrong: {
    en: 'These don’t belong together. Look at both again, or sign in with a code.',
    nb: 'Disse hører ikke sammen. Se over begge, eller logg på med en kode.',
    sv: 'De här hör inte ihop. Titta på båda igen, eller logga in med en kod.',
  },
  restrictedTitle: { en: 'Your account is locked away', nb: 'Kontoen din er låst inne', sv: 'Ditt konto är inlåst' },
  restricted: {
    en: 'It isn’t used for anything, so nobody can sign in to it, you included. That is because you asked for it, or because something about it is being looked into.',
    nb: 'Den brukes ikke til noe, så ingen kan logge på den, heller ikke du. Det er fordi du ba om det, eller fordi noe om den blir undersøkt.',
    sv: 'Det används inte till något, så ingen kan logga in på det, inte du heller. Det beror på att du bad om det, eller på att något om det undersöks.',
  },
  restrictedRights: {
    en: 'What is kept about you is still yours:',
    nb: 'Det som er lagret om deg, er fortsatt ditt:',
    sv: 'Det som är sparat om dig är fortfarande ditt:',
  },
  seeRights: {
    en: 'See it, take it along, or have it deleted or opened again',
    nb: 'Se det, ta det med deg, eller få det slettet eller låst opp',
    sv: 'Se det, ta det med dig, eller få det raderat eller upplåst',
  },
  appeal: {
    en: 'Say that you don’t agree',
    nb: 'Si fra at du ikke er enig',
    sv: 'Säg att du inte håller med',
  },
  signedOutTitle: { en: 'You are signed out', nb: 'Du er logget av', sv: 'Du är utloggad' },
  signedOut: {
    en: 'Nothing in this browser leads to your account any more.',
    nb: 'Ingenting i denne nettleseren fører til kontoen din lenger.',
    sv: 'Ingenting i den här webbläsaren leder till ditt konto längre.',
  },
} as const satisfies Record<string, Text>
