import { homedir } from 'node:os'
import { isIP } from 'node:net'
import path from 'node:path'
import { StartupError } from '../startup-error.ts'
import { readMailSettings, type MailSettings } from './mail-settings.ts'
import { readRelaySettings, type ConfiguredRelay } from './relay-settings.ts'
import { readSignInSettings, type SignInSettings } from './sign-in-settings.ts'
import { isSameDatabase } from './same-database.ts'
import { variables, type Environment, type VariableName } from './variables.ts'

/** What the server was told, checked and with defaults filled in. Times are seconds, folders absolute paths. */
export interface Config {
  port: number
  host: string
  publicUrl: URL
  lan: boolean
  /** Sample people in a folder of their own, on this machine alone; no mail leaves it. */
  demo: boolean
  dataDir: string
  cacheDir: string
  databaseUrl: string | null
  /** Folder of the key store, where no database of its own has it. */
  keysFolder: string
  keysDatabaseUrl: string | null
  kekFile: string
  /** Days that an epoch key is in use. */
  kekDays: number
  policyFile: string | null
  /** Where the first operator’s page writes who answers, where the policy names nobody. */
  controllerFile: string
  /** null: the first free; 0: whichever is free. */
  mediaPort: number | null
  mediaWorkers: number | null
  announcedAddress: string | null
  relay: ConfiguredRelay | null
  roomPeople: number
  /** Whether rooms that people make may be large. */
  largeRooms: boolean
  /** Words that no room's name may have, one a line. */
  refusedWordsFile: string | null
  roomsPerAddress: number
  connectionsPerAddress: number
  directAfterSeconds: number
  trustProxy: string[]
  mail: MailSettings
  signIn: SignInSettings
  /** Of pages for this machine alone; 0: whichever is free. */
  localPort: number
  logLevel: 'debug' | 'info' | 'warn' | 'error'
}

/**
 * Reads the environment and the command line (`--lan`, `--demo`).
 * @throws StartupError `config.invalid`, naming the variable and what it takes; `keys.same-database`
 */
export function readConfig(env: Environment, argv: readonly string[] = []): Config {
  const read = reader(env)
  refuseUnknown(env, argv)
  const port = read.integer('SAMTALE_PORT', 0, 65_535)
  const lan = argv.includes('--lan')
  const demo = argv.includes('--demo')
  if (demo) refuseInDemo(read, lan)
  const dataDir = path.resolve(read.text('SAMTALE_DATA_DIR')) + (demo ? '-demo' : '')
  const publicUrl = read.url('SAMTALE_PUBLIC_URL', ['http:', 'https:']) ?? new URL(`http://localhost:${port}`)
  return {
    port,
    lan,
    demo,
    host: lan ? '0.0.0.0' : read.address('SAMTALE_HOST'),
    publicUrl,
    dataDir,
    cacheDir: path.resolve(read.optional('SAMTALE_CACHE_DIR') ?? defaultCache(env)),
    ...readDatabases(read, dataDir),
    policyFile: resolved(read.optional('SAMTALE_POLICY')),
    controllerFile: path.join(dataDir, 'controller.json'),
    mediaPort: read.optionalInteger('SAMTALE_MEDIA_PORT', 0, 65_535),
    mediaWorkers: read.optionalInteger('SAMTALE_MEDIA_WORKERS', 1, 64),
    announcedAddress: read.hostName('SAMTALE_ANNOUNCED_ADDRESS'),
    relay: demo ? null : readRelaySettings(read),
    roomPeople: read.integer('SAMTALE_ROOM_PEOPLE', 2, 500),
    largeRooms: read.oneOf('SAMTALE_LARGE_ROOMS', ['yes', 'no']) === 'yes',
    refusedWordsFile: resolved(read.optional('SAMTALE_REFUSED_WORDS')),
    roomsPerAddress: read.integer('SAMTALE_ROOMS_PER_ADDRESS', 1, 100_000),
    connectionsPerAddress: read.integer('SAMTALE_CONNECTIONS_PER_ADDRESS', 1, 100_000),
    directAfterSeconds: read.integer('SAMTALE_DIRECT_AFTER_SECONDS', 0, 3_600),
    trustProxy: read.list('SAMTALE_TRUST_PROXY'),
    mail: demo ? { ...readMailSettings(read, publicUrl), smtp: null } : readMailSettings(read, publicUrl),
    signIn: demo ? { provider: null, sms: null } : readSignInSettings(read),
    localPort: read.integer('SAMTALE_LOCAL_PORT', 0, 65_535),
    logLevel: read.oneOf('SAMTALE_LOG_LEVEL', ['debug', 'info', 'warn', 'error']),
  }
}

