import type { Controller } from '@samtale/policy'
import { addressKind } from '../../platform/address-kind.ts'
import { StartupError } from '../../platform/startup-error.ts'

/**
 * Refuses to serve strangers while nobody answers for their data (GDPR art. 13(1)(a)). Without a controller, the public
 * address and the one listened on have to be this machine's own, or with `--lan` ones that only the local network knows.
 * @throws StartupError `controller.identity.missing`
 */
export function assertMayServePublicly(options: {
  publicUrl: URL
  /** Address listened on. */
  host: string
  lan: boolean
  controller: Controller | null
}): void {
  if (options.controller !== null) return
  const outside = reachedFromOutside(options)
  if (outside === undefined) return
  throw new StartupError(
    'controller.identity.missing',
    `Others can reach ${outside}, and nobody is named who answers for their personal data.`,
  )
}

/**
 * Refuses an address of strangers that isn't HTTPS: what they say and write could be read and changed on the way, and the
 * policy promises that it can't. This machine itself, and with `--lan` the local network, aren't strangers.
 * @throws StartupError `config.insecure-address`
 */
export function assertEncrypted({ publicUrl, lan }: { publicUrl: URL; lan: boolean }): void {
  if (publicUrl.protocol === 'https:' || isWithin(publicUrl.hostname, lan)) return
  throw new StartupError('config.insecure-address', `SAMTALE_PUBLIC_URL is ${publicUrl.origin}, which isn't encrypted.`)
}

/** Whether only this machine, or with `--lan` its local network, can reach the server. */
export function isOwnMachine(place: { publicUrl: URL; host: string; lan: boolean }): boolean {
  return reachedFromOutside(place) === undefined
}

function reachedFromOutside({ publicUrl, host, lan }: { publicUrl: URL; host: string; lan: boolean }) {
  return [publicUrl.hostname, ...(lan ? [] : [host])].find((name) => !isWithin(name, lan))
}

// Only by a standard: what is private by habit may be reached by strangers.
function isWithin(name: string, lan: boolean): boolean {
  const kind = addressKind(name)
  return kind === 'loopback' || (lan && kind === 'private')
}
