import { addressKind } from '../address-kind.ts'
import { finding, type Finding } from '../finding.ts'

export interface UrlFacts {
  publicUrl: URL
  trustProxy: readonly string[]
}

/** Whether browsers treat the address as a secure context (W3C Secure Contexts §3.1), and the proxy is known. */
export function checkPublicUrl({ publicUrl, trustProxy }: UrlFacts): Finding[] {
  const kind = addressKind(publicUrl.hostname)
  const findings: Finding[] = []
  if (publicUrl.protocol !== 'https:' && kind !== 'loopback') {
    findings.push(finding('url.insecure', `People open ${publicUrl.origin}`))
  }
  if (publicUrl.pathname !== '/') findings.push(finding('url.path', `SAMTALE_PUBLIC_URL is ${publicUrl.href}`))
  if (publicUrl.protocol === 'https:' && kind !== 'loopback' && trustProxy.length === 0) {
    findings.push(finding('url.proxy-unnamed', `People open ${publicUrl.origin}; the server itself speaks HTTP`))
  }
  return findings.length > 0 ? findings : [finding('url.ok', `People open ${publicUrl.origin}`)]
}
