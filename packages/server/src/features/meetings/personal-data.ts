import type { MediaPath, Processing, Purpose, Recipient, RetentionEvent } from '@samtale/policy'
import { limits } from '@samtale/protocol'
import { meetingCategories as categories } from './personal-data-categories.ts'

type Category = keyof typeof categories

const events = {
  left: { clause: { en: 'you leave the meeting', nb: 'du forlater møtet', sv: 'du lämnar mötet' } },
  broken: {
    clause: { en: 'your connection breaks', nb: 'forbindelsen din er brutt', sv: 'din anslutning har brutits' },
  },
  ended: {
    clause: {
      en: 'the last person has left the meeting',
      nb: 'den siste har forlatt møtet',
      sv: 'den sista har lämnat mötet',
    },
  },
} as const satisfies Record<string, RetentionEvent>

const purposes = {
  call: {
    fides: 'essential.service',
    dpv: 'dpv:RequestedServiceProvision',
    title: {
      en: 'To carry the meeting that you take part in',
      nb: 'For å formidle møtet du deltar i',
      sv: 'För att förmedla mötet du deltar i',
    },
  },
  protection: {
    fides: 'essential.service.security',
    dpv: 'dpv:MisusePreventionAndDetection',
    title: {
      en: 'To keep the server usable for everybody',
      nb: 'For at serveren skal kunne brukes av alle',
      sv: 'För att servern ska kunna användas av alla',
    },
  },
  openness: {
    fides: 'essential.service',
    dpv: 'dpv:RequestedServiceProvision',
    title: {
      en: 'To show you what the server knows',
      nb: 'For å vise deg hva serveren vet',
      sv: 'För att visa dig vad servern vet',
    },
  },
} as const satisfies Record<string, Purpose>

const recipients = {
  participants: {
    kind: 'participant',
    title: { en: 'The others in the meeting', nb: 'De andre i møtet', sv: 'De andra i mötet' },
    description: {
      en: 'what you say, show and sound, and that you come and go. While picture and sound go directly, their browsers also get your network addresses.',
      nb: 'det du sier, viser og lar høre, og at du kommer og går. Mens bilde og lyd går direkte, får nettleserne deres også nettverksadressene dine.',
      sv: 'det du säger, visar och låter höra, och att du kommer och går. Medan bild och ljud går direkt får deras webbläsare också dina nätverksadresser.',
    },
  },
  hosts: {
    kind: 'participant',
    title: { en: 'The hosts of the meeting', nb: 'Vertene i møtet', sv: 'Värdarna i mötet' },
    description: {
      en: 'the name and the message that you knock with.',
      nb: 'navnet og beskjeden du banker på med.',
      sv: 'namnet och meddelandet du knackar på med.',
    },
  },
} as const satisfies Record<string, Recipient>

// A broken connection is found after three heartbeats at the latest (rule C3), and the place is kept for a while (R2).
const goneAfterSeconds = (3 * limits.heartbeatMs + limits.awayMs) / 1_000
const whileInTheCall = {
  keep: 'PT0S',
  from: 'left',
  cap: { atMost: `PT${goneAfterSeconds}S`, after: 'broken' },
  held: 'memory',
} as const

const whileTheMeetingLasts = {
  keep: 'PT0S',
  from: 'ended',
  cap: { atMost: 'PT0S', after: 'ended' },
  held: 'memory',
} as const

const ownMeeting = {
  article: '6-1-f',
  interest: {
    en: 'to carry the meeting that you and the others in it have chosen to hold.',
    nb: 'å formidle møtet som du og de andre i det har valgt å holde.',
    sv: 'att förmedla mötet som du och de andra i det har valt att hålla.',
  },
  balance: {
    en: 'You begin it yourself, nothing is used beyond what the meeting takes, and nothing is left of it afterwards.',
    nb: 'Du begynner det selv, ingenting brukes utover det møtet krever, og ingenting er igjen av det etterpå.',
    sv: 'Du påbörjar det själv, ingenting används utöver det mötet kräver, och ingenting finns kvar av det efteråt.',
  },
  objection: {
    en: 'Leave the meeting: it ends at once.',
    nb: 'Forlat møtet: da er det slutt med det samme.',
    sv: 'Lämna mötet: då tar det slut genast.',
  },
} as const

