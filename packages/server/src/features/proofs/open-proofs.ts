import { fileURLToPath } from 'node:url'
import type { Policy, Proof } from '@samtale/policy'
import type { FastifyInstance } from 'fastify'
import type { Pages } from '../pages/index.ts'
import { proofsOfThisBuild, readableTitle, type ProofReport } from './report.ts'
import { proofLink, registerProofRoutes } from './routes.ts'

const installation = fileURLToPath(new URL('../../../../../', import.meta.url))

/** What proves the claims of a policy in this build; nothing, where its sources are not those that were tested. */
export async function openProofs(root = installation) {
  const report = await proofsOfThisBuild(root)
  return {
    /** For the policy page, by kind of claim. */
    byKind: byKind(report),
    registerRoutes: (server: FastifyInstance, pages: Pages, policy: Policy): void =>
      registerProofRoutes(server, { pages, report, policy, root }),
  }
}

function byKind(report: ProofReport | null): ReadonlyMap<string, Proof> {
  if (report === null) return new Map()
  const provedAt = new Date(report.provedAt)
  const proofs = Object.entries(report.claims).map(([kind, [first, ...others]]): [string, Proof] => {
    const test = `${first === undefined ? kind : readableTitle(first)}${others.length > 0 ? ` (+${others.length})` : ''}`
    return [kind, { test, link: proofLink(kind), provedAt }]
  })
  return new Map(proofs)
}
