import { durationInWords, type Language, type Policy, type StorageKey } from '@samtale/policy'
import { markup, type Markup } from '../pages/index.ts'
import { storageWords as words } from './words.ts'

/** Everything that may be kept in the browser under a policy: its name, what for, how long, and whose it is. */
export function storageTable(policy: Policy, language: Language): Markup {
  const entries = Object.entries(policy.storage)
  if (entries.length === 0) return markup`<p>${words.none[language]}</p>`
  const head = [words.name, words.use, words.lifetime, words.party].map(
    (column) => markup`<th scope="col">${column[language]}</th>`,
  )
  const rows = entries.map(([name, entry]) => {
    const owner = entry.party === undefined ? words.own[language] : titleOf(policy, entry.party, language)
    return markup`<tr data-store="${entry.store}" data-question="${entry.consent ?? ''}"><td data-label="${words.name[language]}">${name}</td><td data-label="${words.use[language]}">${entry.description[language]}${asked(policy, entry, language)}</td><td data-label="${words.lifetime[language]}">${lifetime(entry, language)}</td><td data-label="${words.party[language]}">${owner}</td></tr>`
  })
  return markup`<table><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table>`
}

function asked(policy: Policy, { consent }: StorageKey, language: Language): Markup | null {
  const question = consent === undefined ? undefined : policy.consents?.[consent]
  return question === undefined
    ? null
    : markup`<br><span class="hint">${words.only[language]} ${question.title[language]}</span>`
}

function lifetime({ lifetime: time }: StorageKey, language: Language): string {
  if (time === 'session') return words.session[language]
  if (time === 'until-cleared') return words.cleared[language]
  return durationInWords(time, language)
}

function titleOf(policy: Policy, key: string, language: Language): string {
  return policy.recipients[key]?.title[language] ?? key
}
