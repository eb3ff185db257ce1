import type { Text } from '@samtale/policy'
import type { ReportReason } from '@samtale/protocol'
import type { Outcome } from './tables.ts'

/** What a report is about, as the rules of acceptable use have it. */
export const reasonWords: Readonly<Record<ReportReason, Text>> = {
  harassment: { en: 'Threats or harassment', nb: 'Trusler eller plaging', sv: 'Hot eller trakasserier' },
  hatred: { en: 'Hatred of a group of people', nb: 'Hat mot en gruppe mennesker', sv: 'Hat mot en grupp människor' },
  'child-abuse': { en: 'Abuse of children', nb: 'Overgrep mot barn', sv: 'Övergrepp mot barn' },
  illegal: { en: 'Something else against the law', nb: 'Noe annet som er ulovlig', sv: 'Något annat olagligt' },
  recording: { en: 'Recording in secret', nb: 'Opptak i skjul', sv: 'Inspelning i smyg' },
  impersonation: {
    en: 'Pretending to be somebody else',
    nb: 'Å gi seg ut for å være en annen',
    sv: 'Att utge sig för att vara någon annan',
  },
  'room-name': { en: 'The name of the room', nb: 'Navnet på rommet', sv: 'Rummets namn' },
  other: { en: 'Something else', nb: 'Noe annet', sv: 'Något annat' },
}

/** What came of it. */
export const outcomeWords: Readonly<Record<Outcome, Text>> = {
  'no-breach': {
    en: 'It is no breach of the rules.',
    nb: 'Det er ikke et brudd på reglene.',
    sv: 'Det är ingen överträdelse av reglerna.',
  },
  warned: {
    en: 'It is a breach of the rules, and whoever did it has been told so.',
    nb: 'Det er et brudd på reglene, og den som gjorde det, har fått beskjed om det.',
    sv: 'Det är en överträdelse av reglerna, och den som gjorde det har fått veta det.',
  },
  suspended: {
    en: 'It is a breach of the rules, and the room or account has been closed.',
    nb: 'Det er et brudd på reglene, og rommet eller kontoen er stengt.',
    sv: 'Det är en överträdelse av reglerna, och rummet eller kontot har stängts.',
  },
  'passed-on': {
    en: 'It was passed on to the authority whose matter it is.',
    nb: 'Det er sendt videre til myndigheten som har ansvaret for slikt.',
    sv: 'Det har lämnats vidare till den myndighet som ansvarar för sådant.',
  },
}
