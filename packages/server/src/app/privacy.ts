import path from 'node:path'
import { isError, type Policy } from '@samtale/policy'
import formBody from '@fastify/formbody'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import {
  bannerQuestions,
  consentStorage,
  createConsentDesk,
  createConsents,
  openConsentRegister,
  registerConsentRoutes,
} from '../features/consent/index.ts'
import { contactLinks } from '../features/correspondence/index.ts'
import {
  assertMayServePublicly,
  isOwnMachine,
  policyInForce,
  publishPolicy,
  refuseContradictions,
  registerDocumentRoutes,
  registerPrivacyRoutes,
} from '../features/privacy/index.ts'
import { lists } from '../features/lists/index.ts'
import { openProofs } from '../features/proofs/index.ts'
import { createErrorPage, createPages, registerPageAssets } from '../features/pages/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { Config } from '../platform/config/config.ts'
import { createAddressPace } from '../platform/http/address-pace.ts'
import { declaredCookies } from '../platform/http/cookies.ts'
import { openAppDatabase } from './database.ts'
import { isAwake } from './lists.ts'
import { declarations } from './personal-data.ts'

/** Where the embedded database lies. */
export function databaseFolder(config: Pick<Config, 'dataDir'>): string {
  return path.join(config.dataDir, 'db')
}

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

/**
 * Opens the database and puts the policy into effect; without both, nothing is served.
 * @throws StartupError `policy.*`, `controller.identity.missing`, `db.*`
 */
export async function openPrivacy(config: Config, clock: Clock) {
  const inForce = await policyWithQuestions(config.policyFile, isoDay(clock.now()))
  const { policy, questions } = inForce
  assertMayServePublicly({ ...config, controller: policy.controller })
  if (!isOwnMachine(config)) refuseContradictions(inForce)
  const place = { folder: databaseFolder(config), serverUrl: config.databaseUrl }
  const database = await openAppDatabase(place, policy)
  const proofs = await openProofs()
  const { publication } = await publishPolicy({ policy, database, now: clock.now() })
  const published = { policy, publication: { ...publication, proofs: proofs.byKind } }
  const { publicUrl } = config
  const consents = createConsents({ database, questions, policyVersion: published.publication.number })
  const desk = createConsentDesk({ policy, consents, publicUrl, clock })
  const pages = createPages({ footer: [...everywhere, ...contactLinks(policy), ...listLinks(policy)] })
  return {
    pages,
    policyHash: published.publication.hash,
    publication: published.publication,
    register: await openConsentRegister(policy, published.publication.number),
    formPace: createAddressPace(formPace, clock),
    /** Findings of a policy that is tried out on one's own machine: what they refuse is neither said nor done. */
    refused: inForce.findings.filter(isError).filter(({ code }) => code !== 'controller.identity.missing').length,
    policy,
    database,
    databaseAnswers: database.answers,
    close: database.close,
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
        const { head, foot } = desk.around(request, pages.languageOf(request))
        return { head: head.join(''), foot: foot.join('') }
      },
    },
    registerRoutes: async (server: FastifyInstance) => {
      await server.register(formBody)
      registerPageAssets(server)
      registerPrivacyRoutes(server, pages, published)
      proofs.registerRoutes(server, pages, policy)
      registerDocumentRoutes(server, { pages, published, publicUrl, clock })
      const notice = published.publication.hash
      const pace = createAddressPace(formPace, clock)
      registerConsentRoutes(server, { pages, desk, consents, policy, notice, publicUrl, pace })
    },
  }
}

/** The lists that the policy has. */
function listLinks(policy: Policy) {
  return lists.filter((list) => isAwake(list, policy)).map((list) => ({ href: list.path, label: list.words.title }))
}

/** The policy in force; where it has questions for visitors, with what remembers their answers. */
async function policyWithQuestions(file: string | null, today: string) {
  const plain = policyInForce({ file, system: declarations, today })
  const questions = await bannerQuestions(plain.policy)
  if (questions.all.length === 0) return { ...plain, questions }
  const system = { ...declarations, storage: { ...declarations.storage, ...consentStorage } }
  return { ...policyInForce({ file, system, today }), questions }
}

function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10)
}
