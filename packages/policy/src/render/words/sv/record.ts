import type { RecordWords } from '../record-words.ts'

export const record: RecordWords = {
  record: {
    title: 'Register över behandling',
    intro: 'Förs enligt GDPR art. 30, och skapas av detsamma som integritetspolicyn.',
    controller: 'Vem som för det',
    activities: 'Behandlingar (art. 30.1)',
    onBehalf: 'Behandling för andras räkning (art. 30.2)',
    measures: 'Säkerhet och andra löften (art. 30.1 g, 32.1)',
    name: 'Behandling',
    contact: 'Kontakt',
    officer: 'Dataskyddsombud',
    purpose: 'Ändamål',
    subjects: 'Registrerade',
    categories: 'Kategorier av uppgifter',
    basis: 'Rättslig grund',
    recipients: 'Mottagare',
    transfers: 'Överföring till tredje land',
    erasure: 'Tidsfrist för radering',
    risks: 'Risk och bedömning',
    terms: 'Facktermer (fideslang, DPV)',
  },
  cookies: { title: 'Kakor och annat som sparas i webbläsaren' },
  processors: {
    title: 'Personuppgiftsbiträden',
    heading: 'Vilka som arbetar med uppgifter åt oss',
    none: 'Ingen: inget personuppgiftsbiträde får några uppgifter.',
    for: 'Ger det vidare för',
  },
  consentTexts: {
    title: 'Samtyckestexter',
    intro: 'Vad människor får frågan om, ord för ord. Varje svar sparas med avtrycket av texten som visades.',
    hash: 'SHA-256 av rubrik, radbrytning och text',
    asked: 'Vad som frågas',
    language: 'Språk',
  },
}
