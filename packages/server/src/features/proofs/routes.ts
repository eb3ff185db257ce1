import type { Policy } from '@samtale/policy'
import type { FastifyInstance } from 'fastify'
import type { RouteCatalogue } from '../../platform/http/routes.ts'
import type { Pages } from '../pages/index.ts'
import { proofPage } from './page.ts'
import type { ProofReport } from './report.ts'

const path = '/privacy/proofs'

export const proofRoutes = {
  'GET /privacy/proofs': { access: 'anyone', reads: ['web.request'], writes: [], answers: 'page', errors: [] },
} as const satisfies RouteCatalogue

/** Where the proof of a kind of claim is shown. */
export function proofLink(kind: string): string {
  return `${path}#${kind}`
}

/** `GET /privacy/proofs`: which tests proved what the policy claims, in this build. */
export function registerProofRoutes(
  server: FastifyInstance,
  { pages, report, policy, root }: { pages: Pages; report: ProofReport | null; policy: Policy; root: string },
): void {
  const claims = Object.values(policy.claims ?? {})
  server.get(path, (request, reply) =>
    pages.send(request, reply, proofPage(root, { report, claims }, pages.languageOf(request))),
  )
}
