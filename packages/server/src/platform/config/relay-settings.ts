import type { RelaySettings } from '../relay/relay.ts'
import { relayAddress } from '../relay/relay-address.ts'
import { StartupError } from '../startup-error.ts'
import { readSecret } from './read-secret.ts'
import type { VariableName } from './variables.ts'

/** A relay, and who runs it. */
export interface ConfiguredRelay extends RelaySettings {
  /** Whether the controller runs it itself; else whoever does gets people's network addresses. */
  readonly runByUs: boolean
}

interface Read {
  optional(name: VariableName): string | null
  integer(name: VariableName, least: number, most: number): number
}

/** Shorter ones can be found by trying, from any credentials that were given out. */
const leastSecret = 16
const mostUrls = 8

/** Null where no relay is named. @throws StartupError `config.invalid`; the secret is never repeated. */
export function readRelaySettings(read: Read): ConfiguredRelay | null {
  const secret = readSecret(read, 'SAMTALE_TURN_SECRET', 'SAMTALE_TURN_SECRET_FILE')
  const urls = readUrls(read.optional('SAMTALE_TURN_URLS'))
  const runByUs = readRunBy(read.optional('SAMTALE_TURN_RUN_BY'))
  const validSeconds = read.integer('SAMTALE_TURN_VALID_SECONDS', 60, 86_400)
  if (urls.length === 0) {
    if (secret !== null) throw invalid('SAMTALE_TURN_SECRET', 'is of use only where SAMTALE_TURN_URLS is set')
    return null
  }
  if (secret === null || secret.length < leastSecret)
    throw invalid(
      'SAMTALE_TURN_SECRET',
      `has to be set beside SAMTALE_TURN_URLS, with at least ${leastSecret} characters`,
    )
  return { urls, secret, validSeconds, runByUs }
}

function readUrls(value: string | null): string[] {
  const urls = (value ?? '').split(',').flatMap((part) => part.trim() || [])
  const wrong = urls.some((url) => relayAddress(url) === null) || urls.length > mostUrls
  if (wrong)
    throw invalid(
      'SAMTALE_TURN_URLS',
      `takes at most ${mostUrls} addresses such as turn:turn.example.org or turns:turn.example.org:443?transport=tcp, separated by commas`,
    )
  return urls
}

function readRunBy(value: string | null): boolean {
  if (value === null || value === 'us') return value === 'us'
  throw invalid('SAMTALE_TURN_RUN_BY', 'takes “us” or nothing; who else runs the relay, the policy names')
}

function invalid(name: VariableName, takes: string): StartupError {
  return new StartupError('config.invalid', `${name} ${takes}.`)
}
