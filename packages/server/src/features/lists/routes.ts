import type { Language, Policy } from '@samtale/policy'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'
import type { AddressPace } from '../../platform/http/address-pace.ts'
import type { RouteCatalogue } from '../../platform/http/routes.ts'
import { Personal } from '../../platform/personal.ts'
import { fieldsOf, trapField, type Pages, type Wrong } from '../pages/index.ts'
import {
  checkMailPage,
  confirmedPage,
  confirmPage,
  fieldsAskedFor,
  gonePage,
  isCountry,
  leavePage,
  leftPage,
  signUpPage,
  tooManyPage,
} from './list-pages.ts'
import { lists, type List } from './list.ts'
import type { NewSignUp, SignUps } from './sign-up.ts'
import { formWords as words } from './words.ts'
import { queryOf } from '../../platform/http/query.ts'

const asked = { access: 'anyone', reads: [], writes: [], answers: 'page', errors: [] } as const
const linked = (category: string) =>
  ({ access: 'link', reads: [category], writes: [], answers: 'page', errors: [] }) as const
const signsUp = (category: string) => ({ ...asked, reads: [category], writes: [category, 'mail.address'] }) as const
const changed = (category: string) => ({ ...linked(category), writes: [category, 'consent.record'] }) as const

export const listRoutes = {
  'GET /newsletter': asked,
  'POST /newsletter': signsUp('newsletter'),
  'GET /newsletter/confirm': linked('newsletter'),
  'POST /newsletter/confirm': changed('newsletter'),
  'GET /newsletter/leave': linked('newsletter'),
  'POST /newsletter/leave': changed('newsletter'),
  'GET /waiting-list': asked,
  'POST /waiting-list': signsUp('waiting-list'),
  'GET /waiting-list/confirm': linked('waiting-list'),
  'POST /waiting-list/confirm': changed('waiting-list'),
  'GET /waiting-list/leave': linked('waiting-list'),
  'POST /waiting-list/leave': changed('waiting-list'),
} as const satisfies RouteCatalogue

export interface ListRouteParts {
  readonly pages: Pages
  readonly signUps: SignUps
  readonly policy: Policy
  readonly pace: AddressPace
  /** Whether the policy has the list; otherwise its addresses answer 404. */
  isAwake(list: List): boolean
}

/** Sign-up, confirmation and leaving of each list. Opening a link changes nothing: only the press of a button does. */
export function registerListRoutes(server: FastifyInstance, parts: ListRouteParts): void {
  for (const list of lists) {
    registerSignUp(server, list, parts)
    registerLinks(server, list, parts)
  }
}

function registerSignUp(server: FastifyInstance, list: List, parts: ListRouteParts): void {
  const { pages, signUps, policy, pace } = parts
  const asksName = list.key === 'newsletter' && policy.consents?.['newsletter']?.asked === 'form' && asksForName(policy)
  const handle = whileAwake(list, parts)
  server.get(
    list.path,
    handle((request, reply, language) =>
      pages.send(request, reply, signUpPage(list, { language, fields: fieldsAskedFor(list, asksName, language) })),
    ),
  )
  server.post(
    list.path,
    handle(async (request, reply, language) => {
      const read = readForm(list, request.body, language)
      if (read.kind === 'wrong') {
        const fields = fieldsAskedFor(list, asksName, language)
        return pages.send(request, reply, signUpPage(list, { language, fields, sent: read.sent, wrong: read.wrong }))
      }
      if (!pace.take(request.ip)) return pages.send(request, reply, tooManyPage(language))
      // A program that filled in the field that people don't see hears what people hear.
      if (!read.trapped) await signUps.ask(list, read.signUp)
      return pages.send(request, reply, checkMailPage(language))
    }),
  )
}

function registerLinks(server: FastifyInstance, list: List, parts: ListRouteParts): void {
  const { pages, signUps, policy } = parts
  const handle = whileAwake(list, parts)
  server.get(
    `${list.path}/confirm`,
    handle(async (request, reply, language) => {
      const token = tokenOf(request)
      const entry = await signUps.mayConfirm(list, token)
      const text = policy.consents?.[list.key]?.text[language] ?? ''
      return pages.send(
        request,
        reply,
        entry === undefined ? gonePage(language) : confirmPage(list, { language, token, text }),
      )
    }),
  )
  server.post(
    `${list.path}/confirm`,
    handle(async (request, reply, language) => {
      const done = await signUps.confirm(list, tokenOf(request), language)
      return pages.send(request, reply, done ? confirmedPage(list, language) : gonePage(language))
    }),
  )
  server.get(
    `${list.path}/leave`,
    handle(async (request, reply, language) => {
      const token = tokenOf(request)
      const entry = await signUps.mayLeave(list, token)
      return pages.send(
        request,
        reply,
        entry === undefined ? leftPage(list, language) : leavePage(list, { language, token }),
      )
    }),
  )
  server.post(
    `${list.path}/leave`,
    handle(async (request, reply, language) => {
      await signUps.leave(list, tokenOf(request), language)
      return pages.send(request, reply, leftPage(list, language))
    }),
  )
}

type Handle = (request: FastifyRequest, reply: FastifyReply, language: Language) => Promise<FastifyReply> | FastifyReply

function whileAwake(list: List, { isAwake, pages }: ListRouteParts) {
  return (answer: Handle) => (request: FastifyRequest, reply: FastifyReply) =>
    isAwake(list) ? answer(request, reply, pages.languageOf(request)) : reply.callNotFound()
}

/** A profile whose subscription holds a name asks for one. */
function asksForName(policy: Policy): boolean {
  return policy.categories['newsletter']?.fides === 'user.contact'
}

const Form = z.object({
  email: z.email().max(254),
  name: z.string().trim().max(200).default(''),
  country: z.string().default(''),
})

function readForm(list: List, body: unknown, language: Language) {
  const sent = fieldsOf(body)
  const parsed = Form.safeParse({ ...sent, email: sent['email']?.trim() })
  const wrong: Record<string, Wrong[string]> = {}
  if (!parsed.success) wrong['email'] = words.addressWrong
  if (list.asksCountry && !isCountry(sent['country'] ?? '')) wrong['country'] = words.countryWrong
  if (!parsed.success || Object.keys(wrong).length > 0) return { kind: 'wrong', sent, wrong } as const
  const { email, name, country } = parsed.data
  const signUp: NewSignUp = {
    address: new Personal(list.key, email),
    name: name === '' ? null : new Personal(list.key, name),
    country: list.asksCountry ? country : null,
    language,
  }
  return { kind: 'sign-up', signUp, trapped: (sent[trapField] ?? '') !== '' } as const
}

function tokenOf(request: FastifyRequest): string {
  return queryOf(request).get('t') ?? ''
}
