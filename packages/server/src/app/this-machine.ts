import type { Policy } from '@samtale/policy'
import { outboxRoutes, registerOutboxRoutes } from '../features/outbox/index.ts'
import { pageAssetRoutes, registerPageAssets, type FooterLink } from '../features/pages/index.ts'
import { registerRetentionRoutes, retentionRoutes, type Retention } from '../features/retention/index.ts'
import { addressKind } from '../platform/address-kind.ts'
import type { Clock } from '../platform/clock.ts'
import type { Config } from '../platform/config/config.ts'
import { startLocalServer, type LocalServer } from '../platform/http/local-server.ts'
import type { RouteCatalogue } from '../platform/http/routes.ts'
import type { Log } from '../platform/log.ts'
import type { Outbox } from '../platform/mail/outbox.ts'
import type { ReportRefusal } from '../platform/refusals.ts'

/** Every route of the listener that this machine alone reaches. */
export const localRoutes = { ...outboxRoutes, ...retentionRoutes, ...pageAssetRoutes } as const satisfies RouteCatalogue

/** What its pages link to at their foot. */
const footer: readonly FooterLink[] = [
  { href: '/outbox', label: { en: 'Outbox', nb: 'Utboks', sv: 'Utkorg' } },
  {
    href: '/retention',
    label: { en: 'What will be deleted', nb: 'Hva som blir slettet', sv: 'Vad som kommer att raderas' },
  },
]

/**
 * Serves what this machine alone may see; null where the public address is another's, since behind a proxy on this machine
 * everybody seems to come from it.
 * @throws StartupError `port.in-use`, `config.invalid`, `route.undeclared`, `route.missing`
 */
export async function serveThisMachine(options: {
  config: Pick<Config, 'publicUrl' | 'localPort' | 'mail'>
  policy: Pick<Policy, 'mails' | 'categories' | 'processings' | 'laws'>
  outbox: Outbox
  retention: Retention
  clock: Clock
  log: Log
  refused: ReportRefusal
}): Promise<LocalServer | null> {
  const { config, policy, outbox, retention, clock, log, refused } = options
  const { publicUrl, localPort: port, mail } = config
  if (addressKind(publicUrl.hostname) !== 'loopback') return null
  const titleOf = (kind: string) => (policy.mails ?? {})[kind]?.title ?? null
  return startLocalServer({
    port,
    routes: localRoutes,
    log,
    refused,
    register: (server) => {
      registerPageAssets(server)
      registerOutboxRoutes(server, { outbox, publicUrl, hasServer: mail.smtp !== null, titleOf, footer })
      registerRetentionRoutes(server, { retention, policy, footer, clock })
    },
  })
}
