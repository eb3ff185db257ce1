import type { RecordWords } from '../record-words.ts'

export const record: RecordWords = {
  record: {
    title: 'Protokoll over behandlingsaktiviteter',
    intro: 'Føres etter GDPR art. 30, og lages av det samme som personvernerklæringen.',
    controller: 'Hvem som fører den',
    activities: 'Behandlingsaktiviteter (art. 30 nr. 1)',
    onBehalf: 'Behandling på vegne av andre (art. 30 nr. 2)',
    measures: 'Sikkerhet og andre løfter (art. 30 nr. 1 bokstav g, 32 nr. 1)',
    name: 'Aktivitet',
    contact: 'Kontakt',
    officer: 'Personvernombud',
    purpose: 'Formål',
    subjects: 'Registrerte',
    categories: 'Kategorier av opplysninger',
    basis: 'Behandlingsgrunnlag',
    recipients: 'Mottakere',
    transfers: 'Overføring til tredjeland',
    erasure: 'Frist for sletting',
    risks: 'Risiko og vurdering',
    terms: 'Fagord (fideslang, DPV)',
  },
  cookies: { title: 'Informasjonskapsler og annet som lagres i nettleseren' },
  processors: {
    title: 'Databehandlere',
    heading: 'Hvem som arbeider med opplysninger for oss',
    none: 'Ingen: ingen databehandler får noen opplysninger.',
    for: 'Gir det videre for',
  },
  consentTexts: {
    title: 'Samtykketekster',
    intro: 'Hva folk blir spurt om, ord for ord. Hvert svar lagres med avtrykket av teksten som ble vist.',
    hash: 'SHA-256 av tittel, linjeskift og tekst',
    asked: 'Hva det spørres om',
    language: 'Språk',
  },
}
