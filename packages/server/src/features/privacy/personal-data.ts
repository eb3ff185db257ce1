import type { DataCategory, Processing, Purpose, RetentionEvent, StorageKey } from '@samtale/policy'
import type { DatabaseName, StorageKeyName } from '@samtale/protocol'

const categories = {
  'web.request': {
    fides: 'user.device',
    dpv: 'pd:DeviceBased',
    title: { en: 'Requests for pages', nb: 'Forespørsler om sider', sv: 'Förfrågningar om sidor' },
    description: {
      en: 'What your browser sends with every request: the page’s address, the kind of browser, the languages you prefer. It is used to answer and is not written to a log. What stands after # in a link is not sent.',
      nb: 'Det nettleseren din sender med hver forespørsel: sidens adresse, typen nettleser, språkene du foretrekker. Det brukes til å svare og skrives ikke til noen logg. Det som står etter # i en lenke, sendes ikke.',
      sv: 'Det som din webbläsare skickar med varje förfrågan: sidans adress, typen av webbläsare, språken du föredrar. Det används för att svara och skrivs inte till någon logg. Det som står efter # i en länk skickas inte.',
    },
    subjects: ['visitor', 'guest'],
    source: 'observed',
    provision: {
      kind: 'prerequisite',
      consequence: {
        en: 'Yes: browsers send it by themselves, and no page comes without asking for it.',
        nb: 'Ja: nettlesere sender det av seg selv, og ingen side kommer uten at den er bedt om.',
        sv: 'Ja: webbläsare skickar det av sig själva, och ingen sida kommer utan att någon har bett om den.',
      },
    },
  },
  'device.preference': {
    fides: 'user.settings',
    dpv: 'pd:Preference',
    title: { en: 'Your choices', nb: 'Valgene dine', sv: 'Dina val' },
    description: {
      en: 'The language, and light or dark, where you have chosen another than your browser says. They stay in your browser and are not sent to the server.',
      nb: 'Språket, og lyst eller mørkt, der du har valgt noe annet enn nettleseren din sier. De blir i nettleseren og sendes ikke til serveren.',
      sv: 'Språket, och ljust eller mörkt, där du har valt något annat än din webbläsare säger. De stannar i webbläsaren och skickas inte till servern.',
    },
    subjects: ['visitor', 'guest'],
    source: 'subject',
    provision: {
      kind: 'voluntary',
      consequence: {
        en: 'No: without a choice the pages follow your browser.',
        nb: 'Nei: uten et valg følger sidene nettleseren din.',
        sv: 'Nej: utan ett val följer sidorna din webbläsare.',
      },
    },
  },
} as const satisfies Record<string, DataCategory>

const events = {
  closed: {
    clause: {
      en: 'your browser closes the connection',
      nb: 'nettleseren din lukker forbindelsen',
      sv: 'din webbläsare stänger anslutningen',
    },
  },
  cleared: {
    clause: {
      en: 'you choose otherwise or clear your browser’s data',
      nb: 'du velger noe annet eller tømmer nettleserens data',
      sv: 'du väljer något annat eller rensar webbläsarens data',
    },
  },
} as const satisfies Record<string, RetentionEvent>

const purposes = {
  pages: {
    fides: 'essential.service',
    dpv: 'dpv:RequestedServiceProvision',
    title: {
      en: 'To show the pages that you open',
      nb: 'For å vise sidene du åpner',
      sv: 'För att visa sidorna du öppnar',
    },
  },
  preferences: {
    fides: 'functional.storage',
    dpv: 'dpv:UserInterfacePersonalisation',
    title: { en: 'To remember what you chose', nb: 'For å huske det du valgte', sv: 'För att minnas det du valde' },
  },
} as const satisfies Record<string, Purpose>

const whatYouAskFor = {
  article: '6-1-f',
  interest: { en: 'to give you what you ask for.', nb: 'å gi deg det du ber om.', sv: 'att ge dig det du ber om.' },
  balance: {
    en: 'You ask for it yourself, and nothing is kept on the server.',
    nb: 'Du ber om det selv, og ingenting blir igjen på serveren.',
    sv: 'Du ber om det själv, och ingenting blir kvar på servern.',
  },
  objection: {
    en: 'Close the page, or undo the choice: it ends at once.',
    nb: 'Lukk siden, eller gjør om valget: da er det slutt med det samme.',
    sv: 'Stäng sidan, eller ångra valet: då tar det slut genast.',
  },
} as const

const processings = {
  'web.pages': {
    title: { en: 'Showing pages', nb: 'Å vise sider', sv: 'Att visa sidor' },
    purpose: 'pages',
    categories: ['web.request', 'network.address'],
    basis: whatYouAskFor,
    retention: { keep: 'PT0S', from: 'closed', cap: { atMost: 'PT0S', after: 'closed' }, held: 'memory' },
    recipients: 'nobody',
  },
  'device.preferences': {
    title: { en: 'Remembering your choices', nb: 'Å huske valgene dine', sv: 'Att minnas dina val' },
    purpose: 'preferences',
    categories: ['device.preference'],
    basis: whatYouAskFor,
    retention: { keep: 'PT0S', from: 'cleared', cap: { atMost: 'PT0S', after: 'cleared' }, held: 'device' },
    recipients: 'nobody',
  },
} as const satisfies Record<
  string,
  Processing<keyof typeof categories | 'network.address', keyof typeof purposes, never, keyof typeof events>
>

/** Exactly the entries of the catalogue that the web app keeps to. */
const storage = {
  'samtale.language': {
    store: 'local',
    lifetime: 'until-cleared',
    holds: 'device.preference',
    purpose: 'preferences',
    description: {
      en: 'The language, written when you choose another than your browser’s',
      nb: 'Språket, skrives når du velger et annet enn nettleserens',
      sv: 'Språket, skrivs när du väljer ett annat än webbläsarens',
    },
  },
  'samtale.theme': {
    store: 'local',
    lifetime: 'until-cleared',
    holds: 'device.preference',
    purpose: 'preferences',
    description: {
      en: 'Light or dark, written when you choose one',
      nb: 'Lyst eller mørkt, skrives når du velger et av dem',
      sv: 'Ljust eller mörkt, skrivs när du väljer ett av dem',
    },
  },
  'samtale.identities': {
    store: 'indexeddb',
    lifetime: 'until-cleared',
    holds: 'device.preference',
    purpose: 'preferences',
    description: {
      en: 'For a room where you chose to be known again: your key, and the names and keys of those you met there who chose so too',
      nb: 'For et rom der du valgte å bli kjent igjen: nøkkelen din, og navn og nøkler til dem du møtte der som valgte det samme',
      sv: 'För ett rum där du valde att bli igenkänd: din nyckel, och namn och nycklar för dem du mötte där som valde detsamma',
    },
  },
} as const satisfies Record<StorageKeyName | DatabaseName, StorageKey<keyof typeof categories, keyof typeof purposes>>

/** What the policy says of a visit, in a call or not. */
export const visitDeclarations = { categories, purposes, events, processings, storage }
