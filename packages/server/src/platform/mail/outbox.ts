import { randomBytes } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { reveal } from '../personal.ts'
import type { Sms } from '../sms/gateway.ts'
import { composeMail } from './compose.ts'
import { DeliveryFailed, type Delivery, type Outgoing } from './delivery.ts'

/** A mail in the outbox, as its file's name tells it. */
export interface OutboxFile {
  readonly name: string
  /** False where it is being written, or was when the process ended. */
  readonly finished: boolean
  readonly queuedAt: Date
  readonly kind: string
  readonly record: string
}

/** Mail as files, for an installation without a mail server: to try Samtale out, and for tests. */
export interface Outbox extends Delivery {
  /** Newest first. */
  list(): Promise<OutboxFile[]>
  /** The file of a name that `list` gave, or null where there is none. */
  read(name: string): Promise<Buffer | null>
  /** Keeps a text message, which lies among the mails and goes like them. */
  keepSms(sms: Sms, at: Date): Promise<void>
  /** Deletes whatever the outbox has of these files, unfinished ones too. */
  remove(which: (file: OutboxFile) => boolean): Promise<void>
}

const unfinished = '.part'
const fileName =
  /^(\d{8}T\d{9}Z)-([a-z][a-z0-9.-]{0,63})-([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})-[\da-f]{12}\.(?:eml|sms\.txt)$/

/** The outbox of a folder, which is made when the first mail comes. Nobody but this account can look inside. */
export function openOutbox(folder: string): Outbox {
  const names = () =>
    readdir(folder).catch((error: unknown) => (codeOf(error) === 'ENOENT' ? [] : Promise.reject(error)))
  return {
    deliver: async (mail) => {
      const raw = await composeMail(mail.message, { readable: true })
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 })
        await writeWhole(folder, nameOf(mail), raw)
      } catch {
        throw new DeliveryFailed('mail.outbox-failed')
      }
    },
    withdraw: async (mail) => {
      for (const name of [nameOf(mail), nameOf(mail) + unfinished]) await rm(path.join(folder, name), { force: true })
    },
    keepSms: async ({ to, text, kind, record }, at) => {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const name = `${timeOf(at)}-${kind}-${record}-${randomBytes(6).toString('hex')}.sms.txt`
      // Read like a mail (RFC 5322).
      const head = `To: ${reveal(to)} <${reveal(to)}@sms.invalid>\nDate: ${at.toUTCString()}\nSubject: SMS`
      await writeWhole(
        folder,
        name,
        Buffer.from(`${head}\nContent-Type: text/plain; charset=utf-8\n\n${reveal(text)}\n`),
      )
    },
    list: async () => {
      const files = (await names()).flatMap((name) => parse(name) ?? [])
      return files.sort((a, b) => (a.name < b.name ? 1 : -1))
    },
    read: async (name) => {
      if (parse(name)?.finished !== true) return null
      return readFile(path.join(folder, name)).catch((error: unknown) =>
        codeOf(error) === 'ENOENT' ? null : Promise.reject(error),
      )
    },
    remove: async (which) => {
      for (const file of (await names()).flatMap((name) => parse(name) ?? []).filter(which)) {
        await rm(path.join(folder, file.name), { force: true })
      }
    },
  }
}

/** The same for the same mail, so that an attempt after a crash writes no second file. */
function nameOf({ message, kind, record }: Outgoing): string {
  return `${timeOf(message.date)}-${kind}-${record}-${message.id.slice(-12)}.eml`
}

function timeOf(at: Date): string {
  return at.toISOString().replace(/[-:.]/g, '')
}

function parse(name: string): OutboxFile | null {
  const finished = !name.endsWith(unfinished)
  const [, time, kind, record] = fileName.exec(finished ? name : name.slice(0, -unfinished.length)) ?? []
  if (time === undefined || kind === undefined || record === undefined) return null
  const iso = time.replace(/^(....)(..)(..)T(..)(..)(..)(...)Z$/, '$1-$2-$3T$4:$5:$6.$7Z')
  return { name, finished, queuedAt: new Date(iso), kind, record }
}

// Written beside and moved, on the disk before it is: nobody reads half a mail, and none is lost.
async function writeWhole(folder: string, name: string, content: Buffer): Promise<void> {
  const beside = path.join(folder, name + unfinished)
  const file = await open(beside, 'w', 0o600)
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(beside, path.join(folder, name))
  const directory = await open(folder, 'r')
  try {
    await directory.sync()
  } finally {
    await directory.close()
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : null
}
