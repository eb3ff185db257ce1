import { markup, type Page } from '../../../pages/index.ts'
import { button } from '../../deeds/button.ts'
import type { Deeds } from '../../deeds/deed.ts'
import { deedForms } from '../../deeds/deed-form.ts'
import type { Shown } from '../../deeds/desk.ts'
import { say } from '../../deeds/fields.ts'
import { adminPage } from '../../shell/frame.ts'
import { day, mark, table } from '../../shell/table.ts'
import { shellWords } from '../../shell/words.ts'
import type { HoldFacts } from './desk.ts'

const path = '/admin/privacy/holds'
const words = {
  lead: say(
    'A hold keeps what would be deleted; a restriction keeps it from being used. Each is looked at again in time.',
    'En sperre beholder det som ellers ville blitt slettet; en begrensning hindrer at det brukes. Hver blir sett på igjen i tide.',
    'En spärr behåller det som annars skulle raderas; en begränsning hindrar att det används. Var och en ses över i tid.',
  ),
  empty: say(
    'No hold stands: everything goes when its time comes.',
    'Ingen sperre står: alt slettes når tiden er inne.',
    'Ingen spärr finns: allt raderas när tiden är inne.',
  ),
  noneRestricted: say('Nothing is restricted.', 'Ingenting er begrenset.', 'Inget är begränsat.'),
  restrictions: say('Restrictions', 'Begrensninger', 'Begränsningar'),
  number: say('Number', 'Nummer', 'Nummer'),
  holds: say('Keeps', 'Beholder', 'Behåller'),
  ground: say('Ground', 'Grunnlag', 'Grund'),
  owner: say('Answers for it', 'Ansvarlig', 'Ansvarig'),
  review: say('Look again by', 'Se igjen innen', 'Se över senast'),
  act: say('Action', 'Handling', 'Åtgärd'),
  since: say('Since', 'Siden', 'Sedan'),
  told: say('Person told', 'Personen fikk beskjed', 'Personen fick besked'),
  release: say('Release', 'Opphev', 'Häv'),
  markTold: say('They have been told', 'De har fått beskjed', 'De har fått besked'),
  lift: say('End it', 'Opphev', 'Häv'),
  records: say('{count} records', '{count} poster', '{count} poster'),
  due: say('overdue', 'forfalt', 'förfallen'),
}

export function holdsPage({ holds, restrictions }: HoldFacts, shown: Shown, forms: Deeds): Page {
  const { language, timeZone, policy, done, refused, sent } = shown
  const titleOf = (key: string): string => policy.categories[key]?.title[language] ?? key
  const title = shellWords.holds[language]
  const holdRows = holds.map(({ hold, records, categories, ground, owner, reviewBy, due }) => [
    markup`<code>${hold.slice(-8)}</code>`,
    markup`${categories.map(titleOf).join(', ')}<br><span class="hint">${words.records[language].replace('{count}', String(records.length))}</span>`,
    article(ground),
    owner,
    due
      ? markup`${day(reviewBy, language, timeZone)} ${mark('danger', words.due[language])}`
      : day(reviewBy, language, timeZone),
    button(path, 'release', { language, label: words.release[language], fields: { id: hold } }),
  ])
  const restrictionRows = restrictions.map(({ restriction, ground, since, told }) => [
    markup`<code>${restriction.slice(-8)}</code>`,
    article(ground),
    day(since, language, timeZone),
    told === null
      ? button(path, 'told', { language, label: words.markTold[language], fields: { id: restriction } })
      : day(told, language, timeZone),
    button(path, 'lift', { language, label: words.lift[language], fields: { id: restriction } }),
  ])
  const frame = { language, here: 'holds', title, lead: words.lead[language], done, refused } as const
  return adminPage({ ...frame, status: refused === null ? 200 : 422 }, [
    table({
      language,
      caption: title,
      columns: [words.number, words.holds, words.ground, words.owner, words.review, words.act],
      rows: holdRows,
      empty: words.empty[language],
    }),
    markup`<h2>${words.restrictions[language]}</h2>`,
    table({
      language,
      caption: words.restrictions[language],
      columns: [words.number, words.ground, words.since, words.told, words.act],
      rows: restrictionRows,
      empty: words.noneRestricted[language],
    }),
    markup`<h2>${shellWords.deeds[language]}</h2>`,
    ...deedForms(forms, { action: path, language, sent }),
  ])
}

/** `17-3-e` as people write it. */
function article(ground: string): string {
  const [number, ...parts] = ground.split('-')
  return `art. ${number}${parts.map((part) => `(${part})`).join('')}`
}
