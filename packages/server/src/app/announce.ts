import { renderUnicodeCompact } from 'uqr'
import { lanAddresses } from '../platform/network.ts'
import type { Config } from '../platform/config/config.ts'

/** The addresses at which people reach the server; the first is the one to print. */
export function publicUrls(config: Config, port: number): URL[] {
  if (!config.lan) return [config.publicUrl]
  const hosts = lanAddresses().map((address) => (address.includes(':') ? `[${address}]` : address))
  return (hosts.length > 0 ? hosts : ['localhost']).map((host) => new URL(`https://${host}:${port}`))
}

/** What `npm start` says when people can come: the address, and in a local network a code that a phone reads. */
export function announceReady(urls: readonly URL[], lan: boolean, print: (line: string) => void): void {
  const [first = '', ...others] = urls.map((url) => url.href.replace(/\/$/, ''))
  print(`Samtale is ready at ${first}`)
  if (!lan) return
  for (const other of others) print(`          also at ${other}`)
  print(renderUnicodeCompact(first))
  print('Browsers warn about a certificate that this server made for itself: choose to go on.')
}
