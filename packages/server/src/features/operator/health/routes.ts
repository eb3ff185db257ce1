import type { FastifyInstance } from 'fastify'
import { findingInWords } from '../../doctor/index.ts'
import { markup } from '../../pages/index.ts'
import { shownOf } from '../deeds/desk.ts'
import { say } from '../deeds/fields.ts'
import type { OperatorParts } from '../parts.ts'
import { adminPage } from '../shell/frame.ts'
import { mark, table } from '../shell/table.ts'
import { shellWords } from '../shell/words.ts'

const words = {
  lead: say(
    'What the program finds when it looks at the machine it runs on, as “samtale doctor” does.',
    'Hva programmet finner når det ser på maskinen det kjører på, slik «samtale doctor» gjør.',
    'Vad programmet hittar när det tittar på maskinen det körs på, som ”samtale doctor” gör.',
  ),
  state: say('State', 'Status', 'Status'),
  found: say('Found', 'Funnet', 'Hittat'),
  step: say('Next step', 'Neste skritt', 'Nästa steg'),
  empty: say(
    'The look failed; try it in a terminal.',
    'Undersøkelsen feilet; prøv i en terminal.',
    'Undersökningen misslyckades; försök i en terminal.',
  ),
  ok: say('well', 'bra', 'bra'),
  warn: say('warning', 'varsel', 'varning'),
  fail: say('fault', 'feil', 'fel'),
} as const
const kinds = { ok: 'good', warn: 'attention', fail: 'danger' } as const
const order = ['fail', 'warn', 'ok']

/** `GET /admin/health`: what the doctor finds, worst first. */
export function registerHealth(server: FastifyInstance, parts: OperatorParts): void {
  server.get('/admin/health', async (request, reply) => {
    const { language } = shownOf(parts, request, {})
    const found = (await parts.examine()).toSorted(
      (one, other) => order.indexOf(one.level) - order.indexOf(other.level),
    )
    const rows = found.map((one) => {
      const { means, nextStep } = findingInWords(one)
      const own = one.nextStep === '' ? '–' : one.nextStep
      return [
        mark(kinds[one.level], words[one.level][language]),
        // What was seen on this machine is said as the program says it.
        markup`${means[language]} <span class="hint" lang="en">${one.what}</span>`,
        nextStep === null ? markup`<span lang="en">${own}</span>` : nextStep[language] || '–',
      ]
    })
    const title = shellWords.health[language]
    const columns = [words.state, words.found, words.step]
    const content = table({ language, caption: title, columns, rows, empty: words.empty[language] })
    return parts.pages.send(
      request,
      reply,
      adminPage({ language, here: 'health', title, lead: words.lead[language] }, content),
    )
  })
}
