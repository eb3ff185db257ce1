import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import PostalMime from 'postal-mime'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sampleMessage } from '../../../test/mail/sample-message.ts'
import { newId } from '../ids.ts'
import type { Outgoing } from './delivery.ts'
import { openOutbox } from './outbox.ts'

let folder: string
beforeEach(() => {
  folder = path.join(mkdtempSync(path.join(tmpdir(), 'samtale-outbox-')), 'outbox')
})
afterEach(() => rmSync(path.dirname(folder), { recursive: true, force: true }))

const never = new AbortController().signal

function outgoing(minute: number, record = newId()): Outgoing {
  const message = sampleMessage({ date: new Date(Date.UTC(2026, 5, 1, 9, minute)) })
  return { message, returnPath: null, kind: 'contact.reply', record }
}

test('a mail is a file that names when, what and about which record, and that only its owner reads', async () => {
  const mail = outgoing(5)
  await openOutbox(folder).deliver(mail, never)
  const [name = ''] = readdirSync(folder)
  expect(name).toBe(`20260601T090500000Z-contact.reply-${mail.record}-${mail.message.id.slice(-12)}.eml`)
  expect(await PostalMime.parse(readFileSync(path.join(folder, name)))).toMatchObject({ subject: 'Møtet på fredag' })
  expect([statSync(folder).mode & 0o777, statSync(path.join(folder, name)).mode & 0o777]).toEqual([0o700, 0o600])
})

test('a mail that is written again, after a crash, is one file', async () => {
  const mail = outgoing(5)
  await openOutbox(folder).deliver(mail, never)
  writeFileSync(path.join(folder, `${readdirSync(folder)[0]}.part`), 'half of')
  await openOutbox(folder).deliver(mail, never)
  expect(readdirSync(folder)).toHaveLength(1)
})

test('the newest mail is listed first, and nothing else that lies there', async () => {
  const outbox = openOutbox(folder)
  expect(await outbox.list()).toEqual([])
  const mails = [outgoing(2), outgoing(3), outgoing(1)]
  for (const mail of mails) await outbox.deliver(mail, never)
  writeFileSync(path.join(folder, 'notes.eml'), 'x')
  writeFileSync(path.join(folder, `${readdirSync(folder)[0]}.part`), 'x')
  const listed = (await outbox.list()).filter(({ finished }) => finished)
  expect(listed.map(({ queuedAt }) => queuedAt.getUTCMinutes())).toEqual([3, 2, 1])
  expect(listed[0]).toMatchObject({ kind: 'contact.reply', record: mails[1]?.record })
})

test('a mail is read by its name, and nothing beside the outbox is', async () => {
  const outbox = openOutbox(folder)
  await outbox.deliver(outgoing(1), never)
  const [file] = await outbox.list()
  expect((await outbox.read(file?.name ?? ''))?.toString()).toContain('Vi sees på fredag.')
  writeFileSync(path.join(folder, 'notes.eml'), 'x')
  for (const name of ['../secret', 'notes.eml', '', `../outbox/${file?.name}`, `${file?.name}\u0000`, '/etc/passwd']) {
    expect(await outbox.read(name)).toBeNull()
  }
  await outbox.remove(() => true)
  expect(await outbox.read(file?.name ?? '')).toBeNull()
})

test('what a record has in the outbox is removed, halves too, and what others have stays', async () => {
  const outbox = openOutbox(folder)
  const [gone, stays] = [newId(), newId()]
  await outbox.deliver(outgoing(1, gone), never)
  await outbox.deliver(outgoing(2, gone), never)
  writeFileSync(path.join(folder, `${(await outbox.list())[0]?.name}.part`), 'half of')
  await outbox.deliver(outgoing(3, stays), never)
  await outbox.remove(({ record }) => record === gone)
  expect(readdirSync(folder)).toEqual([expect.stringContaining(stays)])
})

test('a mail that was deleted while it was written is taken back', async () => {
  const outbox = openOutbox(folder)
  const mail = outgoing(1)
  await outbox.deliver(mail, never)
  await outbox.withdraw(mail)
  await outbox.withdraw(mail)
  expect(readdirSync(folder)).toEqual([])
})

test('an outbox that can’t be written is told by a code', async () => {
  writeFileSync(folder, 'a file where the folder should be')
  await expect(openOutbox(folder).deliver(outgoing(1), never)).rejects.toMatchObject({ code: 'mail.outbox-failed' })
  expect(existsSync(folder)).toBe(true)
})
