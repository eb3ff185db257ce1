import { X509Certificate } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { isIP } from 'node:net'
import path from 'node:path'
import { generate } from 'selfsigned'
import type { TlsFiles } from '../http/http-server.ts'
import { StartupError } from '../startup-error.ts'

const days = 365

/**
 * A certificate of our own for the local network, since browsers give cameras to secure pages only. Kept in
 * `<data dir>/tls` and made anew when an address isn't in it or it ends within a week (ECDSA P-256, RFC 5280).
 * @throws StartupError `tls.failed` where the folder can't be written.
 */
export async function lanCertificate(dataDir: string, hosts: readonly string[], now: Date): Promise<TlsFiles> {
  const folder = path.join(dataDir, 'tls')
  const files = { key: path.join(folder, 'lan-key.pem'), cert: path.join(folder, 'lan-cert.pem') }
  try {
    const kept = readKept(files)
    if (kept !== null && covers(kept.cert, hosts, now)) return kept
    const made = await make(hosts, now)
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    writeFileSync(files.key, made.key, { mode: 0o600 })
    writeFileSync(files.cert, made.cert)
    return made
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    throw new StartupError('tls.failed', `The certificate in ${folder} can't be made (${reason}).`)
  }
}

function readKept(files: TlsFiles): TlsFiles | null {
  if (!existsSync(files.key) || !existsSync(files.cert)) return null
  return { key: readFileSync(files.key, 'utf8'), cert: readFileSync(files.cert, 'utf8') }
}

function covers(pem: string, hosts: readonly string[], now: Date): boolean {
  try {
    const certificate = new X509Certificate(pem)
    const inAWeek = now.getTime() + 7 * 86_400_000
    const current = certificate.validToDate.getTime() > inAWeek && certificate.validFromDate <= now
    return current && hosts.every((host) => (isIP(host) > 0 ? certificate.checkIP(host) : certificate.checkHost(host)))
  } catch {
    return false
  }
}

async function make(hosts: readonly string[], now: Date): Promise<TlsFiles> {
  const altNames = hosts.map((host) =>
    isIP(host) > 0 ? { type: 7 as const, ip: host } : { type: 2 as const, value: host },
  )
  const made = await generate([{ name: 'commonName', value: 'Samtale on this network' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    notBeforeDate: new Date(now.getTime() - 86_400_000),
    notAfterDate: new Date(now.getTime() + days * 86_400_000),
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames },
    ],
  })
  return { key: made.private, cert: made.cert }
}
