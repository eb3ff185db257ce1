import type { Language, Policy } from '@samtale/policy'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Clock } from '../../platform/clock.ts'
import { createCookieJar } from '../../platform/http/cookie-jar.ts'
import type { Markup } from '../pages/index.ts'
import { banner } from './banner.ts'
import { grantedBy, isToAsk, readChoice, writeChoice } from './choice.ts'
import type { Consents, Method } from './consents.ts'
import { consentStorage } from './personal-data.ts'
import { saysNo } from './signals.ts'
import { tags } from './tags.ts'

export interface DeskOptions {
  readonly policy: Policy
  readonly consents: Consents
  readonly publicUrl: URL
  readonly clock: Clock
}

export type ConsentDesk = ReturnType<typeof createConsentDesk>

/** What a browser chose, read from its cookie and written back to it. */
export function createConsentDesk({ policy, consents, publicUrl, clock }: DeskOptions) {
  const own = createCookieJar(consentStorage, publicUrl)
  const all = createCookieJar(policy.storage, publicUrl)
  const { questions } = consents
  const choiceOf = (request: FastifyRequest) => readChoice(own.read(request, 'samtale.consent'))
  const consentsOf = (request: FastifyRequest): ReadonlySet<string> =>
    questions.all.length === 0 ? new Set() : grantedBy(choiceOf(request), questions, saysNo(request))

  async function answer(
    request: FastifyRequest,
    reply: FastifyReply,
    answered: { yes: readonly string[]; language: Language; method: Method },
  ): Promise<void> {
    const signal = saysNo(request)
    const choice = await consents.answer(choiceOf(request), { ...answered, signal, now: clock.now() })
    own.set(reply, 'samtale.consent', writeChoice(choice))
    const refused = questions.all.filter(({ key }) => !choice.yes.includes(key)).flatMap(({ purposes }) => purposes)
    const kept = new Set(
      questions.all.filter(({ key }) => choice.yes.includes(key)).flatMap(({ purposes }) => purposes),
    )
    all.remove(
      request,
      reply,
      refused.filter((purpose) => !kept.has(purpose)),
    )
  }

  return {
    questions,
    choiceOf,
    consentsOf,
    answer,
    /** A browser that has said yes and says “don't follow me” now has taken its yes back: written down, and forgotten there. */
    honourSignal: async (request: FastifyRequest, reply: FastifyReply, language: Language): Promise<void> => {
      const choice = choiceOf(request)
      if (choice === null || !saysNo(request) || choice.despiteSignal) return
      const left = questions.all.filter(({ key, tracks }) => choice.yes.includes(key) && !tracks).map(({ key }) => key)
      if (left.length < choice.yes.length) await answer(request, reply, { yes: left, language, method: 'gpc' })
    },
    /** What a page that loads things of others has beside its own: them, where they may, or the question. */
    around: (request: FastifyRequest, language: Language): { head: readonly Markup[]; foot: readonly Markup[] } => {
      if (questions.all.length === 0) return { head: [], foot: [] }
      const asks = isToAsk(choiceOf(request), questions, saysNo(request))
      const back = request.url.startsWith('/') ? request.url : '/'
      return {
        head: tags(policy.recipients, consentsOf(request)),
        foot: asks ? [banner(questions, language, back)] : [],
      }
    },
  }
}

/** The choice as a form sent it: everything, nothing, or question by question. */
export function answersOf(sent: Readonly<Record<string, unknown>>, keys: readonly string[]): readonly string[] | null {
  const { choice } = sent
  if (choice === 'accept') return keys
  if (choice === 'reject') return []
  return choice === 'save' ? keys.filter((key) => sent[`q:${key}`] === 'yes') : null
}
