import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

type Algorithm = 'RS256' | 'ES256'

/** Who signs in at the test provider, and how the provider lies. */
export interface ProviderPlan {
  claims: Record<string, unknown>
  algorithm: Algorithm
  /** Claims of the ID token that are other than they should be. */
  lie: Record<string, unknown>
  /** Signs with a key that it doesn't show. */
  otherKey: boolean
  /** `none` in the token's head, without a signature. */
  unsigned: boolean
  /** Takes a code as often as it comes. */
  forgetful: boolean
  /** Says no, as people do. */
  denies: boolean
  /** Gives claims to whoever has the access token alone. */
  atUserInfo: boolean
  /** Where people are sent, in place of its own page. */
  authorizeAt: string | null
  down: boolean
}

interface Grant {
  readonly query: URLSearchParams
  used: boolean
}

const honest: ProviderPlan = {
  claims: { sub: 'ola-1', email: 'ola@hjem.example', email_verified: true, name: 'Ola' },
  algorithm: 'RS256',
  lie: {},
  otherKey: false,
  unsigned: false,
  forgetful: false,
  denies: false,
  atUserInfo: false,
  authorizeAt: null,
  down: false,
}

/** For tests: an identity provider on this machine (OpenID Connect Core 1.0), honest until it is told otherwise. */
export async function startTestProvider(given: Partial<ProviderPlan> = {}, port = 0) {
  const plan: ProviderPlan = { ...honest, ...given }
  const keys = { RS256: pair('RS256'), ES256: pair('ES256') }
  const other = { RS256: pair('RS256'), ES256: pair('ES256') }
  const grants = new Map<string, Grant>()
  const asked: { path: string; body: URLSearchParams }[] = []
  let issuer = ''

  const server: Server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening))
  issuer = `http://localhost:${(server.address() as AddressInfo).port}`

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', issuer)
    const body = new URLSearchParams(await textOf(request))
    asked.push({ path: url.pathname, body })
    if (plan.down) return void response.writeHead(503).end()
    const pages: Record<string, () => void> = {
      '/.well-known/openid-configuration': () => json(response, discovery(issuer, plan)),
      '/keys': () => json(response, { keys: Object.entries(keys).map(([alg, { publicKey }]) => jwk(alg, publicKey)) }),
      '/authorize': () => response.writeHead(302, { location: authorize(url.searchParams).href }).end(),
      '/token': () => token(response, body),
      '/me': () => json(response, plan.claims),
    }
    const page = pages[url.pathname]
    if (page === undefined) response.writeHead(404).end()
    else page()
  }

  const authorize = (query: URLSearchParams): URL => backFrom(query, plan, grants)

  function token(response: ServerResponse, body: URLSearchParams): void {
    const grant = grants.get(body.get('code') ?? '')
    const challenge = createHash('sha256')
      .update(body.get('code_verifier') ?? '')
      .digest('base64url')
    const isRight = grant !== undefined && challenge === grant.query.get('code_challenge')
    if (!isRight || (grant.used && !plan.forgetful)) return json(response, { error: 'invalid_grant' }, 400)
    grant.used = true
    json(response, {
      access_token: 'secret-access',
      refresh_token: 'secret-refresh',
      token_type: 'Bearer',
      id_token: idToken(grant, issuer, { plan, keys, other }),
    })
  }

  return {
    issuer: new URL(issuer),
    plan,
    /** Honest again. */
    reset: (): void => void Object.assign(plan, honest, given),
    authorize,
    /** What was asked of it, first to last. */
    asked,
    close: () => new Promise((closed) => server.close(closed)),
  }
}

/** What its page sends people back with. */
function backFrom(query: URLSearchParams, { denies }: ProviderPlan, grants: Map<string, Grant>): URL {
  const back = new URL(query.get('redirect_uri') ?? '')
  back.searchParams.set('state', query.get('state') ?? '')
  if (denies) back.searchParams.set('error', 'access_denied')
  else {
    const code = randomBytes(16).toString('hex')
    grants.set(code, { query, used: false })
    back.searchParams.set('code', code)
  }
  return back
}

function idToken(
  { query }: Grant,
  issuer: string,
  { plan, keys, other }: { plan: ProviderPlan; keys: Keys; other: Keys },
): string {
  const now = Math.floor(Date.now() / 1_000)
  const standard = { iss: issuer, aud: query.get('client_id'), nonce: query.get('nonce'), iat: now, exp: now + 300 }
  const told = plan.atUserInfo ? { sub: plan.claims['sub'] } : plan.claims
  const { algorithm } = plan
  const head = plan.unsigned ? { alg: 'none' } : { alg: algorithm, kid: algorithm }
  const text = `${encoded(head)}.${encoded({ ...standard, ...told, ...plan.lie })}`
  const { privateKey } = (plan.otherKey ? other : keys)[algorithm]
  return plan.unsigned ? `${text}.` : `${text}.${signature(text, privateKey)}`
}

type Keys = Readonly<Record<Algorithm, { readonly publicKey: KeyObject; readonly privateKey: KeyObject }>>

export type TestProvider = Awaited<ReturnType<typeof startTestProvider>>

function discovery(issuer: string, { authorizeAt }: ProviderPlan) {
  return {
    issuer,
    authorization_endpoint: authorizeAt ?? `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    userinfo_endpoint: `${issuer}/me`,
    jwks_uri: `${issuer}/keys`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256', 'ES256'],
    code_challenge_methods_supported: ['S256'],
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
  }
}

function pair(algorithm: Algorithm) {
  return algorithm === 'RS256'
    ? generateKeyPairSync('rsa', { modulusLength: 2_048 })
    : generateKeyPairSync('ec', { namedCurve: 'P-256' })
}

function jwk(alg: string, key: KeyObject) {
  return { ...key.export({ format: 'jwk' }), alg, kid: alg, use: 'sig' }
}

function signature(text: string, key: KeyObject): string {
  return sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')
}

function encoded(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url')
}

function json(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(Buffer.from(part as Uint8Array))
  return Buffer.concat(parts).toString('utf8')
}
