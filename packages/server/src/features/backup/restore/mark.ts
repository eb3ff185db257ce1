import { existsSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import * as z from 'zod'
import { replaceFile } from '../../../platform/seals/durable-file.ts'
import { StartupError } from '../../../platform/startup-error.ts'

const Mark = z.strictObject({
  /** `begun`: what is in place may be half of it. `placed`: it is whole, and waits for its ledger. */
  state: z.enum(['begun', 'placed']),
  takenAt: z.iso.datetime(),
  placedAt: z.iso.datetime(),
  /** The last entry of the ledger that the backup knows of. */
  ledger: z.strictObject({ number: z.int().positive(), hash: z.string() }).nullable(),
  /** The operator said that no newer copy of the ledger is to be had. */
  acceptsLedger: z.boolean(),
  keysRestored: z.boolean(),
})

/** What a restore has left to do, in the data folder: a start finishes it or refuses, and removes it. */
export type RestoreMark = z.infer<typeof Mark>

function placeOf(dataDir: string): string {
  return path.join(dataDir, 'restore.json')
}

/** A copy of the ledger that came with the backup. */
export function ledgerOfBackup(dataDir: string): string {
  return path.join(dataDir, 'restore.ledger')
}

/** The files of the outbox that came with the backup, sealed. */
export function outboxOfBackup(dataDir: string): string {
  return path.join(dataDir, 'restore.outbox')
}

/** Null where nothing was restored, or a start has finished it. @throws StartupError `restore.unfinished` */
export function readMark(dataDir: string): RestoreMark | null {
  try {
    return Mark.parse(JSON.parse(readFileSync(placeOf(dataDir), 'utf8')))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw new StartupError('restore.unfinished', `${placeOf(dataDir)} can't be read.`)
  }
}

/** Whether a restore has something left to do. */
export function isMarked(dataDir: string): boolean {
  return existsSync(placeOf(dataDir))
}

export function writeMark(dataDir: string, mark: RestoreMark): void {
  replaceFile(placeOf(dataDir), `${JSON.stringify(mark, null, 2)}\n`)
}

export function removeMark(dataDir: string): void {
  for (const file of [ledgerOfBackup(dataDir), outboxOfBackup(dataDir), placeOf(dataDir)]) rmSync(file, { force: true })
}
