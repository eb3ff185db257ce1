import type { Text } from '@samtale/policy'

export const appealWords = {
  title: { en: 'Your account', nb: 'Kontoen din', sv: 'Ditt konto' },
  open: {
    en: 'Your account is open: nothing has to be appealed.',
    nb: 'Kontoen din er åpen: det er ingenting å klage på.',
    sv: 'Ditt konto är öppet: det finns inget att överklaga.',
  },
  closedTitle: { en: 'We have closed your account', nb: 'Vi har stengt kontoen din', sv: 'Vi har stängt ditt konto' },
  since: {
    en: 'Since {day} it can’t be used. You keep your rights, and you can appeal.',
    nb: 'Siden {day} kan den ikke brukes. Du beholder rettighetene dine, og du kan klage.',
    sv: 'Sedan {day} kan det inte användas. Du behåller dina rättigheter, och du kan överklaga.',
  },
  why: { en: 'Why', nb: 'Hvorfor', sv: 'Varför' },
  appeal: { en: 'Appeal', nb: 'Klage', sv: 'Överklaga' },
  text: { en: 'Why it is wrong', nb: 'Hvorfor det er feil', sv: 'Varför det är fel' },
  hint: {
    en: 'Another person reads it than who closed your account, where there is one.',
    nb: 'En annen leser den enn den som stengte kontoen din, der det finnes en.',
    sv: 'En annan person läser det än den som stängde ditt konto, där det finns någon.',
  },
  send: { en: 'Send the appeal', nb: 'Send klagen', sv: 'Skicka överklagandet' },
  waits: {
    en: 'Your appeal has come. You see the answer here.',
    nb: 'Klagen din er kommet. Du ser svaret her.',
    sv: 'Ditt överklagande har kommit. Du ser svaret här.',
  },
  answer: { en: 'Answer to your appeal', nb: 'Svaret på klagen din', sv: 'Svaret på ditt överklagande' },
  rights: { en: 'What you keep', nb: 'Det du beholder', sv: 'Det du behåller' },
  keep: {
    en: 'All that is kept about you is still yours: you can fetch it, and delete it.',
    nb: 'Alt som er lagret om deg, er fortsatt ditt: du kan hente det, og slette det.',
    sv: 'Allt som finns sparat om dig är fortfarande ditt: du kan hämta det, och radera det.',
  },
  export: { en: 'Export my data', nb: 'Eksporter opplysningene mine', sv: 'Exportera mina uppgifter' },
  delete: { en: 'Delete my account', nb: 'Slett kontoen min', sv: 'Radera mitt konto' },
  empty: { en: 'Write why it is wrong.', nb: 'Skriv hvorfor det er feil.', sv: 'Skriv varför det är fel.' },
  'too-long': {
    en: 'That is longer than 10,000 characters.',
    nb: 'Det er mer enn 10 000 tegn.',
    sv: 'Det är mer än 10 000 tecken.',
  },
  'card-number': {
    en: 'There is a number in it that can be a payment card’s: leave it out.',
    nb: 'Det er et tall i det som kan være et kortnummer: utelat det.',
    sv: 'Det finns ett nummer i det som kan vara ett kortnummer: utelämna det.',
  },
  organisationTitle: {
    en: 'We have closed this organisation',
    nb: 'Vi har stengt denne organisasjonen',
    sv: 'Vi har stängt den här organisationen',
  },
  organisationSince: {
    en: 'Since {day} it and its rooms can’t be used. Everybody in it keeps their rights.',
    nb: 'Siden {day} kan den og rommene dens ikke brukes. Alle i den beholder rettighetene sine.',
    sv: 'Sedan {day} kan den och dess rum inte användas. Alla i den behåller sina rättigheter.',
  },
  organisationHint: {
    en: 'Another person reads it than who closed it, where there is one.',
    nb: 'En annen leser den enn den som stengte den, der det finnes en.',
    sv: 'En annan person läser det än den som stängde den, där det finns någon.',
  },
  organisationMember: {
    en: 'Its owners and admins see why, and can appeal. Ask one of them.',
    nb: 'Eierne og administratorene ser hvorfor, og kan klage. Spør en av dem.',
    sv: 'Dess ägare och administratörer ser varför, och kan överklaga. Fråga någon av dem.',
  },
  organisationOpen: {
    en: 'The organisation is open: nothing has to be appealed.',
    nb: 'Organisasjonen er åpen: det er ingenting å klage på.',
    sv: 'Organisationen är öppen: det finns inget att överklaga.',
  },
  organisationKeep: {
    en: 'What is kept about you is still yours, and you can leave.',
    nb: 'Det som er lagret om deg, er fortsatt ditt, og du kan slutte.',
    sv: 'Det som finns sparat om dig är fortfarande ditt, och du kan lämna.',
  },
  roomTitle: { en: 'We have closed this room', nb: 'Vi har stengt dette rommet', sv: 'Vi har stängt det här rummet' },
  roomSince: {
    en: 'Since {day} nobody can come in. The room is still there, and you can appeal.',
    nb: 'Siden {day} slipper ingen inn. Rommet er der fortsatt, og du kan klage.',
    sv: 'Sedan {day} kan ingen komma in. Rummet finns kvar, och du kan överklaga.',
  },
  roomOpen: {
    en: 'The room is open: nothing has to be appealed.',
    nb: 'Rommet er åpent: det er ingenting å klage på.',
    sv: 'Rummet är öppet: det finns inget att överklaga.',
  },
  roomKeep: {
    en: 'What is kept about you and the room is still yours: you can fetch it, and delete the room.',
    nb: 'Det som er lagret om deg og rommet, er fortsatt ditt: du kan hente det, og slette rommet.',
    sv: 'Det som finns sparat om dig och rummet är fortfarande ditt: du kan hämta det, och radera rummet.',
  },
  deleteRoom: { en: 'Delete the room', nb: 'Slett rommet', sv: 'Radera rummet' },
  leave: { en: 'Leave the organisation', nb: 'Slutt i organisasjonen', sv: 'Lämna organisationen' },
  deleteOrganisation: { en: 'Delete the organisation', nb: 'Slett organisasjonen', sv: 'Radera organisationen' },
} as const satisfies Record<string, Text>
