import type { FastifyInstance } from 'fastify'
import { visitorOf } from '../../accounts/index.ts'
import { form, markup, type Markup, type Page, type Sent, type Wrong } from '../../pages/index.ts'
import { shownOf, type Shown } from '../deeds/desk.ts'
import type { OperatorParts } from '../parts.ts'
import { adminPage } from '../shell/frame.ts'
import { facts, mark } from '../shell/table.ts'
import { shellWords } from '../shell/words.ts'
import { closeForm } from './close-form.ts'
import type { SeenAccount } from './parts.ts'
import { textIn } from './read.ts'
import { closingWords as words } from './words.ts'

interface Seen extends SeenAccount {
  readonly fresh: boolean
  readonly isClosed: boolean
}

/** Accounts: opened by their address or phone number and with a reason, and closed with one. */
export function registerPeople(server: FastifyInstance, parts: OperatorParts): void {
  const { pages, closing, audit, noteRead } = parts
  server.get('/admin/people', (request, reply) =>
    closing === null
      ? reply.callNotFound()
      : pages.send(request, reply, peoplePage(null, { ...shownOf(parts, request, {}), form: {} })),
  )
  server.post('/admin/people/find', async (request, reply) => {
    if (closing === null) return reply.callNotFound()
    const { who } = visitorOf(request)
    const [address, why] = [textIn(request.body, 'address'), textIn(request.body, 'why')]
    const account = address === '' || why === '' ? null : await closing.accountAt(address)
    const wrong: Wrong = {
      ...(account === null ? { address: address === '' || why !== '' ? words.unknown : words.missing } : {}),
      ...(why === '' ? { why: words.missing } : {}),
    }
    const shown = { ...shownOf(parts, request, {}), form: { address, why } }
    if (account === null) return pages.send(request, reply, peoplePage(null, { ...shown, wrong }))
    await noteRead({ record: account, by: who.account, why })
    await audit.write({
      ...{ organisation: null, by: who.account, what: 'account.read', why },
      about: { kind: 'account', id: account },
    })
    const seen = await closing.see(account)
    if (seen === null) return reply.callNotFound()
    const isClosed = await closing.suspensions.isClosed('account', account)
    return pages.send(request, reply, peoplePage({ ...seen, isClosed, fresh: who.fresh }, shown))
  })
}

function peoplePage(seen: Seen | null, shown: Shown & { readonly form: Sent; readonly wrong?: Wrong }): Page {
  const { language, wrong } = shown
  const search = form({
    action: '/admin/people/find',
    language,
    fields: [
      { name: 'address', label: words.address, kind: 'text', longest: 254 },
      { name: 'why', label: words.why, hint: words.whyHint, kind: 'text', longest: 500 },
    ],
    submit: words.find,
    sent: shown.form,
    ...(wrong === undefined ? {} : { wrong }),
  })
  const title = shellWords.people[language]
  const frame = { language, here: 'people', title, lead: words.peopleLead[language] } as const
  return adminPage({ ...frame, status: wrong === undefined ? 200 : 422 }, [
    search,
    ...(seen === null ? [] : found(seen, shown)),
  ])
}

function found({ account, login, name, role, isClosed, fresh }: Seen, { language }: Shown): Markup[] {
  return [
    markup`<h2>${words.account[language]}</h2>`,
    facts([
      [words.address[language], login],
      [words.name[language], name === '' ? '–' : name],
      [words.role[language], role],
      [words.state[language], isClosed ? mark('danger', words.closed[language]) : mark('good', words.open[language])],
    ]),
    isClosed ? markup`` : closeForm('account', account, { language, fresh }),
  ]
}
