import { accountRoutes } from '../features/accounts/index.ts'
import { consentRoutes } from '../features/consent/index.ts'
import { correspondenceRoutes } from '../features/correspondence/index.ts'
import { erasureRoutes } from '../features/erasure/index.ts'
import { listRoutes } from '../features/lists/index.ts'
import { healthRoutes } from '../features/health/index.ts'
import { operatorRoutes } from '../features/operator/index.ts'
import { organisationRoutes } from '../features/organisations/index.ts'
import { pageAssetRoutes } from '../features/pages/index.ts'
import { policiesRoutes } from '../features/policies/index.ts'
import { archiveRoutes, documentRoutes, privacyRoutes } from '../features/privacy/index.ts'
import { proofRoutes } from '../features/proofs/index.ts'
import { siteRoutes } from '../features/site/index.ts'
import { reportRoutes } from '../features/reports/index.ts'
import { roomRoutes } from '../features/rooms/index.ts'
import { suspensionRoutes } from '../features/suspension/index.ts'
import { rightsRoutes } from '../features/rights/index.ts'
import type { RouteCatalogue } from '../platform/http/routes.ts'

/** Every route of the server. One that isn't here can't be registered, and one that nobody registers stops the start. */
export const routes = {
  ...accountRoutes,
  ...consentRoutes,
  ...correspondenceRoutes,
  ...erasureRoutes,
  ...healthRoutes,
  ...listRoutes,
  ...operatorRoutes,
  ...organisationRoutes,
  ...pageAssetRoutes,
  ...policiesRoutes,
  ...archiveRoutes,
  ...documentRoutes,
  ...privacyRoutes,
  ...proofRoutes,
  ...rightsRoutes,
  ...suspensionRoutes,
  ...reportRoutes,
  ...roomRoutes,
  ...siteRoutes,
} as const satisfies RouteCatalogue