const processings = {
  'call.carry': {
    title: { en: 'Connecting people', nb: 'Å knytte folk sammen', sv: 'Att koppla ihop människor' },
    purpose: 'call',
    categories: ['network.address', 'call.room', 'call.identifier', 'call.presence'],
    basis: ownMeeting,
    retention: whileInTheCall,
    recipients: ['participants'],
  },
  // What was passed on is kept for each receiver who might have to come back for it (rule R3), so while one of them is there.
  'call.relay': {
    title: {
      en: 'Passing on what you write',
      nb: 'Å sende videre det du skriver',
      sv: 'Att skicka vidare det du skriver',
    },
    purpose: 'call',
    categories: ['call.said', 'call.keys', 'call.identifier'],
    basis: ownMeeting,
    retention: whileTheMeetingLasts,
    recipients: ['participants'],
  },
  'call.media': {
    title: {
      en: 'Passing on picture and sound',
      nb: 'Å sende bilde og lyd videre',
      sv: 'Att skicka bild och ljud vidare',
    },
    purpose: 'call',
    categories: ['call.media', 'call.connection'],
    basis: ownMeeting,
    retention: whileInTheCall,
    recipients: ['participants'],
  },
  'call.door': {
    title: { en: 'Letting people in', nb: 'Å slippe folk inn', sv: 'Att släppa in människor' },
    purpose: 'call',
    categories: ['call.door', 'call.identifier', 'network.address'],
    basis: ownMeeting,
    retention: whileInTheCall,
    recipients: ['hosts'],
  },
  // A block, and what brings somebody back through a locked door, hold until the meeting is over.
  'call.hosting': {
    title: { en: 'Hosting', nb: 'Å være vert', sv: 'Att vara värd' },
    purpose: 'call',
    categories: ['call.rights'],
    basis: ownMeeting,
    retention: whileTheMeetingLasts,
    recipients: ['participants'],
  },
  'call.limits': {
    title: { en: 'Limits', nb: 'Grenser', sv: 'Gränser' },
    purpose: 'protection',
    categories: ['network.address', 'call.traffic'],
    basis: {
      article: '6-1-f',
      interest: {
        en: 'that nobody can fill the server so that others can’t use it.',
        nb: 'at ingen kan fylle serveren slik at andre ikke kan bruke den.',
        sv: 'att ingen kan fylla servern så att andra inte kan använda den.',
      },
      balance: {
        en: 'Only counted, under a fingerprint in memory, and forgotten with the meeting.',
        nb: 'Det telles bare, under et fingeravtrykk i minnet, og glemmes med møtet.',
        sv: 'Det räknas bara, under ett fingeravtryck i minnet, och glöms med mötet.',
      },
      objection: {
        en: 'Leave the meeting, and the rooms that you opened: then nothing is counted.',
        nb: 'Forlat møtet, og rommene du har åpnet: da telles ingenting.',
        sv: 'Lämna mötet, och rummen som du har öppnat: då räknas ingenting.',
      },
    },
    retention: whileTheMeetingLasts,
    recipients: 'nobody',
  },
  'call.openness': {
    title: {
      en: 'What the server knows about this call',
      nb: 'Hva serveren vet om denne samtalen',
      sv: 'Vad servern vet om det här samtalet',
    },
    purpose: 'openness',
    categories: ['call.traffic', 'call.presence'],
    basis: ownMeeting,
    retention: whileInTheCall,
    recipients: 'nobody',
  },
} as const satisfies Record<
  string,
  Processing<Category, keyof typeof purposes, keyof typeof recipients, keyof typeof events>
>

// As choosePath() chooses; nothing that isn't sealed by the sender's browser reaches the router (rules G1–G10, RFC 9605).
const media = {
  direct: {
    way: 'direct',
    most: limits.directPeople,
    when: {
      en: `while at most ${limits.directPeople} people are in the room and their browsers reach each other.`,
      nb: `når høyst ${limits.directPeople} personer er i rommet og nettleserne deres når hverandre.`,
      sv: `när högst ${limits.directPeople} personer är i rummet och deras webbläsare når varandra.`,
    },
  },
  router: {
    way: 'router-end-to-end',
    fewest: 2,
    when: {
      en: 'with more people, or where two browsers can’t reach each other.',
      nb: 'med flere personer, eller der to nettlesere ikke når hverandre.',
      sv: 'med fler personer, eller där två webbläsare inte når varandra.',
    },
  },
} as const satisfies Record<string, MediaPath>

/** What the policy says of a call. */
export const meetingDeclarations = { categories, purposes, recipients, events, processings, media }
