import type { Text } from '@samtale/policy'
import type { Way } from '../tables.ts'

/** What the pages of an account say. */
export const accountWords = {
  title: { en: 'Your account', nb: 'Kontoen din', sv: 'Ditt konto' },
  lead: {
    en: 'All that is kept for it stands here, and you can change or end each part.',
    nb: 'Alt som er lagret for den, står her, og du kan endre eller avslutte hver del.',
    sv: 'Allt som är sparat för det står här, och du kan ändra eller avsluta varje del.',
  },
  saved: { en: 'Saved.', nb: 'Lagret.', sv: 'Sparat.' },
  profile: { en: 'Profile', nb: 'Profil', sv: 'Profil' },
  address: { en: 'E-mail address', nb: 'E-postadresse', sv: 'E-postadress' },
  name: { en: 'Name', nb: 'Navn', sv: 'Namn' },
  nameHint: {
    en: 'What others see. You can leave it empty.',
    nb: 'Det andre ser. Du kan la det stå tomt.',
    sv: 'Det som andra ser. Du kan lämna det tomt.',
  },
  cardNumber: {
    en: 'Take out the number that can be a payment card’s.',
    nb: 'Ta ut tallet som kan være nummeret på et betalingskort.',
    sv: 'Ta bort talet som kan vara numret på ett betalkort.',
  },
  save: { en: 'Save', nb: 'Lagre', sv: 'Spara' },
  securityLead: {
    en: 'How you show that it is you.',
    nb: 'Hvordan du viser at det er deg.',
    sv: 'Hur du visar att det är du.',
  },
  sessions: { en: 'Where you are signed in', nb: 'Hvor du er logget på', sv: 'Var du är inloggad' },
  sessionsLead: {
    en: 'We don’t know which browser is which, only when and how each was signed in.',
    nb: 'Vi vet ikke hvilken nettleser som er hvilken, bare når og hvordan hver av dem ble logget på.',
    sv: 'Vi vet inte vilken webbläsare som är vilken, bara när och hur var och en loggades in.',
  },
  thisOne: { en: 'this browser', nb: 'denne nettleseren', sv: 'den här webbläsaren' },
  since: { en: 'since', nb: 'siden', sv: 'sedan' },
  until: { en: 'until', nb: 'til', sv: 'till' },
  end: { en: 'Sign it out', nb: 'Logg den av', sv: 'Logga ut den' },
  endOthers: { en: 'Sign out all others', nb: 'Logg av alle andre', sv: 'Logga ut alla andra' },
  passkeys: { en: 'Passkeys', nb: 'Passnøkler', sv: 'Passnycklar' },
  passkeysLead: {
    en: 'A passkey signs you in with your phone’s or computer’s own lock. It is the safest way.',
    nb: 'Med en passnøkkel logger du på med låsen i telefonen eller datamaskinen. Det er den tryggeste måten.',
    sv: 'Med en passnyckel loggar du in med låset i telefonen eller datorn. Det är det säkraste sättet.',
  },
  noPasskeys: { en: 'You have none yet.', nb: 'Du har ingen ennå.', sv: 'Du har ingen än.' },
  passkey: { en: 'Passkey', nb: 'Passnøkkel', sv: 'Passnyckel' },
  lastPasskey: {
    en: 'You can’t remove it: your role needs it to sign in. First add another passkey, or set up a code app.',
    nb: 'Du kan ikke fjerne den: Rollen din krever den når du logger på. Legg først til en passnøkkel til, eller sett opp en kodeapp.',
    sv: 'Du kan inte ta bort den: din roll kräver den när du loggar in. Lägg först till en passnyckel till, eller ställ in en kodapp.',
  },
  addPasskey: { en: 'Add a passkey', nb: 'Legg til en passnøkkel', sv: 'Lägg till en passnyckel' },
  passkeyFailed: {
    en: 'The passkey wasn’t added. Try again.',
    nb: 'Passnøkkelen ble ikke lagt til. Prøv igjen.',
    sv: 'Passnyckeln lades inte till. Försök igen.',
  },
  added: { en: 'added', nb: 'lagt til', sv: 'tillagd' },
  remove: { en: 'Remove', nb: 'Fjern', sv: 'Ta bort' },
  factor: { en: 'Second factor', nb: 'Ekstra kode', sv: 'Extra kod' },
  factorOff: {
    en: 'Without it, whoever reads your mail can sign in as you. With it, a code from an app on your phone is asked for too.',
    nb: 'Uten den kan alle som leser e-posten din, logge på som deg. Med den må du også skrive en kode fra en app på telefonen.',
    sv: 'Utan den kan alla som läser din e-post logga in som du. Med den måste du också skriva en kod från en app på telefonen.',
  },
  factorOn: {
    en: 'A code from your app is asked for when you sign in with a code by e-mail.',
    nb: 'Når du logger på med en kode på e-post, blir du også spurt om en kode fra appen.',
    sv: 'När du loggar in med en kod via e-post får du också frågan om en kod från appen.',
  },
  passwordLead: {
    en: 'You don’t need one: a code or a passkey is enough.',
    nb: 'Du trenger ikke noe: en kode eller en passnøkkel er nok.',
    sv: 'Du behöver inget: en kod eller en passnyckel räcker.',
  },
  setPassword: {
    en: 'Set or remove a password',
    nb: 'Velg eller fjern et passord',
    sv: 'Välj eller ta bort ett lösenord',
  },
  codesLeft: { en: 'Recovery codes left:', nb: 'Gjenopprettingskoder igjen:', sv: 'Återställningskoder kvar:' },
  setUp: { en: 'Set it up', nb: 'Sett den opp', sv: 'Ställ in den' },
  setUpTitle: { en: 'Set up a second factor', nb: 'Sett opp en ekstra kode', sv: 'Ställ in en extra kod' },
  scan: {
    en: 'Read the picture with a code app, or write the key into it. Then write the code that the app shows.',
    nb: 'Les bildet med en kodeapp, eller skriv nøkkelen inn i den. Skriv så koden appen viser.',
    sv: 'Läs bilden med en kodapp, eller skriv in nyckeln i den. Skriv sedan koden som appen visar.',
  },
  picture: { en: 'Picture for a code app', nb: 'Bilde til en kodeapp', sv: 'Bild till en kodapp' },
  key: { en: 'Key', nb: 'Nøkkel', sv: 'Nyckel' },
  code: { en: 'Code from the app', nb: 'Kode fra appen', sv: 'Kod från appen' },
  codeWrong: {
    en: 'This code isn’t right. Write the one that the app shows now.',
    nb: 'Denne koden er ikke riktig. Skriv den appen viser nå.',
    sv: 'Den här koden stämmer inte. Skriv den som appen visar nu.',
  },
  confirm: { en: 'Turn it on', nb: 'Slå den på', sv: 'Slå på den' },
  factorDone: { en: 'The second factor is on', nb: 'Den ekstra koden er på', sv: 'Den extra koden är på' },
  recovery: {
    en: 'These codes let you in if you lose the app. Each works once. Write them down now: they are not shown again.',
    nb: 'Med disse kodene kommer du inn hvis du mister appen. Hver virker én gang. Skriv dem ned nå: de vises ikke igjen.',
    sv: 'Med de här koderna kommer du in om du förlorar appen. Var och en fungerar en gång. Skriv ner dem nu: de visas inte igen.',
  },
  turnOff: { en: 'Turn it off', nb: 'Slå den av', sv: 'Slå av den' },
  data: { en: 'Your data', nb: 'Opplysningene dine', sv: 'Dina uppgifter' },
  dataLead: {
    en: 'The privacy policy says what is kept and until when.',
    nb: 'Personvernerklæringen sier hva som lagres, og hvor lenge.',
    sv: 'Integritetspolicyn säger vad som sparas och hur länge.',
  },
  export: { en: 'Export my data', nb: 'Hent opplysningene mine', sv: 'Hämta mina uppgifter' },
  delete: { en: 'Delete my account', nb: 'Slett kontoen min', sv: 'Radera mitt konto' },
  deleteLead: {
    en: 'Your address, your name, your keys and everywhere that you are signed in are deleted at once, in backups too. This can’t be undone.',
    nb: 'Adressen din, navnet ditt, nøklene dine og alle steder du er logget på, slettes med det samme, også i sikkerhetskopier. Det kan ikke gjøres om.',
    sv: 'Din adress, ditt namn, dina nycklar och alla ställen där du är inloggad raderas genast, också i säkerhetskopior. Det kan inte göras ogjort.',
  },
  deleteOther: {
    en: 'Letters, lists and requests that you made with the same address are apart from it. Ask for those with “Your data”.',
    nb: 'Henvendelser, lister og krav du har laget med samme adresse, hører ikke til den. Be om dem under «Opplysningene dine».',
    sv: 'Meddelanden, listor och begäranden som du har gjort med samma adress hör inte till det. Be om dem under ”Dina uppgifter”.',
  },
  deleteNow: { en: 'Delete it now', nb: 'Slett den nå', sv: 'Radera det nu' },
  deletedTitle: { en: 'Your account is deleted', nb: 'Kontoen din er slettet', sv: 'Ditt konto är raderat' },
  deleted: {
    en: 'Nothing of it is left, and its keys are destroyed.',
    nb: 'Ingenting av den er igjen, og nøklene til den er ødelagt.',
    sv: 'Ingenting av det finns kvar, och dess nycklar är förstörda.',
  },
  kept: {
    en: 'A law makes us keep some of it for now. It is locked away and nobody uses it.',
    nb: 'En lov gjør at vi må beholde noe av den foreløpig. Det er låst inne, og ingen bruker det.',
    sv: 'En lag gör att vi måste behålla en del av det tills vidare. Det är inlåst och ingen använder det.',
  },
  back: { en: 'Back to your account', nb: 'Tilbake til kontoen din', sv: 'Tillbaka till ditt konto' },
} as const satisfies Record<string, Text>

export const wayWords: Readonly<Record<Way, Text>> = {
  code: { en: 'Code by e-mail or SMS', nb: 'Kode på e-post eller SMS', sv: 'Kod via e-post eller sms' },
  passkey: { en: 'Passkey', nb: 'Passnøkkel', sv: 'Passnyckel' },
  provider: { en: 'Identity provider', nb: 'Innloggingstjeneste', sv: 'Inloggningstjänst' },
  password: { en: 'Password', nb: 'Passord', sv: 'Lösenord' },
}
