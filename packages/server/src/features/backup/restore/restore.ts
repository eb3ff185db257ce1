import { copyFileSync, existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import * as z from 'zod'
import type { Archive } from '../../../platform/archive/read-archive.ts'
import { CommandRefused } from '../../../platform/control/command.ts'
import { askServer } from '../../../platform/control/control-client.ts'
import { controlSocket } from '../../../platform/control/control-socket.ts'
import { installationSecret } from '../../../platform/seals/installation-secret.ts'
import { openProved, proofSecret, type DataManifest } from '../manifest.ts'
import { refusal, systemCode } from '../refusals.ts'
import { newestLedger } from './find-ledger.ts'
import { isMarked, ledgerOfBackup, outboxOfBackup, readMark, removeMark, writeMark, type RestoreMark } from './mark.ts'
import { placeEmbedded } from './place-embedded.ts'
import { placeServer } from './place-server.ts'
import { openKeysToRestore, type KeysPlace } from './restore-keys.ts'

export interface RestorePlaces {
  readonly dataDir: string
  readonly databaseFolder: string
  readonly databaseUrl: string | null
  readonly keys: KeysPlace
  readonly kekFile: string
  readonly ledgerFile: string
  /** Number of the last migration that this program has. */
  readonly migration: number
}

/** How a database is put in place. */
export interface Placing {
  hasData(): Promise<boolean>
  /** @throws CommandRefused `restore.running` */
  refuseServed(): Promise<void>
  /** Brings everything near that `place` needs, and changes nothing. */
  prepare(archive: Archive): Promise<void>
  place(): Promise<void>
  /** False where what was there is not. */
  undo(): Promise<boolean>
  clearUp(): Promise<void>
}

export const RestoreArguments = z.object({
  backup: z.string().optional(),
  keys: z.string().optional(),
  ledger: z.string().optional(),
  replace: z.boolean().default(false),
  'accept-ledger-as-is': z.boolean().default(false),
})
export type RestoreArguments = z.infer<typeof RestoreArguments>

/**
 * Puts a backup in place, of an installation that doesn't run. The next start brings it up to its ledger before anybody is
 * served, or refuses where no copy of the ledger reaches as far as the backup.
 * @throws CommandRefused `restore.*`; StartupError `db.*`, `keys.*`
 */
export async function restore(places: RestorePlaces, asked: RestoreArguments, now: Date): Promise<object> {
  await refuseRunning(places.dataDir)
  mkdirSync(places.dataDir, { recursive: true, mode: 0o700 })
  if (asked.backup === undefined) return settle(places, asked)
  const secret = installationSecret(places.kekFile, proofSecret)
  if (secret === null) throw refusal('restore.keys-missing', '')
  const { manifest, archive } = await openProved(asked.backup, 'data', secret)
  const placing = placingOf(places, manifest)
  const keys = asked.keys === undefined ? null : await openKeysToRestore(asked.keys, secret, places)
  await placing.refuseServed()
  try {
    if (!asked.replace && (await placing.hasData())) throw refusal('restore.not-empty', '')
    const ledger = await newestLedger(manifest.ledger, places.ledgerFile, asked.ledger ?? null)
    const mark: RestoreMark = {
      state: 'begun',
      takenAt: manifest.takenAt,
      placedAt: now.toISOString(),
      ledger: manifest.ledger,
      acceptsLedger: asked['accept-ledger-as-is'] && ledger === null,
      keysRestored: keys !== null,
    }
    await placing.prepare(archive)
    await put(placing, archive, places.dataDir, mark)
    await keys?.put()
    if (ledger !== null) takeLedger(ledger, places.ledgerFile)
    if (mark.acceptsLedger) acceptLedger(places)
    writeMark(places.dataDir, { ...mark, state: 'placed' })
    return told({ manifest, ledger, accepted: mark.acceptsLedger, keys: keys?.count ?? null })
  } finally {
    await placing.clearUp()
  }
}

async function refuseRunning(dataDir: string): Promise<void> {
  const answer = await askServer(controlSocket(dataDir), 'restore', {}).catch((error: unknown) => {
    if (error instanceof CommandRefused) return error
    throw error
  })
  if (answer !== null) throw refusal('restore.running', '')
}

function placingOf(
  { databaseFolder, databaseUrl, dataDir, migration }: RestorePlaces,
  manifest: DataManifest,
): Placing {
  const engine = databaseUrl === null ? 'embedded' : 'server'
  if (manifest.engine !== engine) throw refusal('restore.other-engine', `The backup is of: ${manifest.engine}.`)
  if (manifest.migration > migration)
    throw refusal('restore.newer', `It has run migration ${manifest.migration}, this program knows ${migration}.`)
  return databaseUrl === null ? placeEmbedded(databaseFolder) : placeServer(databaseUrl, dataDir)
}

async function keepBeside(dataDir: string, archive: Archive): Promise<void> {
  writeFileSync(ledgerOfBackup(dataDir), await archive.text('ledger'), { mode: 0o600 })
  writeFileSync(outboxOfBackup(dataDir), await archive.text('outbox'), { mode: 0o600 })
}

/** From the mark on, a start refuses until the database is whole. */
async function put(placing: Placing, archive: Archive, dataDir: string, mark: RestoreMark): Promise<void> {
  const isFirst = !isMarked(dataDir)
  writeMark(dataDir, mark)
  try {
    await keepBeside(dataDir, archive)
    await placing.place()
  } catch (error) {
    // What an earlier restore left to do was written over, so only a new one succeeds then.
    if ((await placing.undo()) && isFirst) removeMark(dataDir)
    throw error instanceof CommandRefused
      ? error
      : refusal('restore.failed', `The database can't be put in place (${systemCode(error) ?? 'no reason given'}).`)
  }
}

function takeLedger(ledger: string, live: string): void {
  if (path.resolve(ledger) === path.resolve(live)) return
  copyFileSync(ledger, `${live}.new`)
  renameSync(`${live}.new`, live)
}

/** Where no copy survived, the backup's own is the newest. */
function acceptLedger({ dataDir, ledgerFile }: RestorePlaces): void {
  if (existsSync(ledgerFile)) renameSync(ledgerFile, `${ledgerFile}.replaced`)
  if (existsSync(ledgerOfBackup(dataDir))) copyFileSync(ledgerOfBackup(dataDir), ledgerFile)
}

/** Says of a restore that waits which ledger it gets. */
async function settle(places: RestorePlaces, asked: RestoreArguments): Promise<object> {
  const mark = readMark(places.dataDir)
  if (mark?.state !== 'placed') throw refusal('restore.nothing', '')
  const ledger = await newestLedger(mark.ledger, places.ledgerFile, asked.ledger ?? null)
  if (ledger !== null) takeLedger(ledger, places.ledgerFile)
  const accepted = ledger === null && asked['accept-ledger-as-is']
  if (accepted) {
    acceptLedger(places)
    writeMark(places.dataDir, { ...mark, acceptsLedger: true })
  }
  return told({ manifest: mark, ledger, accepted, keys: null })
}

function told(done: {
  manifest: Pick<DataManifest, 'takenAt'>
  ledger: string | null
  accepted: boolean
  keys: number | null
}): object {
  const { manifest, ledger, accepted, keys } = done
  return {
    restored: manifest.takenAt,
    keys,
    ledger: ledger === null ? (accepted ? 'accepted-as-is' : 'missing') : 'found',
    next:
      ledger !== null || accepted
        ? 'Start the server: what was asked and erased since is done again before anybody is served.'
        : 'No copy of the ledger reaches as far as the backup, so the server refuses to start. Find the newest (the file "ledger" of a data folder) and say: samtale restore --ledger <file>. If there is none: samtale restore --accept-ledger-as-is',
  }
}
