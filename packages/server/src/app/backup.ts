import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { createBackups, restore, RestoreArguments, type RestorePlaces } from '../features/backup/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { Config } from '../platform/config/config.ts'
import { CommandRefused } from '../platform/control/command.ts'
import { readMigrations } from '../platform/db/migration-files.ts'
import { readCommand } from './command-words.ts'
import { databaseFolder } from './policy.ts'
import type { Work } from './work.ts'

const migrations = fileURLToPath(new URL('../../migrations', import.meta.url))

/** How `samtale restore` is written. It works where nothing is open, so it is none of the commands of an installation. */
export const restoreUsage = {
  takes: ['backup'],
  flags: ['replace', 'accept-ledger-as-is'],
  paths: ['backup', 'keys', 'ledger'],
  help: '<file> [--keys <file>] [--ledger <file>] [--replace] [--accept-ledger-as-is]   puts a backup in place',
} as const

/** The copy of the ledger beside the database. */
export function ledgerFile({ dataDir }: Pick<Config, 'dataDir'>): string {
  return path.join(dataDir, 'ledger')
}

/** Backups of what is open. */
export function openBackups({
  work,
  config,
  policyHash,
  clock,
}: {
  work: Pick<Work, 'database' | 'seals' | 'records' | 'outbox'>
  config: Config
  policyHash: string
  clock: Clock
}) {
  const { database, seals, records, outbox } = work
  const { ledger, follow } = records
  const { dataDir, kekDays } = config
  const parts = { database, seals, ledger, followLedger: follow, outbox, dataDir, kekDays, policyHash, clock }
  return createBackups({ ...parts, settings: settingsOf(config) })
}

/** What an installation was told, for whoever sets it up again: no password, and no place of keys. */
function settingsOf(config: Config): object {
  const { port, host, publicUrl, lan, databaseUrl, policyFile, kekDays, mail } = config
  return {
    port,
    host,
    publicUrl: publicUrl.href,
    lan,
    database: databaseUrl === null ? 'embedded' : 'server',
    policyFile,
    kekDays,
    mail: mail.smtp === null ? 'outbox' : 'server',
  }
}

/** Does `samtale restore`. @throws CommandRefused, StartupError */
export function restoreInstallation(config: Config, words: readonly string[], now: Date): Promise<object> {
  const { asked } = readCommand({ restore: restoreUsage }, words)
  const read = RestoreArguments.safeParse(asked)
  if (!read.success) throw new CommandRefused('command.arguments-invalid', 'Say which backup: samtale restore <file>.')
  return restore(restorePlaces(config), read.data, now)
}

function restorePlaces(config: Config): RestorePlaces {
  const { dataDir, databaseUrl, keysFolder, keysDatabaseUrl, kekFile } = config
  return {
    dataDir,
    databaseUrl,
    databaseFolder: databaseFolder(config),
    keys: { keysFolder, keysDatabaseUrl },
    kekFile,
    ledgerFile: ledgerFile(config),
    migration: readMigrations(migrations).length,
  }
}
