import type { Language, Policy } from '@samtale/policy'
import { markup, type Markup, type Page } from '../pages/index.ts'
import type { Question, Questions } from './questions.ts'
import { storageTable } from './storage-table.ts'
import { consentWords as words } from './words.ts'

export interface ConsentPageState {
  readonly language: Language
  readonly yes: ReadonlySet<string>
  /** Whether this browser has answered before, so that there is a receipt. */
  readonly answered: boolean
  readonly saved: boolean
  readonly signal: boolean
}

/** “Cookies and consent”: everything kept in the browser, and each question with its answer, to be changed here. */
export function consentPage(policy: Policy, questions: Questions, state: ConsentPageState): Page {
  const { language, saved, signal } = state
  const say = (key: keyof typeof words) => words[key][language]
  const body = markup`<div class="page"><h1>${say('title')}</h1><p class="lead">${say('lead')}</p>
${saved && markup`<p class="notice" role="status">${say('saved')}</p>`}
${signal && questions.all.length > 0 && markup`<p class="notice">${say('signal')}</p>`}
${questions.all.length === 0 ? markup`<p>${say('nothing')}</p>` : choices(questions, state)}
<p>${say('lists')}</p>
<h2>${say('kept')}</h2>${storageTable(policy, language)}
${Object.values(policy.storage).some(({ party }) => party !== undefined) && markup`<p>${say('other')}</p>`}
</div>`
  return { title: say('title'), body }
}

function choices({ all }: Questions, state: ConsentPageState): Markup {
  const { language, answered } = state
  const say = (key: keyof typeof words) => words[key][language]
  const receipt =
    answered &&
    markup`<p><a href="/consent/receipt?lang=${language}" download>${say('receipt')}</a><br><span class="hint">${say('receiptHint')}</span></p>`
  return markup`<h2>${say('choose')}</h2>
<form method="post" action="/consent?lang=${language}">
<input type="hidden" name="back" value="/consent?saved=1&amp;lang=${language}">
${all.map((question) => choice(question, state))}
<div class="buttons"><button name="choice" value="save">${say('save')}</button>
<button class="plain" name="choice" value="reject">${say('reject')}</button>
<button class="plain" name="choice" value="accept">${say('accept')}</button></div>
</form>${receipt}`
}

function choice({ key, texts }: Question, { language, yes, answered }: ConsentPageState): Markup {
  const { title, text } = texts[language]
  const option = (value: 'yes' | 'no', chosen: boolean) => {
    const id = `${key}-${value}`
    return markup`<div class="choice"><input type="radio" id="${id}" name="q:${key}" value="${value}" ${chosen && markup`checked`}><label for="${id}">${words[value][language]}</label></div>`
  }
  return markup`<fieldset><legend>${title}</legend><p class="hint">${text}</p>${option('yes', yes.has(key))}${option('no', answered && !yes.has(key))}</fieldset>`
}
