import type { Language } from '@samtale/policy'
import { markup, type Markup } from '../pages/index.ts'
import type { Questions } from './questions.ts'
import { consentWords as words } from './words.ts'

/**
 * The question, on a page where something waits for the answer: a form that needs no script. Yes and no are one press
 * each, beside each other and alike; nothing is chosen before (EDPB 05/2020 §3.1, §3.3).
 */
export function banner(questions: Questions, language: Language, back: string): Markup {
  const titles = new Intl.ListFormat(language).format(questions.all.map(({ texts }) => texts[language].title))
  const items = questions.all.map(
    ({ texts }) => markup`<li><b>${texts[language].title}</b>: ${texts[language].text}</li>`,
  )
  return markup`<section class="consent" aria-labelledby="consent-title" data-consent>
<div><h2 id="consent-title">${words.ask[language]}</h2><p>${words.askText[language]}</p><details><summary>${titles}</summary><ul>${items}</ul></details></div>
<form method="post" action="/consent?lang=${language}"><input type="hidden" name="back" value="${back}"><div class="buttons">
<button name="choice" value="reject">${words.reject[language]}</button><button name="choice" value="accept">${words.accept[language]}</button>
</div><p><a href="/consent?lang=${language}">${words.settings[language]}</a> · <a href="/privacy?lang=${language}">${words.policy[language]}</a></p></form>
</section>`
}
