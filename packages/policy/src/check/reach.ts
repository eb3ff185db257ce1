import type { Recipient } from '../recipient.ts'

/** Kinds that can be anywhere: others in the call, an authority with a demand, and a buyer whom nobody knows yet. */
const anywhere: ReadonlySet<Recipient['kind']> = new Set(['participant', 'authority', 'acquirer'])

/** Whether it is somebody whose place nobody can say beforehand. Who has hosts is a service, whatever it is called. */
export function isAnywhere(recipient: Recipient): boolean {
  return anywhere.has(recipient.kind) && !hasHosts(recipient)
}

/** Whether our server or the browser reaches it. */
export function hasHosts({ hosts = [], browser }: Recipient): boolean {
  return hosts.length > 0 || browser !== undefined
}
