import type { Text } from '@samtale/policy'

/** What the pages of the second factor say. */
export const stepWords = {
  title: { en: 'One more step', nb: 'Ett steg til', sv: 'Ett steg till' },
  app: {
    en: 'Open your code app and write the code that it shows now. If you have lost it, write one of your recovery codes.',
    nb: 'Åpne kodeappen og skriv koden den viser nå. Har du mistet den, skriver du en av gjenopprettingskodene dine.',
    sv: 'Öppna din kodapp och skriv koden som den visar nu. Har du förlorat den skriver du en av dina återställningskoder.',
  },
  passkey: {
    en: 'This account asks for your passkey. If you have lost it, write one of your recovery codes.',
    nb: 'Denne kontoen krever passnøkkelen din. Har du mistet den, skriver du en av gjenopprettingskodene dine.',
    sv: 'Det här kontot kräver din passnyckel. Har du förlorat den skriver du en av dina återställningskoder.',
  },
  code: {
    en: 'Code from the app, or a recovery code',
    nb: 'Kode fra appen, eller en gjenopprettingskode',
    sv: 'Kod från appen, eller en återställningskod',
  },
  recoveryCode: { en: 'Recovery code', nb: 'Gjenopprettingskode', sv: 'Återställningskod' },
  factorWrong: {
    en: 'This code isn’t right, or was used. Wait for the next one, and write that.',
    nb: 'Denne koden er ikke riktig, eller er brukt. Vent på den neste, og skriv den.',
    sv: 'Den här koden stämmer inte, eller är använd. Vänta på nästa och skriv den.',
  },
  tooMany: {
    en: 'That was too often for so short a time. Wait some minutes, then try again.',
    nb: 'Det var for mange ganger på så kort tid. Vent noen minutter, og prøv igjen.',
    sv: 'Det var för många gånger på så kort tid. Vänta några minuter och försök igen.',
  },
  goOn: { en: 'Continue', nb: 'Fortsett', sv: 'Fortsätt' },
  signOut: { en: 'Sign out', nb: 'Logg av', sv: 'Logga ut' },
  usePasskey: { en: 'Use your passkey', nb: 'Bruk passnøkkelen din', sv: 'Använd din passnyckel' },
  passkeyFailed: {
    en: 'The passkey wasn’t taken. Try again.',
    nb: 'Passnøkkelen ble ikke godtatt. Prøv igjen.',
    sv: 'Passnyckeln godtogs inte. Försök igen.',
  },
  firstTitle: { en: 'Secure your account', nb: 'Sikre kontoen din', sv: 'Säkra ditt konto' },
  firstLead: {
    en: 'You can change things for others here, so a code alone isn’t enough. Choose how you show from now on that it is you. It takes a minute, and you do it once.',
    nb: 'Du kan endre ting for andre her, så en kode alene er ikke nok. Velg hvordan du heretter viser at det er deg. Det tar et minutt, og du gjør det én gang.',
    sv: 'Du kan ändra saker för andra här, så en kod räcker inte. Välj hur du från och med nu visar att det är du. Det tar en minut, och du gör det en gång.',
  },
  byPasskey: { en: 'A passkey', nb: 'En passnøkkel', sv: 'En passnyckel' },
  byPasskeyLead: {
    en: 'The lock of your phone or computer: fingerprint, face or PIN. The safest, and there is nothing to type.',
    nb: 'Låsen på telefonen eller datamaskinen: fingeravtrykk, ansikt eller PIN. Det tryggeste, og du skriver ingenting.',
    sv: 'Låset på telefonen eller datorn: fingeravtryck, ansikte eller PIN. Det säkraste, och du skriver ingenting.',
  },
  makePasskey: { en: 'Make a passkey', nb: 'Lag en passnøkkel', sv: 'Skapa en passnyckel' },
  byApp: { en: 'A code app', nb: 'En kodeapp', sv: 'En kodapp' },
  byAppLead: {
    en: 'An app on your phone that shows a new code every half minute, such as the one you use elsewhere.',
    nb: 'En app på telefonen som viser en ny kode hvert halve minutt, for eksempel den du bruker andre steder.',
    sv: 'En app på telefonen som visar en ny kod varje halvminut, till exempel den du använder på andra ställen.',
  },
  useApp: { en: 'Use a code app', nb: 'Bruk en kodeapp', sv: 'Använd en kodapp' },
  appTitle: { en: 'Add this account to your app', nb: 'Legg kontoen til i appen', sv: 'Lägg till kontot i appen' },
  appLead: {
    en: 'Point the app’s camera at the picture, or write the key by hand. Then write the code that the app shows.',
    nb: 'Rett kameraet i appen mot bildet, eller skriv inn nøkkelen for hånd. Skriv så koden appen viser.',
    sv: 'Rikta appens kamera mot bilden, eller skriv in nyckeln för hand. Skriv sedan koden som appen visar.',
  },
  picture: {
    en: 'Square code for the app; the key below is the same',
    nb: 'Rutekode for appen; nøkkelen nedenfor er den samme',
    sv: 'Rutkod för appen; nyckeln nedan är densamma',
  },
  key: { en: 'Key', nb: 'Nøkkel', sv: 'Nyckel' },
  appCode: { en: 'Code from the app', nb: 'Kode fra appen', sv: 'Kod från appen' },
  appWrong: {
    en: 'This isn’t the code that the app shows now. Look again; if it stays wrong, check the clock of your phone.',
    nb: 'Dette er ikke koden appen viser nå. Se en gang til; blir det fortsatt feil, sjekker du klokka på telefonen.',
    sv: 'Det här är inte koden som appen visar nu. Titta igen; blir det fortfarande fel, kontrollera telefonens klocka.',
  },
  confirm: { en: 'Confirm', nb: 'Bekreft', sv: 'Bekräfta' },
  doneTitle: { en: 'Your account is secured', nb: 'Kontoen din er sikret', sv: 'Ditt konto är säkrat' },
  codesOfApp: {
    en: 'Write these codes down and keep them safe: if you lose your phone, each lets you in once. They are shown only now.',
    nb: 'Skriv ned disse kodene og ta godt vare på dem: mister du telefonen, slipper hver av dem deg inn én gang. De vises bare nå.',
    sv: 'Skriv ner de här koderna och förvara dem säkert: förlorar du telefonen släpper var och en in dig en gång. De visas bara nu.',
  },
  codesOfPasskey: {
    en: 'Write these codes down and keep them safe: if you lose the device, each lets you in once, with a code by e-mail. They are shown only now.',
    nb: 'Skriv ned disse kodene og ta godt vare på dem: mister du enheten, slipper hver av dem deg inn én gang, sammen med en kode på e-post. De vises bare nå.',
    sv: 'Skriv ner de här koderna och förvara dem säkert: förlorar du enheten släpper var och en in dig en gång, tillsammans med en kod via e-post. De visas bara nu.',
  },
} as const satisfies Record<string, Text>
