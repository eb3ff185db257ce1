import path from 'node:path'
import { compressed } from '../../platform/archive/compress.ts'
import type { ArchivePart, ArchiveWriter } from '../../platform/archive/write-archive.ts'
import { writeArchive } from '../../platform/archive/write-archive.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import type { PlatformTables } from '../../platform/db/tables.ts'
import { ProgramFailed } from '../../platform/db/server-programs.ts'
import type { Outbox } from '../../platform/mail/outbox.ts'
import type { Seals } from '../../platform/seals/seals.ts'
import type { Ledger, LedgerTables } from '../ledger/index.ts'
import { destinationOf } from './destination.ts'
import { outlivedCopies, rememberCopy } from './key-copies.ts'
import { copyKeys } from './keys-part.ts'
import { manifestName, proofSecret, spellManifest } from './manifest.ts'
import { lastMigration } from './migration-store.ts'
import { sealOutbox } from './outbox-part.ts'
import { refusal, systemCode } from './refusals.ts'

export interface BackupsOptions {
  readonly database: Pick<Database<LedgerTables & PlatformTables>, 'for' | 'copy'>
  readonly seals: Pick<Seals, 'seal' | 'secret' | 'copyKeys'>
  readonly ledger: Ledger
  /** Brings the copy of the ledger beside the database up to date. */
  readonly followLedger: () => Promise<void>
  readonly outbox: Outbox
  readonly dataDir: string
  /** Days that an epoch key is in use. */
  readonly kekDays: number
  readonly policyHash: string
  /** What the installation was told, without secrets. */
  readonly settings: object
  readonly clock: Pick<Clock, 'now'>
}

export type Backups = ReturnType<typeof createBackups>

const dayMs = 86_400_000

/** Backups of a running installation. What they hold of people is sealed; the keys go into a file of their own. */
export function createBackups(options: BackupsOptions) {
  const { seals, clock, dataDir } = options

  async function data(file: string) {
    const takenAt = clock.now().toISOString()
    await options.followLedger()
    // Before the database is copied: the copy may be ahead of it, never behind.
    const head = await options.ledger.head(options.database)
    const migration = await lastMigration(options.database)
    const parts = await written(file, async (writer) => {
      const all = await dataParts(options, writer)
      const manifest = {
        format: 'samtale backup 1',
        holds: 'data',
        takenAt,
        engine: options.database.copy.engine,
        migration,
        policyHash: options.policyHash,
        ledger: head,
        parts: all,
      } as const
      await writer.finish(manifestName, spellManifest(manifest, seals.secret(proofSecret)))
      return all
    })
    return { file, takenAt, bytes: sum(parts), ledger: head?.number ?? 0, migration }
  }

  return {
    /** Writes a backup of the data, and where a place is named for it, one of the keys. @throws CommandRefused `backup.*` */
    take: async ({ out, keys: keysOut }: { out: string; keys?: string | undefined }) => {
      const now = clock.now()
      const file = destinationOf(out, 'backup', dataDir, now)
      const keysFile = keysOut === undefined ? null : destinationOf(keysOut, 'keys', dataDir, now)
      if (keysFile === file) throw refusal('backup.destination-taken', 'The keys go into a file of their own.')
      const taken = await data(file)
      return {
        ...taken,
        keys: keysFile === null ? null : await takeKeys(options, keysFile),
        warnings: await warningsFor(dataDir, file, keysFile, now),
      }
    },
  }
}

/** Writes a backup of the keys. */
async function takeKeys({ seals, clock, kekDays }: BackupsOptions, file: string) {
  const takenAt = clock.now()
  const keepUntil = new Date(takenAt.getTime() + kekDays * dayMs).toISOString()
  const copy = await seals.copyKeys()
  await written(file, async (writer) => {
    const parts = [await writer.add('keys', copyKeys(copy))]
    const manifest = {
      format: 'samtale backup 1',
      holds: 'keys',
      takenAt: takenAt.toISOString(),
      epoch: copy.state.epoch,
      keepUntil,
      parts,
    } as const
    await writer.finish(manifestName, spellManifest(manifest, seals.secret(proofSecret)))
  })
  return { file, keepUntil, keys: copy.keys.length }
}

async function dataParts(options: BackupsOptions, writer: ArchiveWriter): Promise<ArchivePart[]> {
  const { database, ledger, outbox, seals, settings } = options
  const { engine } = database.copy
  const parts = [
    engine === 'server'
      ? await writer.add('database.dump', database.copy.bytes())
      : await writer.add('database.tar.gz', compressed(database.copy.bytes())),
  ]
  await options.followLedger()
  parts.push(await writer.add('ledger', ledgerLines(ledger, database)))
  parts.push(await writer.add('outbox', sealOutbox(outbox, seals)))
  parts.push(await writer.add('settings.json', whole(`${JSON.stringify(settings, null, 2)}\n`)))
  return parts
}

/** A file that is removed again where it could not be finished. */
async function written<Result>(file: string, write: (writer: ArchiveWriter) => Promise<Result>): Promise<Result> {
  const writer = await writeArchive(file).catch((error: unknown) => {
    throw asRefusal(error, file)
  })
  try {
    return await write(writer)
  } catch (error) {
    await writer.abandon()
    throw asRefusal(error, file)
  }
}

function asRefusal(error: unknown, file: string): unknown {
  if (error instanceof ProgramFailed)
    return refusal(error.reason === 'missing' ? 'backup.program-missing' : 'backup.dump-failed', error.message)
  const code = systemCode(error)
  return code === null || !/^E[A-Z]+$/.test(code)
    ? error
    : refusal('backup.destination-unwritable', `${file} (${code}):`)
}

/** As the file beside the database has them. */
async function* ledgerLines(ledger: Ledger, database: BackupsOptions['database']): AsyncGenerator<Uint8Array> {
  for await (const page of ledger.pages(database))
    yield Buffer.from(page.map((entry) => `${JSON.stringify(entry)}\n`).join(''))
}

async function* whole(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text)
}

/** What the operator should know: keys beside the data, and copies of keys that should be gone by now. */
async function warningsFor(dataDir: string, file: string, keysFile: string | null, now: Date): Promise<string[]> {
  if (keysFile !== null) rememberCopy(dataDir, keysFile)
  const beside = keysFile !== null && path.dirname(keysFile) === path.dirname(file)
  const old = await outlivedCopies(dataDir, now)
  return [
    ...(beside
      ? ['The keys lie beside the data: who takes both, and the file of epoch keys, reads all. Part them.']
      : []),
    ...old.map((one) => `${one} is a copy of the keys that should be gone by now. Delete it.`),
  ]
}

function sum(parts: readonly ArchivePart[]): number {
  return parts.reduce((total, { bytes }) => total + bytes, 0)
}
