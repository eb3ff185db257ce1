import type { Language, Policy } from '@samtale/policy'
import { reveal } from '../../platform/personal.ts'
import { form, markup, type Markup, type Page } from '../pages/index.ts'
import { dayInWords, type OpenedStep } from './case.ts'
import { complaint, stylesheet } from './form-pages.ts'
import { pageWords as words } from './page-words.ts'
import type { CaseView } from './rights.ts'
import type { Case } from './store.ts'
import { fill, rightWords } from './words.ts'

interface State {
  readonly policy: Policy
  readonly language: Language
  readonly token: string
}

/** A request and all that was done about it, for whoever has its link. */
export function casePage(view: CaseView, state: State): Page {
  const { language, policy } = state
  const { request, wish } = view.opened
  // The certificate is a file of its own.
  const steps = view.opened.steps.filter(({ step }) => step !== 'certificate')
  const title = fill(words.caseTitle, language, { right: rightWords[request.kind].name[language] })
  const kept = view.keptUntil
  const body = markup`${stylesheet}<div class="page rights"><h1>${title}</h1>
<p class="lead" role="status">${statusOf(request, state)}</p>
<p><span class="reference">${request.number}</span> · ${fill(words.came, language, { day: dayOf(state, request.received_at) })}</p>
${wish !== null && markup`<dl class="asked"><div><dt>${words.confirmWish[language]}</dt><dd class="wish">${reveal(wish)}</dd></div></dl>`}
${fetching(view, state)}${consentsOf(view, state)}${certificateOf(view.opened.steps, state)}
${steps.length > 0 && markup`<h2>${words.history[language]}</h2><ol class="done">${steps.map((step) => stepMarkup(step, state))}</ol>`}
${kept !== null && markup`<p class="hint">${fill(words.kept, language, { day: dayOf(state, kept) })}</p>`}
${complaint(policy, language)}</div>`
  return { title, body }
}

function statusOf(request: Case, state: State): string {
  const { language } = state
  const { state: at, carried_at, due_at, closed_at } = request
  if (at === 'telling') return words.telling[language]
  if (at === 'open' && carried_at === null) return words.doing[language]
  if (at === 'open') return fill(words.open, language, { due: dayInWords(state, due_at, language) })
  return fill(words[at], language, { day: closed_at === null ? '' : dayOf(state, closed_at) })
}

function fetching({ fetch }: CaseView, state: State): Markup | null {
  if (fetch === null) return null
  const { language } = state
  const button = form({
    action: '/rights/fetch',
    language,
    fields: [],
    submit: words.fetch,
    hidden: { t: fetch.token },
  })
  const until = fill(words.fetchUntil, language, { day: dayInWords(state, fetch.until, language) })
  return markup`<div class="act">${button}<p class="hint">${until}</p></div>`
}

function consentsOf({ consents }: CaseView, state: State): Markup | null {
  if (consents === null) return null
  const { language, policy, token } = state
  const items = consents.map(({ key, since }) => {
    const what = policy.consents?.[key]?.title[language] ?? key
    const text = policy.consents?.[key]?.text[language] ?? ''
    const takeBack = fill(words.takeBack, language, { what })
    const submit = { en: takeBack, nb: takeBack, sv: takeBack }
    const button = form({
      action: '/rights/withdraw',
      language,
      fields: [],
      submit,
      hidden: { t: token, consent: key },
    })
    return markup`<li><h3>${what}</h3><p>${text}</p><p class="hint">${fill(words.consentSince, language, { day: dayOf(state, since) })}</p>${button}</li>`
  })
  return markup`<h2>${words.consentsTitle[language]}</h2>
${items.length === 0 ? markup`<p>${words.noConsents[language]}</p>` : markup`<ul class="consents">${items}</ul>`}
<p>${words.otherConsents[language]} <a href="/consent?lang=${language}">${words.otherConsentsLink[language]}</a></p>`
}

function certificateOf(steps: readonly OpenedStep[], { language, token }: State): Markup | null {
  if (!steps.some(({ step }) => step === 'certificate')) return null
  return markup`<p class="act"><a href="/rights/certificate?t=${token}" download>${words.certificate[language]}</a></p>`
}

// What was mailed stands here in the same words; what was not has words of its own.
function stepMarkup(step: OpenedStep, state: State): Markup {
  const text = saidOf(step, state)
  return markup`<li><p class="when"><time datetime="${step.at.toISOString()}">${dayOf(state, step.at)}</time></p><p class="said">${text}</p></li>`
}

function saidOf({ step, about, text }: OpenedStep, { language, policy }: State): string {
  const written = text === null ? '' : reveal(text)
  if (step === 'told') {
    const who = policy.recipients[about ?? '']?.title[language] ?? about ?? ''
    return fill(words.told, language, { who })
  }
  if (step === 'lifted') return words.lifted[language]
  if (step === 'proof-of-new-address') return words.proofOfNew[language]
  return step === 'asked-again' ? `${words.askedAgain[language]}\n${written}`.trim() : written
}

function dayOf({ policy, language }: State, at: Date): string {
  return dayInWords({ policy }, new Date(at.getTime() + 1), language)
}