function readDatabases(read: ReturnType<typeof reader>, dataDir: string) {
  const data = read.url('DATABASE_URL', ['postgres:', 'postgresql:'])
  const keys = read.url('KEYS_DATABASE_URL', ['postgres:', 'postgresql:'])
  if (data !== null && keys !== null && isSameDatabase(data, keys))
    throw new StartupError('keys.same-database', 'KEYS_DATABASE_URL and DATABASE_URL lead to one database.')
  const keysFolder = path.join(dataDir, 'keys')
  return {
    databaseUrl: data?.href ?? null,
    keysFolder,
    keysDatabaseUrl: keys?.href ?? null,
    kekFile: path.resolve(read.optional('SAMTALE_KEK_FILE') ?? path.join(keysFolder, 'epoch-keys.json')),
    kekDays: read.integer('SAMTALE_KEK_DAYS', 1, 366),
  }
}

function invalid(name: string, takes: string): StartupError {
  return new StartupError('config.invalid', `${name} ${takes}.`)
}

// A misspelt variable would otherwise be ignored in silence.
function refuseUnknown(env: Environment, argv: readonly string[]): void {
  const unknown = Object.keys(env).find((name) => name.startsWith('SAMTALE_') && !(name in variables))
  if (unknown !== undefined) throw invalid(unknown, 'is not a setting of Samtale; see docs/configuration.md')
  const argument = argv.find((word) => word !== '--lan' && word !== '--demo')
  if (argument !== undefined)
    throw new StartupError('config.invalid', `The argument ${argument} is not known; --lan and --demo are.`)
}

/** What is shown of sample people is for this machine, and never gets among the data of an installation. */
function refuseInDemo(read: ReturnType<typeof reader>, lan: boolean): void {
  if (lan) throw new StartupError('config.invalid', '--demo is for this machine alone: leave --lan out.')
  const place = (['DATABASE_URL', 'KEYS_DATABASE_URL', 'SAMTALE_PUBLIC_URL', 'SAMTALE_KEK_FILE'] as const).find(
    (name) => read.optional(name) !== null,
  )
  if (place !== undefined) throw invalid(place, 'has no place in a demonstration, which keeps to itself: leave it out')
}

function defaultCache(env: Environment): string {
  return path.join(env['XDG_CACHE_HOME'] || path.join(homedir(), '.cache'), 'samtale')
}

function resolved(file: string | null): string | null {
  return file === null ? null : path.resolve(file)
}

function reader(env: Environment) {
  const text = (name: VariableName): string => (env[name]?.trim() || variables[name].fallback).trim()
  const optional = (name: VariableName): string | null => text(name) || null
  const integer = (name: VariableName, least: number, most: number): number => {
    const value = text(name)
    const number = Number(value)
    if (!/^\d+$/.test(value) || number < least || number > most) {
      throw invalid(name, `takes a whole number from ${least} to ${most}, not "${value}"`)
    }
    return number
  }
  return {
    text,
    optional,
    integer,
    optionalInteger: (name: VariableName, least: number, most: number) =>
      optional(name) === null ? null : integer(name, least, most),
    oneOf: <const T extends string>(name: VariableName, values: readonly T[]): T => {
      const found = values.find((value) => value === text(name))
      if (found === undefined) throw invalid(name, `takes one of ${values.join(', ')}`)
      return found
    },
    url: (name: VariableName, protocols: string[]): URL | null => {
      const value = optional(name)
      if (value === null) return null
      // A database URL may carry a password: the value itself is never repeated.
      if (!URL.canParse(value) || !protocols.includes(new URL(value).protocol)) {
        throw invalid(name, `takes an address that begins with ${protocols.map((p) => `${p}//`).join(' or ')}`)
      }
      return new URL(value)
    },
    address: (name: VariableName): string => {
      const value = text(name)
      if (isIP(value) === 0 && value !== 'localhost') throw invalid(name, `takes an IP address, not "${value}"`)
      return value
    },
    hostName: (name: VariableName): string | null => {
      const value = optional(name)
      if (value !== null && isIP(value) === 0 && !/^(?=.{1,253}$)([a-z0-9-]{1,63}\.)+[a-z]{2,63}$/i.test(value)) {
        throw invalid(name, `takes an IP address or a host name, not "${value}"`)
      }
      return value
    },
    list: (name: VariableName): string[] => {
      const values = text(name)
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean)
      const wrong = values.find((value) => isIP(value.split('/')[0] ?? '') === 0)
      if (wrong !== undefined)
        throw invalid(name, `takes IP addresses or networks, separated by commas, not "${wrong}"`)
      return values
    },
  }
}
