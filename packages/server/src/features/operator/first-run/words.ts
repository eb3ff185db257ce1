import type { Text } from '@samtale/policy'

export const firstRunWords = {
  title: { en: 'Set up this installation', nb: 'Sett opp denne installasjonen', sv: 'Ställ in den här installationen' },
  lead: {
    en: 'You are the first here. Say who runs it: we send a code to your address, and then you set up a second factor, for operators never come in by one alone.',
    nb: 'Du er den første her. Si hvem som driver det: vi sender en kode til adressen din, og så setter du opp en ekstra faktor, for operatører slipper aldri inn med én alene.',
    sv: 'Du är den första här. Säg vem som driver det: vi skickar en kod till din adress, och sedan ställer du in en andra faktor, för operatörer kommer aldrig in med bara en.',
  },
  email: { en: 'Your e-mail address', nb: 'E-postadressen din', sv: 'Din e-postadress' },
  emailHint: {
    en: 'You sign in with it from now on.',
    nb: 'Du logger på med den fra nå av.',
    sv: 'Du loggar in med den från och med nu.',
  },
  send: { en: 'Send me a code', nb: 'Send meg en kode', sv: 'Skicka en kod till mig' },
  codeTitle: { en: 'Look in your mail', nb: 'Se i e-posten din', sv: 'Titta i din mejl' },
  codeLead: {
    en: 'A code of six digits is on its way to {address}. It counts for five minutes.',
    nb: 'En kode på seks sifre er på vei til {address}. Den gjelder i fem minutter.',
    sv: 'En kod på sex siffror är på väg till {address}. Den gäller i fem minuter.',
  },
  outbox: {
    en: 'Without a mail server it is in the outbox on this machine, whose address stands in the terminal.',
    nb: 'Uten en e-posttjener ligger den i utboksen på denne maskinen; adressen dit står i terminalen.',
    sv: 'Utan en mejlserver ligger den i utkorgen på den här maskinen; adressen dit står i terminalen.',
  },
  code: { en: 'Code', nb: 'Kode', sv: 'Kod' },
  goOn: { en: 'Go on', nb: 'Gå videre', sv: 'Fortsätt' },
  addressWrong: {
    en: 'Write an e-mail address, such as kari@example.org.',
    nb: 'Skriv en e-postadresse, som kari@example.org.',
    sv: 'Skriv en e-postadress, som kari@example.org.',
  },
  codeWrong: {
    en: 'That isn’t the code, or its time is over. Try again, or ask for another one.',
    nb: 'Det er ikke koden, eller tiden er ute. Prøv igjen, eller be om en ny.',
    sv: 'Det är inte koden, eller så är tiden ute. Försök igen, eller be om en ny.',
  },
  tooMany: {
    en: 'Too often for now. Wait a little and try again.',
    nb: 'For ofte akkurat nå. Vent litt og prøv igjen.',
    sv: 'För ofta just nu. Vänta lite och försök igen.',
  },
  goneTitle: { en: 'This link has been used', nb: 'Denne lenken er brukt', sv: 'Den här länken är använd' },
  gone: {
    en: 'It works once, for an hour, and only while nobody runs the installation. Who runs it signs in; a new operator is made in the terminal with “samtale admin create”.',
    nb: 'Den virker én gang, i en time, og bare så lenge ingen driver installasjonen. Den som driver den, logger på; en ny operatør lages i terminalen med «samtale admin create».',
    sv: 'Den fungerar en gång, i en timme, och bara så länge ingen driver installationen. Den som driver den loggar in; en ny operatör skapas i terminalen med ”samtale admin create”.',
  },
  signIn: { en: 'Sign in', nb: 'Logg på', sv: 'Logga in' },
  controllerTitle: { en: 'Who answers for it?', nb: 'Hvem har ansvaret?', sv: 'Vem ansvarar?' },
  controllerLead: {
    en: 'The privacy policy has to name who decides what is kept about people here: an organisation, or you yourself. It stands on the policy page for everybody.',
    nb: 'Personvernerklæringen må nevne hvem som bestemmer hva som lagres om folk her: en virksomhet, eller du selv. Det står på siden med erklæringen for alle.',
    sv: 'Integritetspolicyn måste ange vem som bestämmer vad som sparas om människor här: en organisation, eller du själv. Det står på policysidan för alla.',
  },
  name: { en: 'Name', nb: 'Navn', sv: 'Namn' },
  nameHint: {
    en: 'As it is registered, such as Åsen School.',
    nb: 'Slik det er registrert, som Åsen skole.',
    sv: 'Som det är registrerat, som Åsens skola.',
  },
  address: { en: 'Postal address', nb: 'Postadresse', sv: 'Postadress' },
  country: { en: 'Country', nb: 'Land', sv: 'Land' },
  countryHint: {
    en: 'Two letters, such as NO or SE.',
    nb: 'To bokstaver, som NO eller SE.',
    sv: 'Två bokstäver, som NO eller SE.',
  },
  contact: { en: 'E-mail address', nb: 'E-postadresse', sv: 'E-postadress' },
  privacyContact: {
    en: 'E-mail address for questions about privacy',
    nb: 'E-postadresse for spørsmål om personvern',
    sv: 'E-postadress för frågor om integritet',
  },
  phone: { en: 'Phone', nb: 'Telefon', sv: 'Telefon' },
  number: { en: 'Organisation number', nb: 'Organisasjonsnummer', sv: 'Organisationsnummer' },
  officerName: {
    en: 'Name of the data protection officer',
    nb: 'Navn på personvernombudet',
    sv: 'Dataskyddsombudets namn',
  },
  officerEmail: {
    en: 'Their e-mail address',
    nb: 'E-postadressen til ombudet',
    sv: 'Ombudets e-postadress',
  },
  save: { en: 'Save', nb: 'Lagre', sv: 'Spara' },
  fieldWrong: {
    en: 'This is missing or can’t be read.',
    nb: 'Dette mangler eller kan ikke leses.',
    sv: 'Det här saknas eller kan inte läsas.',
  },
  doneTitle: { en: 'It is set up', nb: 'Den er satt opp', sv: 'Den är inställd' },
  done: {
    en: 'The server starts anew with {name} in its policy, which takes some seconds. Calls that run are let finish.',
    nb: 'Serveren starter på nytt med {name} i erklæringen; det tar noen sekunder. Samtaler som er i gang, får gjøre seg ferdige.',
    sv: 'Servern startar om med {name} i sin policy; det tar några sekunder. Samtal som pågår får avslutas.',
  },
  toAdmin: { en: 'To the overview', nb: 'Til oversikten', sv: 'Till översikten' },
} as const satisfies Record<string, Text>
