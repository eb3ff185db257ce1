import type { Language, Text } from '@samtale/policy'
import type { FastifyInstance } from 'fastify'
import { fieldsOf, markup, type Page } from '../../pages/index.ts'
import { messagePage, press, stylesheetLink } from '../markup.ts'
import type { Doors } from '../routes.ts'
import { tokenIn } from './address-routes.ts'
import { addressWords } from './address-words.ts'
import type { SettingsRouteParts } from './parts.ts'
import { privacyWords as words } from './privacy-words.ts'
import { digestPurpose } from './tables.ts'

/** What links in mail lead to. Opening one changes nothing: programs that look at mail open them too. */
export function registerLinks(server: FastifyInstance, parts: SettingsRouteParts, { open }: Doors): void {
  const { pages, own } = parts
  const { data, digests, keeping } = own
  server.get(
    '/account/keep',
    open(async (request, reply, { language }) => {
      const token = tokenIn(request)
      const page = (await keeping.mayKeep(token)) ? keepPage(language, token) : gonePage(language)
      return pages.send(request, reply, page)
    }),
  )
  server.post(
    '/account/keep',
    open(async (request, reply, { language }) => {
      const isKept = await keeping.keep(fieldsOf(request.body)['t'] ?? '')
      const page = isKept ? messagePage(words.keptTitle, words.keptText, language) : gonePage(language)
      return pages.send(request, reply, page)
    }),
  )
  server.get(
    '/account/digest/stop',
    open(async (request, reply, { language }) => {
      const token = tokenIn(request)
      const account = await digests.mayStop(token)
      return pages.send(request, reply, account === null ? stoppedPage(language) : stopPage(language, token))
    }),
  )
  // One press of the reader's, or of their mail program (RFC 8058), which comes from no page of ours.
  server.post('/account/digest/stop', async (request, reply) => {
    const language = pages.languageOf(request)
    const account = await digests.mayStop(tokenIn(request))
    if (account !== null)
      await data.answer(account, { key: digestPurpose, given: false, language, method: 'unsubscribe-link' })
    return pages.send(request, reply, stoppedPage(language))
  })
}

function keepPage(language: Language, token: string): Page {
  return sure(language, words.keepTitle, words.keepLead, {
    action: '/account/keep',
    label: words.keep,
    hidden: { t: token },
  })
}

/** The token stays in the address, as it does where a mail program presses. */
function stopPage(language: Language, token: string): Page {
  const title = words.stopTitle[language]
  const action = `/account/digest/stop?t=${token}&lang=${language}`
  return {
    title,
    body: markup`${stylesheetLink}<div class="page"><h1>${title}</h1><p class="lead">${words.stopLead[language]}</p>
<form method="post" action="${action}"><div class="buttons"><button type="submit">${words.stop[language]}</button></div></form></div>`,
  }
}

function stoppedPage(language: Language): Page {
  return messagePage(words.stoppedTitle, words.stopLead, language)
}

function gonePage(language: Language): Page {
  return { ...messagePage(addressWords.goneTitle, addressWords.gone, language), status: 410 }
}

function sure(
  language: Language,
  title: Text,
  lead: Text,
  { action, label, hidden }: { action: string; label: Text; hidden: Readonly<Record<string, string>> },
): Page {
  const button = press(action, { language, label: label[language], hidden, plain: false })
  const body = markup`${stylesheetLink}<div class="page"><h1>${title[language]}</h1><p class="lead">${lead[language]}</p>${button}</div>`
  return { title: title[language], body }
}
