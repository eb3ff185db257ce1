import type { Text } from '@samtale/policy'
import type { RoomDoor, RoomSize } from '@samtale/protocol'
import type { NameProblem } from '../names.ts'

/** What the list of rooms says, and the page on which one is made. */
export const words = {
  title: { en: 'Your rooms', nb: 'Rommene dine', sv: 'Dina rum' },
  lead: {
    en: 'A room of your own keeps its name, its link and its rules.',
    nb: 'Et eget rom beholder navnet, lenken og reglene sine.',
    sv: 'Ett eget rum behåller sitt namn, sin länk och sina regler.',
  },
  make: { en: 'Make a room', nb: 'Lag et rom', sv: 'Skapa ett rum' },
  makeFirst: { en: 'Make your first room', nb: 'Lag ditt første rom', sv: 'Skapa ditt första rum' },
  emptyTitle: { en: 'No rooms yet', nb: 'Ingen rom ennå', sv: 'Inga rum än' },
  empty: {
    en: 'Give it a name, send its link, and meet. Whoever you invite needs no account.',
    nb: 'Gi det et navn, send lenken, og møtes. De du inviterer, trenger ingen konto.',
    sv: 'Ge det ett namn, skicka länken och träffas. De som du bjuder in behöver inget konto.',
  },
  search: { en: 'Find a room', nb: 'Finn et rom', sv: 'Hitta ett rum' },
  searchNow: { en: 'Search', nb: 'Søk', sv: 'Sök' },
  showAll: { en: 'Show all', nb: 'Vis alle', sv: 'Visa alla' },
  nothingFound: {
    en: 'No room has this in its name.',
    nb: 'Ingen rom har dette i navnet.',
    sv: 'Inget rum har det här i namnet.',
  },
  pages: { en: 'Pages', nb: 'Sider', sv: 'Sidor' },
  earlier: { en: 'Newer', nb: 'Nyere', sv: 'Nyare' },
  later: { en: 'Older', nb: 'Eldre', sv: 'Äldre' },
  page: { en: 'Page', nb: 'Side', sv: 'Sida' },
  of: { en: 'of', nb: 'av', sv: 'av' },
  settings: { en: 'Settings', nb: 'Innstillinger', sv: 'Inställningar' },
  open: { en: 'Open', nb: 'Åpne', sv: 'Öppna' },
  name: { en: 'Name of the room', nb: 'Navnet på rommet', sv: 'Rummets namn' },
  nameHint: {
    en: 'Letters, digits and hyphens, such as kitchen-table.',
    nb: 'Bokstaver, tall og bindestreker, for eksempel kjøkken-bordet.',
    sv: 'Bokstäver, siffror och bindestreck, till exempel köks-bordet.',
  },
  public: { en: 'The name is public', nb: 'Navnet er offentlig', sv: 'Namnet är offentligt' },
  publicText: {
    en: 'It stands in the address. Whoever gets the link reads it, and so does this server. Choose one that gives nothing away: no full names, no illness, nothing secret.',
    nb: 'Det står i adressen. Alle som får lenken, leser det, og denne serveren også. Velg et navn som ikke røper noe: ingen fulle navn, ingen sykdom, ingenting hemmelig.',
    sv: 'Det står i adressen. Alla som får länken läser det, och den här servern också. Välj ett som inte avslöjar något: inga fullständiga namn, ingen sjukdom, inget hemligt.',
  },
  owner: { en: 'Whose room it is', nb: 'Hvem rommet tilhører', sv: 'Vems rummet är' },
  mine: { en: 'Mine', nb: 'Meg', sv: 'Mitt' },
  makeIt: { en: 'Make the room', nb: 'Lag rommet', sv: 'Skapa rummet' },
  backToList: { en: 'Back to your rooms', nb: 'Tilbake til rommene dine', sv: 'Tillbaka till dina rum' },
} as const satisfies Record<string, Text>

export const nameProblems: Readonly<Record<NameProblem | 'too-many', Text>> = {
  empty: { en: 'Give the room a name.', nb: 'Gi rommet et navn.', sv: 'Ge rummet ett namn.' },
  'too-long': {
    en: 'A name has at most 64 characters. Choose a shorter one.',
    nb: 'Et navn har høyst 64 tegn. Velg et kortere.',
    sv: 'Ett namn har högst 64 tecken. Välj ett kortare.',
  },
  invalid: {
    en: 'Use letters, digits and hyphens only. Take out dots, slashes and other signs.',
    nb: 'Bruk bare bokstaver, tall og bindestreker. Ta ut punktum, skråstreker og andre tegn.',
    sv: 'Använd bara bokstäver, siffror och bindestreck. Ta bort punkter, snedstreck och andra tecken.',
  },
  reserved: {
    en: 'This is the address of a page here, or looks like one. Choose another name.',
    nb: 'Dette er adressen til en side her, eller ligner på en. Velg et annet navn.',
    sv: 'Det här är adressen till en sida här, eller liknar en. Välj ett annat namn.',
  },
  mixed: {
    en: 'One word has letters of two alphabets that look alike. Write each word in one alphabet.',
    nb: 'Ett ord har bokstaver fra to alfabeter som ligner på hverandre. Skriv hvert ord i ett alfabet.',
    sv: 'Ett ord har bokstäver från två alfabet som liknar varandra. Skriv varje ord i ett alfabet.',
  },
  refused: {
    en: 'There is a word in it that names here don’t have. Choose another name.',
    nb: 'Det er et ord i det som navn her ikke har. Velg et annet navn.',
    sv: 'Det finns ett ord i det som namn här inte har. Välj ett annat namn.',
  },
  'card-number': {
    en: 'Take out the number that can be a payment card’s.',
    nb: 'Ta ut tallet som kan være nummeret på et betalingskort.',
    sv: 'Ta bort talet som kan vara numret på ett betalkort.',
  },
  taken: {
    en: 'This name is taken. Choose another one.',
    nb: 'Dette navnet er tatt. Velg et annet.',
    sv: 'Det här namnet är upptaget. Välj ett annat.',
  },
  'too-many': {
    en: 'You have as many rooms as one can have. Delete one that you no longer need.',
    nb: 'Du har så mange rom som man kan ha. Slett ett du ikke trenger lenger.',
    sv: 'Du har så många rum som man kan ha. Radera ett som du inte behöver längre.',
  },
}

export const doorNames: Readonly<Record<RoomDoor, Text>> = {
  link: { en: 'Anyone with the link', nb: 'Alle som har lenken', sv: 'Alla som har länken' },
  knock: {
    en: 'Whoever knocks and is let in',
    nb: 'De som banker på og slippes inn',
    sv: 'De som knackar och släpps in',
  },
  members: { en: 'Members only', nb: 'Bare medlemmer', sv: 'Bara medlemmar' },
}

export const sizeNames: Readonly<Record<RoomSize, Text>> = {
  small: { en: 'Small, up to four', nb: 'Lite, opptil fire', sv: 'Litet, upp till fyra' },
  large: { en: 'Large', nb: 'Stort', sv: 'Stort' },
}
