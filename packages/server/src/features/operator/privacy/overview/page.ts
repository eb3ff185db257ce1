import type { Language, Text } from '@samtale/policy'
import { markup, type Markup, type Page } from '../../../pages/index.ts'
import { say } from '../../deeds/fields.ts'
import { adminPage } from '../../shell/frame.ts'
import { facts, mark, time } from '../../shell/table.ts'
import { shellWords } from '../../shell/words.ts'

const words = {
  title: say('Privacy desk', 'Personvern', 'Integritet'),
  lead: say(
    'What is due by law, and everything else that the privacy desk does.',
    'Det loven gir en frist for, og alt annet som gjøres med personvernet.',
    'Det som lagen ger en frist för, och allt annat som görs för integriteten.',
  ),
  late: say('requests late', 'krav over fristen', 'begäranden för sent'),
  open: say('requests open', 'åpne krav', 'öppna begäranden'),
  holds: say('holds to look at again', 'sperrer å se på igjen', 'spärrar att se över'),
  breaches: say('breaches to tell of', 'brudd å varsle om', 'incidenter att anmäla'),
  clock: say('Next breach to tell of by', 'Neste brudd varsles innen', 'Nästa incident anmäls senast'),
  noClock: say('no clock runs', 'ingen klokke går', 'ingen klocka går'),
  past: say('past its time', 'over fristen', 'efter fristen'),
  coming: say('Coming policy', 'Erklæring på vei', 'Policy på väg'),
  none: say('none', 'ingen', 'ingen'),
  everything: say('Everything here', 'Alt her', 'Allt här'),
  requests: say(
    'Answer what people ask about their data',
    'Svar på det folk krever om opplysningene sine',
    'Svara på det människor begär om sina uppgifter',
  ),
  records: say(
    'See what is kept about somebody, by kinds and ends',
    'Se hva som er lagret om noen, etter art og frist',
    'Se vad som finns sparat om någon, efter slag och slut',
  ),
  handOver: say(
    'Fetch or erase all that is kept about somebody',
    'Hent eller slett alt som er lagret om noen',
    'Hämta eller radera allt som finns sparat om någon',
  ),
  holdsOf: say(
    'Keep what would be deleted, or restrict it',
    'Behold det som ville blitt slettet, eller begrens det',
    'Behåll det som skulle raderas, eller begränsa det',
  ),
  breachesOf: say(
    'The register of breaches, its clock and letters',
    'Registeret over brudd, klokken og brevene',
    'Registret över incidenter, klockan och breven',
  ),
  disclosures: say('What was handed to others', 'Hva som er utlevert til andre', 'Vad som lämnats ut till andra'),
  policy: say(
    'Which policy holds, and which one comes',
    'Hvilken erklæring som gjelder, og hvilken som kommer',
    'Vilken policy som gäller, och vilken som kommer',
  ),
  retention: say('What goes when, and why', 'Hva som slettes når, og hvorfor', 'Vad som raderas när, och varför'),
} as const

const ways = [
  ['/admin/privacy/requests', 'requests', words.requests],
  ['/admin/privacy/records', 'records', words.records],
  ['/admin/privacy/people', 'handOver', words.handOver],
  ['/admin/privacy/holds', 'holds', words.holdsOf],
  ['/admin/privacy/breaches', 'breaches', words.breachesOf],
  ['/admin/privacy/disclosures', 'disclosures', words.disclosures],
  ['/admin/privacy/policy', 'policy', words.policy],
  ['/admin/privacy/retention', 'retention', words.retention],
] as const

interface Due {
  readonly late: number
  readonly open: number
  readonly holds: number
  readonly breaches: number
  /** Until when the authority is told of the breach that is next. */
  readonly nextBreach: Date | null
  readonly coming: { readonly effective: string; readonly waitsFor: string } | null
}

interface Showing {
  readonly language: Language
  readonly timeZone: string
  readonly now: Date
}

/** What is due at the privacy desk, and the way to each of its pages. */
export function privacyPage(due: Due, { language, timeZone, now }: Showing): Page {
  const tile = (count: number, label: Text, href: string, urgent: boolean): Markup =>
    markup`<li><a class="tile ${urgent && count > 0 && 'due'}" href="${href}${href.includes('?') ? '&' : '?'}lang=${language}"><strong>${count}</strong><span>${label[language]}</span></a></li>`
  const list = ways.map(
    ([href, key, what]) =>
      markup`<div><dt><a href="${href}?lang=${language}">${shellWords[key][language]}</a></dt><dd>${what[language]}</dd></div>`,
  )
  const { nextBreach, coming } = due
  const isPast = nextBreach !== null && nextBreach <= now
  return adminPage({ language, here: 'privacy', title: words.title[language], lead: words.lead[language] }, [
    markup`<ul class="tiles">${[
      tile(due.late, words.late, '/admin/privacy/requests?late=1', true),
      tile(due.open, words.open, '/admin/privacy/requests', false),
      tile(due.breaches, words.breaches, '/admin/privacy/breaches', true),
      tile(due.holds, words.holds, '/admin/privacy/holds', true),
    ]}</ul>`,
    facts([
      [
        words.clock[language],
        nextBreach === null
          ? words.noClock[language]
          : markup`${time(nextBreach, language, timeZone)} ${isPast && mark('danger', words.past[language])}`,
      ],
      [
        words.coming[language],
        coming === null
          ? words.none[language]
          : markup`<a href="/admin/privacy/policy?lang=${language}">${time(coming.effective, language, timeZone)}</a>`,
      ],
    ]),
    markup`<h2>${words.everything[language]}</h2><dl class="facts ways">${list}</dl>`,
  ])
}
