import type { IncomingHttpHeaders } from 'node:http'
import { HttpRefusal } from './errors.ts'

/**
 * Lets through only what a page of our own sent: by Fetch Metadata, which no script can set, or where a browser has none
 * by the origin. Beside `SameSite=Lax` it keeps other sites from signing somebody in or out, or doing anything as them.
 * @throws HttpRefusal `request.other-site`
 */
export function refuseOtherSites(headers: IncomingHttpHeaders): void {
  const { 'sec-fetch-site': site, origin, host } = headers
  if (site !== undefined ? site === 'same-origin' : origin !== undefined && URL.parse(origin)?.host === host) return
  throw new HttpRefusal('request.other-site')
}
