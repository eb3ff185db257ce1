import { accessSync, closeSync, constants, fstatSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import path from 'node:path'
import * as z from 'zod'
import { StartupError } from '../startup-error.ts'
import { clearUnfinished, codeOf, replaceFile } from './durable-file.ts'
import type { EpochKey, EpochKeys } from './epoch-keys.ts'

/** The file of epoch keys (`SAMTALE_KEK_FILE`). */
export interface KekFile {
  /** Null where there is none. @throws StartupError `keys.kek-exposed`, `keys.kek-invalid` */
  read(): EpochKeys | null
  /** Called under the key store's lock only. @throws StartupError `keys.kek-unwritable` */
  write(keys: EpochKeys): void
  /** Removes what a write that was cut short left. Under the lock too. @throws StartupError `keys.kek-unwritable` */
  clear(): void
}

const format = 'samtale epoch keys 1'
const key = z
  .base64url()
  .transform((text) => Buffer.from(text, 'base64url'))
  .refine(({ length }) => length === 32)
const time = z.iso.datetime().transform((text) => new Date(text))
const epochKey = z.strictObject({ number: z.int().positive(), key, madeAt: time })
const content = z
  .strictObject({
    format: z.literal(format),
    current: epochKey,
    previous: epochKey.nullable(),
    inUse: z.boolean(),
    pepper: key,
  })
  .refine(({ current, previous }) => previous === null || previous.number < current.number)
  .transform(({ current, previous, inUse, pepper }): EpochKeys => ({ current, previous, inUse, pepper }))

/** @throws StartupError `keys.kek-unwritable`: what can't be replaced can't be rotated. */
export function openKekFile(file: string): KekFile {
  const attempt = (action: () => void): void => {
    try {
      action()
    } catch (error) {
      throw new StartupError('keys.kek-unwritable', `${file} can't be replaced (${codeOf(error)}).`)
    }
  }
  attempt(() => {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
    accessSync(path.dirname(file), constants.W_OK)
  })
  return {
    read: () => readFile(file),
    write: (keys) => attempt(() => replaceFile(file, spell(keys))),
    clear: () => attempt(() => clearUnfinished(file)),
  }
}

function readFile(file: string): EpochKeys | null {
  try {
    // Another node may replace the file while it is read, and overwrites the old one; the second look finds the new.
    const keys = readOnce(file) ?? readOnce(file)
    if (keys === null) throw new StartupError('keys.kek-invalid', `${file} is damaged, or no file of epoch keys.`)
    return keys
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    if (error instanceof StartupError) throw error
    throw new StartupError('keys.kek-invalid', `${file} can't be read (${codeOf(error)}).`)
  }
}

function readOnce(file: string): EpochKeys | null {
  const opened = openSync(file, 'r')
  try {
    if ((fstatSync(opened).mode & 0o077) !== 0)
      throw new StartupError('keys.kek-exposed', `Others than its owner may open ${file}.`)
    return content.safeParse(parseJson(readFileSync(opened, 'utf8'))).data ?? null
  } finally {
    closeSync(opened)
  }
}

function spell({ current, previous, inUse, pepper }: EpochKeys): string {
  const epoch = (one: EpochKey) => ({ number: one.number, key: one.key.toString('base64url'), madeAt: one.madeAt })
  const epochs = { current: epoch(current), previous: previous && epoch(previous) }
  return `${JSON.stringify({ format, ...epochs, inUse, pepper: pepper.toString('base64url') }, null, 2)}\n`
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
