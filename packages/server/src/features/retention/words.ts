import type { Text } from '@samtale/policy'
import type { Outcome, Rule } from './schedule.ts'

/** What the page of retention says. */
export const words = {
  title: { en: 'What will be deleted', nb: 'Hva som blir slettet', sv: 'Vad som kommer att raderas' },
  lead: {
    en: 'What the policy does with everything that is kept here, if nothing new happens. Choose a day. Only numbers are shown, and looking changes nothing.',
    nb: 'Hva erklæringen gjør med alt som er lagret her, hvis det ikke skjer noe nytt. Velg en dag. Bare tall vises, og det endrer ingenting å se.',
    sv: 'Vad policyn gör med allt som sparas här, om inget nytt händer. Välj en dag. Bara tal visas, och att titta ändrar ingenting.',
  },
  until: { en: 'Until the end of', nb: 'Til og med', sv: 'Till och med' },
  drag: { en: 'Drag the day', nb: 'Dra i dagen', sv: 'Dra i dagen' },
  show: { en: 'Show', nb: 'Vis', sv: 'Visa' },
  records: { en: 'records lose something', nb: 'poster mister noe', sv: 'poster förlorar något' },
  cells: { en: 'cells are gone', nb: 'celler er borte', sv: 'celler är borta' },
  of: { en: 'of {count} records', nb: 'av {count} poster', sv: 'av {count} poster' },
  what: { en: 'What', nb: 'Hva', sv: 'Vad' },
  rule: { en: 'By which rule', nb: 'Etter hvilken regel', sv: 'Enligt vilken regel' },
  recordsColumn: { en: 'Records', nb: 'Poster', sv: 'Poster' },
  cellsColumn: { en: 'Cells', nb: 'Celler', sv: 'Celler' },
  when: { en: 'When', nb: 'Når', sv: 'När' },
  nothing: {
    en: 'Nothing goes by that day.',
    nb: 'Ingenting blir borte til den dagen.',
    sv: 'Inget försvinner till den dagen.',
  },
  chart: {
    en: 'Records that go, month by month',
    nb: 'Poster som går, måned for måned',
    sv: 'Poster som går, månad för månad',
  },
  wrong: {
    en: 'Choose a day from today on.',
    nb: 'Velg en dag fra og med i dag.',
    sv: 'Välj en dag från och med i dag.',
  },
} as const satisfies Record<string, Text>

export const outcomeWords: Readonly<Record<Outcome, Text>> = {
  deleted: { en: 'Deleted', nb: 'Slettes', sv: 'Raderas' },
  anonymous: { en: 'Made anonymous', nb: 'Gjøres anonymt', sv: 'Anonymiseras' },
  restricted: {
    en: 'Kept, and used no more',
    nb: 'Tas vare på og brukes ikke lenger',
    sv: 'Sparas och används inte längre',
  },
}

/** Why, after the name of the processing or law. */
export const endWords: Readonly<Record<Rule['by'], Text>> = {
  'retention-over': { en: 'its time is over', nb: 'tiden er ute', sv: 'tiden är slut' },
  'cap-over': { en: 'its longest time is over', nb: 'den lengste tiden er ute', sv: 'den längsta tiden är slut' },
  erased: { en: 'erasure was asked for', nb: 'det er bedt om sletting', sv: 'radering har begärts' },
  'not-given': { en: 'nobody said yes', nb: 'ingen har sagt ja', sv: 'ingen har sagt ja' },
  refused: { en: 'the answer was no', nb: 'svaret var nei', sv: 'svaret var nej' },
  withdrawn: { en: 'the yes was taken back', nb: 'samtykket er trukket tilbake', sv: 'samtycket har tagits tillbaka' },
  expired: { en: 'the yes has run out', nb: 'samtykket er gått ut', sv: 'samtycket har gått ut' },
  superseded: { en: 'something else is asked now', nb: 'det spørres om noe annet nå', sv: 'något annat frågas nu' },
  objected: { en: 'somebody objected', nb: 'noen har protestert', sv: 'någon har invänt' },
  'no-contract': { en: 'for customers only', nb: 'bare for kunder', sv: 'bara för kunder' },
  'minimum-over': { en: 'no longer asked for', nb: 'kreves ikke lenger', sv: 'krävs inte längre' },
  'hold-released': { en: 'released', nb: 'opphevet', sv: 'upphävt' },
  keeps: { en: 'asks for keeping', nb: 'krever at det tas vare på', sv: 'kräver att det sparas' },
}

export const ruleWords = {
  hold: { en: 'A hold', nb: 'Et påbud om å ta vare på det', sv: 'Ett beslut om att spara det' },
  undeclared: { en: 'No rule', nb: 'Ingen regel', sv: 'Ingen regel' },
} as const satisfies Record<string, Text>
