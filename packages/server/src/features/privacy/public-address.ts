import { BlockList, isIP } from 'node:net'
import type { Controller } from '@samtale/policy'
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

/** Whether only this machine, or with `--lan` its local network, can reach the server. */
export function isOwnMachine(place: { publicUrl: URL; host: string; lan: boolean }): boolean {
  return reachedFromOutside(place) === undefined
}

function reachedFromOutside({ publicUrl, host, lan }: { publicUrl: URL; host: string; lan: boolean }) {
  const within = lan ? isPrivate : isLoopback
  return [publicUrl.hostname, ...(lan ? [] : [host])].find((name) => !within(name))
}

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')

// RFC 1918, RFC 3927, RFC 4193, RFC 4291 §2.5.6.
const local = new BlockList()
local.addSubnet('10.0.0.0', 8, 'ipv4')
local.addSubnet('172.16.0.0', 12, 'ipv4')
local.addSubnet('192.168.0.0', 16, 'ipv4')
local.addSubnet('169.254.0.0', 16, 'ipv4')
local.addSubnet('fc00::', 7, 'ipv6')
local.addSubnet('fe80::', 10, 'ipv6')

/** This machine and no other (RFC 6761 §6.3, RFC 1122 §3.2.1.3, RFC 4291 §2.5.3). */
function isLoopback(hostname: string): boolean {
  const name = plain(hostname)
  return name === 'localhost' || name.endsWith('.localhost') || isIn(loopback, name)
}

/** Only the local network knows it: a private address, or a name that public DNS doesn't have (RFC 6762, RFC 8375). */
function isPrivate(hostname: string): boolean {
  const name = plain(hostname)
  const localName = isIP(name) === 0 && (!name.includes('.') || /\.(local|home\.arpa)$/.test(name))
  return isLoopback(name) || localName || isIn(local, name)
}

function plain(hostname: string): string {
  return hostname
    .toLowerCase()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '')
}

function isIn(list: BlockList, name: string): boolean {
  const family = isIP(name)
  return family !== 0 && list.check(name, family === 4 ? 'ipv4' : 'ipv6')
}
