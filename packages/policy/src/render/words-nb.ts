import type { Words } from './words.ts'

export const norwegian: Words = {
  title: 'Personvernerklæring',
  version: (number, date) => `Versjon ${number}, gjelder fra ${date}`,
  headings: {
    inShort: 'Kort fortalt',
    controller: 'Hvem som er ansvarlig',
    categories: 'Hva som er kjent om deg',
    processings: 'Hva det brukes til, og hvor lenge det finnes',
    recipients: 'Hvem andre som får det',
    storage: 'Hva som lagres i nettleseren din',
    rights: 'Rettighetene dine',
    document: 'Om denne siden',
  },
  until: 'til',
  when: 'når',
  after: 'etter at',
  atTheLatest: 'senest',
  exists: 'Finnes',
  held: {
    memory: 'bare i arbeidsminnet',
    database: 'i databasen',
    device: 'på din egen enhet',
    elsewhere: 'hos noen som har det for oss',
  },
  controller: {
    intro:
      'Denne virksomheten eller personen bestemmer hvordan personopplysninger brukes her, og svarer for det (behandlingsansvarlig, GDPR art. 4 nr. 7).',
    name: 'Navn',
    address: 'Adresse',
    organisationNumber: 'Organisasjonsnummer',
    email: 'E-post',
    phone: 'Telefon',
    privacyContact: 'For spørsmål om personvern',
    nobody: [
      'Ingen er ennå oppgitt som ansvarlig for denne installasjonen.',
      'Før noen er det, starter den ikke under en offentlig adresse: den er ment for maskinen den kjører på og for det lokale nettverket der, og den som startet den, er den du kan spørre.',
    ],
  },
  category: {
    source: 'Hvor fra',
    provision: 'Må du oppgi det?',
    sources: {
      subject: 'Fra deg',
      observed: 'Sett av serveren',
      derived: 'Laget av serveren',
      'third-party': 'Fra noen andre',
    },
  },
  processing: {
    categories: 'Opplysninger',
    basis: 'Behandlingsgrunnlag',
    recipients: 'Hvem som får det',
    nobody: 'ingen andre',
    objection: 'Hvis du protesterer',
  },
  basis: {
    '6-1-a': 'Samtykket ditt (GDPR art. 6 nr. 1 bokstav a)',
    '6-1-b': 'En avtale med deg (GDPR art. 6 nr. 1 bokstav b)',
    '6-1-c': 'En rettslig forpliktelse (GDPR art. 6 nr. 1 bokstav c)',
    '6-1-d': 'Vitale interesser (GDPR art. 6 nr. 1 bokstav d)',
    '6-1-e': 'En oppgave i allmennhetens interesse (GDPR art. 6 nr. 1 bokstav e)',
    '6-1-f': 'Berettiget interesse (GDPR art. 6 nr. 1 bokstav f)',
  },
  balance: 'Hvorfor det veier tyngst',
  recipients: {
    nobody: 'Ingen utenfor får noe av det.',
    nobodyElse: 'Ingen andre: ingen annen bedrift, myndighet eller person får noe av det, og ingenting selges.',
  },
  storage: {
    none: 'Ingenting lagres i nettleseren din, og ingen informasjonskapsel settes.',
    intro: 'Bare dette:',
    noCookies: 'Ingen informasjonskapsel settes.',
    head: ['Navn', 'Hvor', 'Til hva', 'Hvor lenge'],
    stores: { cookie: 'Informasjonskapsel', local: 'Lokal lagring', session: 'Øktlagring', indexeddb: 'IndexedDB' },
    session: 'til du lukker fanen',
    untilCleared: 'til du sletter det i nettleseren',
  },
  rights: {
    list: [
      'Innsyn: få vite hva som finnes om deg, og få en kopi (art. 15).',
      'Retting: få rettet det som er feil (art. 16).',
      'Sletting: få det slettet (art. 17).',
      'Begrensning: få stanset bruken mens et spørsmål er åpent (art. 18).',
      'Dataportabilitet: få det du har oppgitt i en form som en annen tjeneste kan lese, der grunnlaget er samtykke eller avtale (art. 20).',
      'Protest: si nei til bruk som bygger på en berettiget interesse (art. 21).',
    ],
    free: 'Det koster ingenting. En henvendelse besvares innen en måned.',
    complaint:
      'Du kan klage til Datatilsynet, enten du har spurt her først eller ikke (art. 77). Bor du i et annet land, kan du klage til tilsynet der.',
  },
  document: {
    number: 'Versjon',
    effective: 'Gjelder fra',
    hash: 'SHA-256 av det den sier',
    changes: 'Siden lages av en erklæring som også maskiner leser. Når den endres, endres versjonen.',
  },
}
