import http from 'node:http'
import https from 'node:https'
import type { Readiness } from '../../health/index.ts'

const answerWithinMs = 3_000

/**
 * What the server of this configuration says of itself (`GET /readyz`), asked on this machine only; null where no
 * Samtale answers there. With `--lan` it speaks TLS with a certificate that it made itself, so none is checked.
 */
export async function askServer(host: string, port: number): Promise<Readiness | null> {
  if (port === 0) return null
  const address = host === 'localhost' || host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host
  const options = { host: address, port, path: '/readyz', agent: false, timeout: answerWithinMs }
  const text = (await bodyOf(http.get(options))) ?? (await bodyOf(https.get({ ...options, rejectUnauthorized: false })))
  return text === null ? null : readinessIn(text)
}

function bodyOf(request: http.ClientRequest): Promise<string | null> {
  return new Promise((resolve) => {
    request.on('timeout', () => request.destroy())
    request.on('error', () => resolve(null))
    request.on('response', (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (part: string) => (text += part))
      response.on('error', () => resolve(null))
      response.on('close', () => resolve(text))
    })
  })
}

function readinessIn(text: string): Readiness | null {
  try {
    const answer: unknown = JSON.parse(text)
    const isReadiness = typeof answer === 'object' && answer !== null && 'router' in answer && 'refusals' in answer
    // The two fields name a Samtale; it answers with what Readiness says.
    return isReadiness ? (answer as Readiness) : null
  } catch {
    return null
  }
}
