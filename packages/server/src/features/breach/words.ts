import type { Language, Text } from '@samtale/policy'

/** Words of notices about a breach (GDPR art. 33(3), 34(2)). */
export const breachWords = {
  authorityTitle: {
    en: 'Notification of a personal data breach (GDPR art. 33)',
    nb: 'Melding om brudd på personopplysningssikkerheten (GDPR art. 33)',
    sv: 'Anmälan av en personuppgiftsincident (GDPR art. 33)',
  },
  subjectsTitle: {
    en: 'About your personal data with us',
    nb: 'Om personopplysningene dine hos oss',
    sv: 'Om dina personuppgifter hos oss',
  },
  publicTitle: {
    en: 'Public notice of a personal data breach',
    nb: 'Offentlig melding om brudd på personopplysningssikkerheten',
    sv: 'Offentligt meddelande om en personuppgiftsincident',
  },
  controller: { en: 'Controller', nb: 'Behandlingsansvarlig', sv: 'Personuppgiftsansvarig' },
  contact: { en: 'Where to ask', nb: 'Hvem du kan spørre', sv: 'Vem du kan fråga' },
  aware: { en: 'We became aware of it', nb: 'Vi ble klar over det', sv: 'Vi fick vetskap om det' },
  due: { en: 'To be notified by', nb: 'Meldes innen', sv: 'Ska anmälas senast' },
  what: { en: 'What happened', nb: 'Hva som skjedde', sv: 'Vad som hände' },
  kinds: { en: 'What was lost', nb: 'Hva som gikk tapt', sv: 'Vad som gick förlorat' },
  categories: { en: 'Whose data, and which', nb: 'Hvilke opplysninger', sv: 'Vilka uppgifter' },
  numbers: { en: 'How many', nb: 'Hvor mange', sv: 'Hur många' },
  people: {
    en: 'about {people} people and {records} records',
    nb: 'omtrent {people} personer og {records} registreringer',
    sv: 'ungefär {people} personer och {records} poster',
  },
  consequences: { en: 'What may come of it', nb: 'Hva det kan føre til', sv: 'Vad det kan leda till' },
  measures: { en: 'What we do about it', nb: 'Hva vi gjør med det', sv: 'Vad vi gör åt det' },
  unreadable: {
    en: 'All values that were reached are encrypted, and their keys were not reached (art. 34(3)(a)).',
    nb: 'Alle verdiene som ble nådd, er kryptert, og nøklene ble ikke nådd (art. 34 nr. 3 a).',
    sv: 'Alla värden som nåddes är krypterade, och nycklarna nåddes inte (art. 34.3 a).',
  },
  readable: {
    en: 'Some of the values that were reached can be read.',
    nb: 'Noen av verdiene som ble nådd, kan leses.',
    sv: 'Några av de värden som nåddes kan läsas.',
  },
  late: { en: 'Why this comes late', nb: 'Hvorfor dette kommer sent', sv: 'Varför det här kommer sent' },
  unknown: { en: 'Not yet known.', nb: 'Ikke kjent ennå.', sv: 'Inte känt än.' },
  lead: {
    en: 'Something happened to data that we keep about you. We want you to know what it was, and what you can do.',
    nb: 'Det har skjedd noe med opplysninger vi har om deg. Vi vil at du skal vite hva det var, og hva du kan gjøre.',
    sv: 'Något har hänt med uppgifter som vi har om dig. Vi vill att du ska veta vad det var, och vad du kan göra.',
  },
  advice: {
    en: 'Be careful with messages that ask you for something and mention us. If in doubt, ask us first, at the address above.',
    nb: 'Vær på vakt mot meldinger som ber deg om noe og nevner oss. Er du i tvil, spør oss først, på adressen over.',
    sv: 'Var på din vakt mot meddelanden som ber dig om något och nämner oss. Om du är osäker, fråga oss först, på adressen ovan.',
  },
  adviceTitle: { en: 'What you can do', nb: 'Hva du kan gjøre', sv: 'Vad du kan göra' },
  kind: {
    confidentiality: {
      en: 'confidentiality: somebody saw what they shouldn’t',
      nb: 'konfidensialitet: noen så det de ikke skulle',
      sv: 'konfidentialitet: någon såg det de inte skulle',
    },
    integrity: {
      en: 'integrity: something was changed',
      nb: 'integritet: noe ble endret',
      sv: 'riktighet: något ändrades',
    },
    availability: {
      en: 'availability: something is gone or can’t be reached',
      nb: 'tilgjengelighet: noe er borte eller kan ikke nås',
      sv: 'tillgänglighet: något är borta eller går inte att nå',
    },
  },
} as const satisfies Record<string, Text | Record<string, Text>>

/** A sentence with its values. */
export function fill(text: Text, language: Language, values: Readonly<Record<string, string>>): string {
  return text[language].replace(/\{(\w+)\}/g, (_whole, name: string) => values[name] ?? '')
}
