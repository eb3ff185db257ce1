import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { HttpRefusal } from '../../../platform/http/errors.ts'
import { reveal } from '../../../platform/personal.ts'
import type { AccountRouteParts, Doors, OwnVisit } from '../routes.ts'
import { addressWords } from '../settings/address-words.ts'
import { phonePage, phoneCodePage, type PhoneState } from './phone-pages.ts'
import { phoneOf } from './phone-number.ts'
import { phoneWords as words } from './phone-words.ts'
import { queryOf } from '../../../platform/http/query.ts'
import { fieldsOf } from '../../pages/index.ts'

/** Adding, changing and removing the phone number of an account. Who does it showed lately that they are it. */
export function registerPhoneRoutes(server: FastifyInstance, { pages }: AccountRouteParts, { own }: Doors): void {
  const show = async (request: FastifyRequest, reply: FastifyReply, visit: OwnVisit, more: Partial<PhoneState> = {}) =>
    pages.send(request, reply, phonePage({ ...(await stateOf(visit)), ...more }))
  server.get(
    '/account/phone',
    own((request, reply, visit) => {
      const query = queryOf(request)
      const notice = query.has('set') ? words.set : query.has('removed') ? words.removed : null
      return show(request, reply, visit, { notice })
    }),
  )
  server.post(
    '/account/phone',
    own(async (request, reply, visit) => {
      const { accounts, language, who } = visit
      const sent = fieldsOf(request.body)
      const number = readNumber(visit, sent['phone'])
      const { now } = await stateOf(visit)
      if (number === null || number === now) {
        const wrong = { phone: number === null ? words.phoneWrong : words.phoneSame }
        return show(request, reply, visit, { sent, wrong })
      }
      // Of a number that is somebody else's nothing is told; this is about the account itself.
      if (await isUnproven(visit)) return show(request, reply, visit, { sent, wrong: { phone: words.unproven } })
      const { codes, sms, smsOfNetwork, allSms } = accounts.paces
      const may = smsOfNetwork.take(request.ip) && sms.take(number) && codes.take(who.account) && allSms.take('all')
      if (!may) throw new HttpRefusal('form.too-many')
      await accounts.phones.begin(who.account, number, language)
      return pages.send(request, reply, phoneCodePage({ language, number }))
    }),
  )
  server.post(
    '/account/phone/code',
    own(async (request, reply, visit) => {
      const { accounts, language, who } = visit
      const sent = fieldsOf(request.body)
      const phone = readNumber(visit, sent['phone'])
      if (phone === null) return reply.redirect(`/account/phone?lang=${language}`, 303)
      if (!accounts.paces.tries.take(who.account)) throw new HttpRefusal('form.too-many')
      const done = await accounts.phones.confirm({ account: who.account, phone, language }, sent['code'] ?? '')
      if (done) return reply.redirect(`/account/phone?lang=${language}&set`, 303)
      return pages.send(
        request,
        reply,
        phoneCodePage({ language, number: phone, wrong: { code: addressWords.codeWrong } }),
      )
    }),
  )
  server.post(
    '/account/phone/remove',
    own(async (_request, reply, { accounts, language, who }) => {
      const done = await accounts.phones.remove(who.account)
      return reply.redirect(`/account/phone?lang=${language}${done ? '&removed' : ''}`, 303)
    }),
  )
}

async function stateOf({ accounts, language, who }: OwnVisit): Promise<PhoneState> {
  const phone = await accounts.phones.of(who.account)
  return { language, now: phone === null ? '' : reveal(phone), canRemove: reveal(who.email) !== '' }
}

/** Whether the account has an address that nobody showed to be theirs. */
async function isUnproven({ accounts, who }: OwnVisit): Promise<boolean> {
  const person = (await accounts.peopleOf([who.account])).get(who.account)
  return person !== undefined && reveal(person.email) !== '' && !person.verified
}

/** E.164; null where it is none. */
function readNumber({ accounts }: OwnVisit, written = ''): string | null {
  const identity = accounts.signIn.read(written)
  return identity === null ? null : phoneOf(reveal(identity.login))
}
