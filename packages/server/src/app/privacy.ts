import type { Policy } from '@samtale/policy'
import formBody from '@fastify/formbody'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import {
  bannerQuestions,
  createConsentDesk,
  createConsents,
  openConsentRegister,
  registerConsentRoutes,
} from '../features/consent/index.ts'
import { contactLinks } from '../features/correspondence/index.ts'
import {
  comingNotice,
  controllerSecret,
  createArchive,
  openPolicyWatch,
  registerArchiveRoutes,
  registerDocumentRoutes,
  registerPrivacyRoutes,
} from '../features/privacy/index.ts'
import { lists } from '../features/lists/index.ts'
import { openProofs } from '../features/proofs/index.ts'
import { createErrorPage, createPages, registerPageAssets } from '../features/pages/index.ts'
import { rightsLinks } from '../features/rights/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { Config } from '../platform/config/config.ts'
import { createAddressPace } from '../platform/http/address-pace.ts'
import { declaredCookies } from '../platform/http/cookies.ts'
import { demoNotice } from './demo/notice.ts'
import { isAwake } from './lists.ts'
import { menuOf } from './menu.ts'
import type { OpenPolicy } from './policy.ts'

/** What every page of the server links to at its foot. */
const everywhere = [
  { href: '/privacy', label: { en: 'Privacy', nb: 'Personvern', sv: 'Integritet' } },
  {
    href: '/consent',
    label: { en: 'Cookies and consent', nb: 'Informasjonskapsler og samtykke', sv: 'Kakor och samtycke' },
  },
  { href: '/policies', label: { en: 'Policies', nb: 'Erklæringer', sv: 'Policyer' } },
]

/** Forms from one network address: ten at once, then one in ten seconds. */
const formPace = { burst: 10, perSecond: 0.1 }

/** What is made of the policy in force: its pages, the questions that it asks, and what it lets browsers do. */
export async function openPrivacy(config: Pick<Config, 'publicUrl' | 'demo'>, clock: Clock, opened: OpenPolicy) {
  const { database, refused } = opened
  const { policy, scopes } = opened.published
  const questions = await bannerQuestions(policy, scopes)
  const proofs = await openProofs()
  const published = { ...opened.published, publication: { ...opened.published.publication, proofs: proofs.byKind } }
  const { publicUrl } = config
  const archive = createArchive({ database, secret: opened.seals.secret(controllerSecret) })
  const consents = createConsents({ database, questions, policyVersion: published.publication.number })
  const desk = createConsentDesk({ policy, consents, publicUrl, clock })
  const watch = await openPolicyWatch(archive, clock)
  const pages = createPages({
    notice: (language) => comingNotice(watch.coming(), language),
    notices: config.demo ? [demoNotice] : [],
    footer: footerOf(policy),
    ...menuOf(policy),
  })
  return {
    pages,
    /** Knows what is coming, and when. */
    watch,
    policyHash: published.publication.hash,
    publication: published.publication,
    register: await openConsentRegister(policy, published),
    formPace: createAddressPace(formPace, clock),
    refused,
    policy,
    database,
    databaseAnswers: database.answers,
    httpPolicy: {
      cookies: declaredCookies(policy.storage),
      recipients: policy.recipients,
      consentsOf: desk.consentsOf,
    },
    errorPage: createErrorPage(pages),
    /** What stands on the front page beside the web app. */
    frontPage: {
      consentsOf: desk.consentsOf,
      honourSignal: (request: FastifyRequest, reply: FastifyReply) =>
        desk.honourSignal(request, reply, pages.languageOf(request)),
      around: (request: FastifyRequest) => {
        const language = pages.languageOf(request)
        const { head, foot } = desk.around(request, language)
        const notice = comingNotice(watch.coming(), language)
        return { head: head.join(''), foot: `${notice?.toString() ?? ''}${foot.join('')}` }
      },
    },
    registerRoutes: async (server: FastifyInstance) => {
      await server.register(formBody)
      registerPageAssets(server)
      registerPrivacyRoutes(server, pages, published)
      proofs.registerRoutes(server, pages, policy)
      registerArchiveRoutes(server, { archive, pages, publicUrl })
      registerDocumentRoutes(server, { pages, published, publicUrl, clock })
      const notice = published.publication.hash
      const pace = createAddressPace(formPace, clock)
      registerConsentRoutes(server, { pages, desk, consents, policy, notice, publicUrl, pace })
    },
  }
}

/** What every page links to under this policy. */
function footerOf(policy: Policy) {
  return [...everywhere, ...rightsLinks(policy), ...contactLinks(policy), ...listLinks(policy)]
}

/** The lists that the policy has. */
function listLinks(policy: Policy) {
  return lists.filter((list) => isAwake(list, policy)).map((list) => ({ href: list.path, label: list.words.title }))
}
