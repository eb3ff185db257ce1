import type { Readiness } from '../../health/index.ts'
import { finding, type Finding } from '../finding.ts'

/** Whether the running server refused something that nothing declares (ADR 18); null where none runs. */
export function checkBorders(server: Pick<Readiness, 'refusals'> | null): Finding {
  if (server === null) return finding('borders.ok', 'No server runs here now')
  const refused = Object.entries(server.refusals).filter(([, count]) => count > 0)
  if (refused.length === 0) return finding('borders.ok', 'Nothing was refused since the server started')
  return finding('borders.red', refused.map(([border, count]) => `${border} ${count}`).join(', '))
}
