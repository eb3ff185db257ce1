import type { Words } from './words.ts'

export const swedish: Words = {
  title: 'Integritetspolicy',
  version: (number, date) => `Version ${number}, gäller från ${date}`,
  headings: {
    inShort: 'I korthet',
    controller: 'Vem som ansvarar',
    categories: 'Vad som är känt om dig',
    processings: 'Vad det används till, och hur länge det finns',
    recipients: 'Vilka andra som får det',
    storage: 'Vad som sparas i din webbläsare',
    rights: 'Dina rättigheter',
    document: 'Om den här sidan',
  },
  until: 'tills',
  when: 'när',
  after: 'efter att',
  atTheLatest: 'senast',
  exists: 'Finns',
  held: {
    memory: 'bara i arbetsminnet',
    database: 'i databasen',
    device: 'på din egen enhet',
    elsewhere: 'hos någon som har det åt oss',
  },
  controller: {
    intro:
      'Den här organisationen eller personen bestämmer hur personuppgifter används här och svarar för det (personuppgiftsansvarig, GDPR art. 4.7).',
    name: 'Namn',
    address: 'Adress',
    organisationNumber: 'Organisationsnummer',
    email: 'E-post',
    phone: 'Telefon',
    privacyContact: 'För frågor om integritet',
    nobody: [
      'Ingen är ännu angiven som ansvarig för den här installationen.',
      'Innan någon är det startar den inte under en offentlig adress: den är avsedd för maskinen den körs på och för det lokala nätverket där, och den som startade den är den du kan fråga.',
    ],
  },
  category: {
    source: 'Varifrån',
    provision: 'Måste du lämna det?',
    sources: {
      subject: 'Från dig',
      observed: 'Sett av servern',
      derived: 'Skapat av servern',
      'third-party': 'Från någon annan',
    },
  },
  processing: {
    categories: 'Uppgifter',
    basis: 'Rättslig grund',
    recipients: 'Vilka som får det',
    nobody: 'ingen annan',
    objection: 'Om du invänder',
  },
  basis: {
    '6-1-a': 'Ditt samtycke (GDPR art. 6.1 a)',
    '6-1-b': 'Ett avtal med dig (GDPR art. 6.1 b)',
    '6-1-c': 'En rättslig förpliktelse (GDPR art. 6.1 c)',
    '6-1-d': 'Grundläggande intressen (GDPR art. 6.1 d)',
    '6-1-e': 'En uppgift av allmänt intresse (GDPR art. 6.1 e)',
    '6-1-f': 'Berättigat intresse (GDPR art. 6.1 f)',
  },
  balance: 'Varför det väger tyngst',
  recipients: {
    nobody: 'Ingen utanför får något av det.',
    nobodyElse: 'Ingen annan: inget annat företag, ingen myndighet eller person får något av det, och ingenting säljs.',
  },
  storage: {
    none: 'Ingenting sparas i din webbläsare, och ingen kaka sätts.',
    intro: 'Bara detta:',
    noCookies: 'Ingen kaka sätts.',
    head: ['Namn', 'Var', 'Till vad', 'Hur länge'],
    stores: { cookie: 'Kaka', local: 'Lokal lagring', session: 'Sessionslagring', indexeddb: 'IndexedDB' },
    session: 'tills du stänger fliken',
    untilCleared: 'tills du rensar det i webbläsaren',
  },
  rights: {
    list: [
      'Tillgång: få veta vad som finns om dig, och få en kopia (art. 15).',
      'Rättelse: få det som är fel rättat (art. 16).',
      'Radering: få det raderat (art. 17).',
      'Begränsning: få användningen stoppad medan en fråga är öppen (art. 18).',
      'Dataportabilitet: få det du har lämnat i en form som en annan tjänst kan läsa, där grunden är samtycke eller avtal (art. 20).',
      'Invändning: säga nej till användning som bygger på ett berättigat intresse (art. 21).',
    ],
    free: 'Det kostar ingenting. En begäran besvaras inom en månad.',
    complaint:
      'Du kan klaga hos Integritetsskyddsmyndigheten, vare sig du har frågat här först eller inte (art. 77). Bor du i ett annat land kan du klaga hos myndigheten där.',
  },
  document: {
    number: 'Version',
    effective: 'Gäller från',
    hash: 'SHA-256 av det den säger',
    changes: 'Sidan skapas av en policy som också maskiner läser. När den ändras, ändras versionen.',
  },
}
