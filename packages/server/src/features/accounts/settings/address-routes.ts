import type { FastifyInstance, FastifyRequest } from 'fastify'
import { HttpRefusal } from '../../../platform/http/errors.ts'
import { reveal } from '../../../platform/personal.ts'
import type { Doors } from '../routes.ts'
import { readIdentity } from '../sign-in/identity.ts'
import { addressCodePage, addressPage, undonePage, undoPage } from './address-pages.ts'
import { addressWords as words } from './address-words.ts'
import { sections } from './frame.ts'
import { pageAt, type SettingsRouteParts } from './parts.ts'
import { queryOf } from '../../../platform/http/query.ts'
import { fieldsOf } from '../../pages/index.ts'

/** Changing the address of an account. Who does it showed lately that they are it. */
export function registerAddress(server: FastifyInstance, parts: SettingsRouteParts, { own, open }: Doors): void {
  const { pages, own: ofOwn } = parts
  const { addresses } = ofOwn
  server.get(
    '/account/address',
    own((request, reply, { language, who }) =>
      pages.send(request, reply, addressPage({ language, now: reveal(who.email) })),
    ),
  )
  server.post(
    '/account/address',
    own(async (request, reply, { accounts, language, who }) => {
      const sent = fieldsOf(request.body)
      const now = reveal(who.email)
      const next = readIdentity(sent['email'] ?? '', null)
      if (next === null || next.kind !== 'address' || next.shown === now) {
        const wrong = { email: next?.kind === 'address' ? words.addressSame : words.addressWrong }
        return pages.send(request, reply, addressPage({ language, now, sent, wrong }))
      }
      if (!accounts.paces.codes.take(who.account) || !accounts.paces.codes.take(next.shown))
        throw new HttpRefusal('form.too-many')
      if ((await addresses.begin(who.account, who.email, next.login, language)) === 'too-soon') {
        const page = addressPage({ language, now, sent, wrong: { email: words.addressTooSoon } })
        return pages.send(request, reply, { ...page, status: 409 })
      }
      return pages.send(request, reply, addressCodePage({ language }))
    }),
  )
  server.post(
    '/account/address/code',
    own(async (request, reply, visit) => {
      const { accounts, language, who } = visit
      if (!accounts.paces.tries.take(who.account)) throw new HttpRefusal('form.too-many')
      const done = await addresses.confirm(who.account, fieldsOf(request.body)['code'] ?? '', language)
      if (done) return reply.redirect(pageAt(sections.profile, visit, '&moved'), 303)
      return pages.send(request, reply, addressCodePage({ language, wrong: { code: words.codeWrong } }))
    }),
  )
  server.get(
    '/account/address/undo',
    open(async (request, reply, { language }) => {
      const token = tokenIn(request)
      const isGood = await addresses.mayUndo(token)
      return pages.send(request, reply, isGood ? undoPage(language, token) : undonePage(language, false))
    }),
  )
  server.post(
    '/account/address/undo',
    open(async (request, reply, { language }) =>
      pages.send(request, reply, undonePage(language, await addresses.undo(fieldsOf(request.body)['t'] ?? ''))),
    ),
  )
}

/** The token of a link in a mail. */
export function tokenIn(request: FastifyRequest): string {
  return queryOf(request).get('t') ?? ''
}
