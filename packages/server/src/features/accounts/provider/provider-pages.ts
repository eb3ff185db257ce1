import type { Language, Text } from '@samtale/policy'
import { markup, type Page } from '../../pages/index.ts'
import { script, stylesheetLink } from '../markup.ts'
import { inLanguage } from '../sign-in/next.ts'
import { providerWords as words } from './provider-words.ts'

/**
 * Sends on by a page of its own: a form's answer may lead to no other site (`form-action`, CSP3 §6.5.1), and a page hands
 * on nothing that stands after `#`.
 */
export function leavingPage(language: Language, name: string, address: URL): Page {
  const title = `${words.leaving[language]} ${name}`
  const to = `${address.href.replace(/#$/, '')}#`
  const body = markup`<meta http-equiv="refresh" content="0; url=${to}">${stylesheetLink}<div class="page sign-in"><h1>${title}</h1>
<p class="lead" role="status">${words.leavingLead[language]}</p>
<p class="buttons"><a class="button" rel="noreferrer" href="${to}">${words.goOn[language]}</a></p></div>`
  return { title, body }
}

/** Goes on by script, which has what stood after `#` in the address of the room. */
export function backPage(language: Language, onTo: string): Page {
  const title = words.signedIn[language]
  const body = markup`${stylesheetLink}<div class="page sign-in" data-goes-on><h1>${title}</h1>
<p class="buttons"><a class="button" data-keeps-fragment href="${onTo}">${words.goOn[language]}</a></p></div>${script}`
  return { title, body }
}

export function failedPage(language: Language, state: { text: Text; next: string; status: number }): Page {
  const { text, next, status } = state
  const title = words.failed[language]
  const body = markup`${stylesheetLink}<div class="page sign-in"><h1>${title}</h1>
<p class="lead" role="alert">${text[language]}</p>
<p class="buttons"><a class="button" href="${inLanguage('/sign-in', language, next)}">${words.again[language]}</a></p></div>${script}`
  return { title, body, status }
}
