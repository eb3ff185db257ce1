import type { Text } from '@samtale/policy'

/** What the pages of signing in say. */
export const words = {
  signIn: { en: 'Sign in', nb: 'Logg på', sv: 'Logga in' },
  signOut: { en: 'Sign out', nb: 'Logg av', sv: 'Logga ut' },
  lead: {
    en: 'There is no password: we send a code to your e-mail address. If you have no account yet, you get one with it.',
    nb: 'Det er ikke noe passord: vi sender en kode til e-postadressen din. Har du ingen konto ennå, får du en samtidig.',
    sv: 'Det finns inget lösenord: vi skickar en kod till din e-postadress. Har du inget konto än får du ett samtidigt.',
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
  address: { en: 'E-mail address', nb: 'E-postadresse', sv: 'E-postadress' },
  addressWrong: {
    en: 'Write a whole e-mail address, such as ola@example.org.',
    nb: 'Skriv en hel e-postadresse, som ola@example.org.',
    sv: 'Skriv en hel e-postadress, som ola@example.org.',
  },
  send: { en: 'Send me a code', nb: 'Send meg en kode', sv: 'Skicka en kod' },
  usePasskey: { en: 'Use a passkey', nb: 'Bruk en passnøkkel', sv: 'Använd en passnyckel' },
  passkeyFailed: {
    en: 'That didn’t work. Try again, or use a code.',
    nb: 'Det gikk ikke. Prøv igjen, eller bruk en kode.',
    sv: 'Det gick inte. Försök igen, eller använd en kod.',
  },
  codeTitle: { en: 'Look in your mail', nb: 'Se i e-posten din', sv: 'Titta i din e-post' },
  codeLead: {
    en: 'A code of six digits is on its way to this address. It works once, for five minutes.',
    nb: 'En kode på seks sifre er på vei til denne adressen. Den virker én gang, i fem minutter.',
    sv: 'En kod med sex siffror är på väg till den här adressen. Den fungerar en gång, i fem minuter.',
  },
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
  factorTitle: { en: 'One more step', nb: 'Ett steg til', sv: 'Ett steg till' },
  factorLead: {
    en: 'Open your code app and write the code that it shows now. If you have lost it, write one of your recovery codes.',
    nb: 'Åpne kodeappen og skriv koden den viser nå. Har du mistet den, skriver du en av gjenopprettingskodene dine.',
    sv: 'Öppna din kodapp och skriv koden som den visar nu. Har du förlorat den skriver du en av dina återställningskoder.',
  },
  factorCode: {
    en: 'Code from the app, or a recovery code',
    nb: 'Kode fra appen, eller en gjenopprettingskode',
    sv: 'Kod från appen, eller en återställningskod',
  },
  factorWrong: {
    en: 'This code isn’t right, or was used. Wait for the next one, and write that.',
    nb: 'Denne koden er ikke riktig, eller er brukt. Vent på den neste, og skriv den.',
    sv: 'Den här koden stämmer inte, eller är använd. Vänta på nästa och skriv den.',
  },
  factorMissing: {
    en: 'This account may change things for others, so a code by e-mail isn’t enough. Use a passkey. If you have none, ask whoever runs this server.',
    nb: 'Denne kontoen kan endre ting for andre, så en kode på e-post er ikke nok. Bruk en passnøkkel. Har du ingen, kan du spørre den som driver serveren.',
    sv: 'Det här kontot kan ändra saker för andra, så en kod via e-post räcker inte. Använd en passnyckel. Har du ingen kan du fråga den som driver servern.',
  },
  signedOutTitle: { en: 'You are signed out', nb: 'Du er logget av', sv: 'Du är utloggad' },
  signedOut: {
    en: 'Nothing in this browser leads to your account any more.',
    nb: 'Ingenting i denne nettleseren fører til kontoen din lenger.',
    sv: 'Ingenting i den här webbläsaren leder till ditt konto längre.',
  },
} as const satisfies Record<string, Text>
