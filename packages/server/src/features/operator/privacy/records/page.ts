import { form, markup, type Page, type Sent, type Wrong } from '../../../pages/index.ts'
import type { Shown } from '../../deeds/desk.ts'
import { addressField, say } from '../../deeds/fields.ts'
import { adminPage } from '../../shell/frame.ts'
import { day, mark, table } from '../../shell/table.ts'
import { shellWords } from '../../shell/words.ts'
import type { FoundRecord } from './routes.ts'

export const recordsPath = '/admin/privacy/records'
export const recordWords = {
  lead: say(
    'What is kept about somebody, by kinds and ends: no name and no text is opened. It needs a reason, which they can see.',
    'Hva som er lagret om noen, etter art og frist: ingen navn og ingen tekst åpnes. Det trengs en grunn, som de kan se.',
    'Vad som finns sparat om någon, efter slag och slut: inget namn och ingen text öppnas. Det behövs ett skäl, som de kan se.',
  ),
  why: say('Why do you look?', 'Hvorfor ser du etter?', 'Varför tittar du?'),
  whyHint: say(
    'The person reads this on their page of privacy.',
    'Personen leser dette på personvernsiden sin.',
    'Personen läser det här på sin integritetssida.',
  ),
  whyMissing: say(
    'Say why: the person can see it.',
    'Si hvorfor: personen kan se det.',
    'Säg varför: personen kan se det.',
  ),
  addressMissing: say('Write an e-mail address.', 'Skriv en e-postadresse.', 'Skriv en e-postadress.'),
  find: say('Look', 'Se etter', 'Titta'),
  found: say('Records', 'Poster', 'Poster'),
  nobody: say(
    'Nothing is kept about this address.',
    'Ingenting er lagret om denne adressen.',
    'Inget finns sparat om den här adressen.',
  ),
  number: say('Number', 'Nummer', 'Nummer'),
  kind: say('Kind', 'Art', 'Slag'),
  made: say('Made', 'Laget', 'Gjord'),
  holds: say('Holds, until', 'Inneholder, til', 'Innehåller, till'),
  restricted: say('restricted', 'begrenset', 'begränsad'),
  open: say('without an end yet', 'uten slutt ennå', 'utan slut ännu'),
  holdHint: say(
    'To keep or restrict some of it, use the numbers under “Holds”.',
    'For å beholde eller begrense noe av det, bruk numrene under «Sperrer».',
    'För att behålla eller begränsa något av det, använd numren under ”Spärrar”.',
  ),
} as const

export function recordsPage(
  found: readonly FoundRecord[] | null,
  shown: Shown & { readonly form?: Sent; readonly wrong?: Wrong },
): Page {
  const { language, timeZone, policy, refused, wrong } = shown
  const title = shellWords.records[language]
  const search = form({
    action: `${recordsPath}/find`,
    language,
    fields: [
      addressField,
      { name: 'why', label: recordWords.why, hint: recordWords.whyHint, kind: 'text', longest: 500 },
    ],
    submit: recordWords.find,
    sent: shown.form ?? {},
    ...(wrong === undefined ? {} : { wrong }),
  })
  const rows = (found ?? []).map(({ record, kind, state, made, becomes }) => [
    markup`<code>${record}</code>`,
    markup`${kind}${state === 'restricted' && markup` ${mark('attention', recordWords.restricted[language])}`}`,
    day(made, language, timeZone),
    markup`<ul>${becomes.map(({ category, until }) => markup`<li>${policy.categories[category]?.title[language] ?? category}: ${until === null ? recordWords.open[language] : day(until, language, timeZone)}</li>`)}</ul>`,
  ])
  const results = found && [
    markup`<h2 id="found">${recordWords.found[language]}</h2>`,
    table({
      language,
      caption: recordWords.found[language],
      columns: [recordWords.number, recordWords.kind, recordWords.made, recordWords.holds],
      rows,
      empty: recordWords.nobody[language],
    }),
    rows.length === 0 ? markup`` : markup`<p class="hint">${recordWords.holdHint[language]}</p>`,
  ]
  const status = wrong === undefined && refused === null ? 200 : 422
  return adminPage({ language, here: 'records', title, lead: recordWords.lead[language], refused, status }, [
    search,
    ...(results ?? []),
  ])
}
