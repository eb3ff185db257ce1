import { addressKind } from '../address-kind.ts'
import { StartupError } from '../startup-error.ts'
import { readSecret } from './read-secret.ts'
import type { VariableName } from './variables.ts'

/** How people may sign in beside codes by mail and passkeys. */
export interface SignInSettings {
  /** An identity provider (OpenID Connect); null where there is none. */
  readonly provider: {
    readonly issuer: URL
    readonly clientId: string
    readonly clientSecret: string | null
    readonly name: string
  } | null
  /** How text messages leave; null: into the outbox. */
  readonly sms: { readonly address: URL; readonly token: string | null; readonly from: string } | null
}

interface Read {
  optional(name: VariableName): string | null
  url(name: VariableName, protocols: string[]): URL | null
}

/** @throws StartupError `config.invalid`; a secret is never repeated. */
export function readSignInSettings(read: Read): SignInSettings {
  return { provider: readProvider(read), sms: readSms(read) }
}

function readProvider(read: Read): SignInSettings['provider'] {
  const issuer = safeUrl(read, 'SAMTALE_OIDC_ISSUER')
  const others = ['SAMTALE_OIDC_CLIENT_ID', 'SAMTALE_OIDC_CLIENT_SECRET', 'SAMTALE_OIDC_CLIENT_SECRET_FILE'] as const
  if (issuer === null) {
    const lonely = others.find((name) => read.optional(name) !== null)
    if (lonely !== undefined) throw invalid(lonely, 'is of use only where SAMTALE_OIDC_ISSUER is set')
    return null
  }
  const clientId = read.optional('SAMTALE_OIDC_CLIENT_ID')
  if (clientId === null)
    throw invalid('SAMTALE_OIDC_CLIENT_ID', 'has to be set where SAMTALE_OIDC_ISSUER is: the provider gives it')
  const name = read.optional('SAMTALE_OIDC_NAME') ?? issuer.hostname
  if (name.length > 60) throw invalid('SAMTALE_OIDC_NAME', 'takes at most 60 characters')
  const clientSecret = readSecret(read, 'SAMTALE_OIDC_CLIENT_SECRET', 'SAMTALE_OIDC_CLIENT_SECRET_FILE')
  return { issuer, clientId, clientSecret, name }
}

function readSms(read: Read): SignInSettings['sms'] {
  const address = safeUrl(read, 'SAMTALE_SMS_URL')
  if (address === null) return null
  const from = read.optional('SAMTALE_SMS_FROM') ?? 'Samtale'
  if (!/^(?:[A-Za-z0-9 ]{1,11}|\+?\d{3,15})$/.test(from))
    throw invalid('SAMTALE_SMS_FROM', 'takes a phone number, or up to eleven letters and digits')
  return { address, from, token: readSecret(read, 'SAMTALE_SMS_TOKEN', 'SAMTALE_SMS_TOKEN_FILE') }
}

/** HTTPS; without it only on this machine. */
function safeUrl(read: Read, name: VariableName): URL | null {
  const url = read.url(name, ['https:', 'http:'])
  if (url === null) return null
  const isHere = addressKind(url.hostname.replace(/^\[(.*)\]$/, '$1')) === 'loopback'
  if (url.protocol !== 'https:' && !isHere) throw invalid(name, 'takes an https:// address')
  if (url.username !== '' || url.password !== '' || url.hash !== '')
    throw invalid(name, 'takes an address without login: there is a variable of its own for secrets')
  return url
}

function invalid(name: VariableName, takes: string): StartupError {
  return new StartupError('config.invalid', `${name} ${takes}.`)
}
