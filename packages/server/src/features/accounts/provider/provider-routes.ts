import type { Text } from '@samtale/policy'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { cookiesOf, passCookies } from '../../../platform/http/cookie-jar.ts'
import { HttpRefusal } from '../../../platform/http/errors.ts'
import { reveal } from '../../../platform/personal.ts'
import type { Pages } from '../../pages/index.ts'
import { providerCookie } from '../personal-data.ts'
import type { AccountRouteParts, Doors, Visit } from '../routes.ts'
import { comeIn } from '../sign-in/come-in.ts'
import { home, inLanguage, nextPage } from '../sign-in/next.ts'
import { codePage, restrictedPage } from '../sign-in/sign-in-pages.ts'
import { backAt } from './provider.ts'
import { backPage, failedPage, leavingPage } from './provider-pages.ts'
import { failureWords, providerWords as words } from './provider-words.ts'
import { queryOf } from '../../../platform/http/query.ts'
import { fieldsOf } from '../../pages/index.ts'

const statuses = { denied: 403, down: 503, 'no-address': 403, refused: 403 } as const

/** To the identity provider, and back from it. */
export function registerProviderRoutes(server: FastifyInstance, { pages }: AccountRouteParts, { open }: Doors): void {
  server.post(
    '/sign-in/provider',
    open(async (request, reply, { accounts, language }) => {
      const { provider } = accounts.signIn
      if (provider === null) throw new HttpRefusal('not-found')
      const next = nextPage(fieldsOf(request.body)['next'])
      const failed = (text: Text, status: number) =>
        pages.send(request, reply, failedPage(language, { text, next, status }))
      if (!accounts.paces.network.take(request.ip)) return failed(words.tooMany, 429)
      const begun = await provider.begin(next, language)
      if (begun === null) return failed(failureWords.down, statuses.down)
      passCookies(reply, begun.cookies)
      return pages.send(request, reply, leavingPage(language, provider.name, begun.address))
    }),
  )
  server.get(
    backAt,
    open((request, reply, visit) => takeBack(pages, request, reply, visit)),
  )
}

async function takeBack(pages: Pages, request: FastifyRequest, reply: FastifyReply, visit: Visit) {
  const { accounts, language } = visit
  const { provider } = accounts.signIn
  if (provider === null) throw new HttpRefusal('not-found')
  const failed = (text: Text, next: string, status: number) =>
    pages.send(request, reply, failedPage(language, { text, next, status }))
  if (!accounts.paces.network.take(request.ip)) return failed(words.tooMany, home, 429)
  const query = queryOf(request)
  const browser = cookieValue(cookiesOf(request))
  const { outcome, next: asked } = await provider.finish(query, { browser, network: request.ip, language })
  const next = nextPage(asked)
  passCookies(reply, [`${providerCookie}=; Max-Age=0`])
  switch (outcome.as) {
    case 'in': {
      const onTo = await comeIn(request, reply, visit, { cookies: outcome.cookies, next })
      return next === home ? reply.redirect(onTo, 303) : pages.send(request, reply, backPage(language, onTo))
    }
    case 'asked': {
      const identity = { kind: 'address', shown: reveal(outcome.address) } as const
      return pages.send(request, reply, codePage({ language, next, identity, link: outcome.link }))
    }
    case 'restricted':
      return pages.send(request, reply, restrictedPage(language))
    case 'too-many':
      return failed(words.tooMany, next, 429)
    case 'wrong':
      return reply.redirect(inLanguage('/sign-in', language, next), 303)
    default:
      return failed(failureWords[outcome.as], next, statuses[outcome.as])
  }
}

function cookieValue(cookies: string): string {
  const found = cookies.split(/;\s*/).find((one) => one.startsWith(`${providerCookie}=`))
  return found?.slice(providerCookie.length + 1) ?? ''
}
