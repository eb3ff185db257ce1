import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { configIn, serve } from '../../../test/backup/installation.ts'
import { backup, erase, hasBegun, killWhen, people, restart, restoring, write } from '../../../test/backup/deeds.ts'
import { installationPlaces } from '../../../test/backup/places.ts'
import { openBackup } from './manifest.ts'

const out = mkdtempSync(path.join(tmpdir(), 'samtale-backups-'))
afterAll(() => rmSync(out, { recursive: true, force: true }))
const hour = 3_600_000
const bothMs = 180_000

let backups = 0
function newFile(kind = 'backup'): string {
  backups += 1
  return path.join(out, `${backups}.${kind}`)
}

const places = await installationPlaces()
/** Where it makes no difference, on the engine that is quicker to start. */
const [, newConfig = expect.fail()] = places.at(-1) ?? []

describe.each(places)('an installation, its database %s', (engine, newConfigHere) => {
  test(
    'rows P01, L10: who was erased after a backup stays erased when it is restored, and everybody else comes back',
    { timeout: bothMs },
    async () => {
      let server = await serve(await newConfigHere())
      for (const name of ['anna', 'bo', 'cecilie']) await write(server, name)
      const file = newFile()
      const told = await backup(server, file)
      expect(told).toMatchObject({ file, keys: null, warnings: [] })
      expect(statSync(file).mode & 0o777).toBe(0o600)
      await erase(server, 'bo')
      await write(server, 'dag')
      const { config, clock, lines } = server
      await server.close()

      await expect(restoring(config, file)).rejects.toMatchObject({ code: 'restore.not-empty' })
      expect(await restoring(config, file, '--replace')).toMatchObject({ ledger: 'found' })
      server = await serve(config, { clock, lines })
      expect(server.installation.work.ledger).toBe('replayed')
      expect(await people(server)).toEqual(['anna', 'cecilie'])
      // The restore is written down, and done with.
      expect(readFileSync(path.join(config.dataDir, 'ledger'), 'utf8')).toContain('"kind":"restored"')
      expect(readdirSync(config.dataDir).filter((name) => name.startsWith('restore'))).toEqual([])
      server = await restart(server)
      expect(await people(server)).toEqual(['anna', 'cecilie'])
      await write(server, 'erik')
      expect(await people(server)).toEqual(['anna', 'cecilie', 'erik'])
      await server.close()
    },
  )

  test(
    'a restore that is cut short at any step leaves what was there, or what refuses to start',
    { timeout: bothMs },
    async () => {
      const server = await serve(await newConfigHere())
      await write(server, 'anna')
      const file = newFile()
      await backup(server, file)
      await write(server, 'bo')
      const { config, clock, lines } = server
      await server.close()
      // As if it had been killed right after its first mark.
      await restoring(config, file, '--replace')
      const mark = path.join(config.dataDir, 'restore.json')
      writeFileSync(mark, readFileSync(mark, 'utf8').replace('"placed"', '"begun"'))
      await expect(serve(config, { clock, lines })).rejects.toMatchObject({ code: 'restore.unfinished' })
      writeFileSync(mark, '{"state": "beg')
      await expect(serve(config, { clock, lines })).rejects.toMatchObject({ code: 'restore.unfinished' })
      await restoring(config, file, '--replace')
      const again = await serve(config, { clock, lines })
      expect(await people(again)).toEqual(['anna'])
      await again.close()
    },
  )

  test(
    'a restore that is killed while the database is put in place leaves the one or the other, or what refuses to start',
    { timeout: bothMs },
    async () => {
      const server = await serve(await newConfigHere())
      await write(server, 'anna')
      const file = newFile()
      await backup(server, file)
      await write(server, 'bo')
      const { config, clock, lines } = server
      await server.close()
      for (const sign of engine === 'embedded' ? ['"begun"'] : ['"begun"', '"state"', '"placed"']) {
        await killWhen(config, ['restore', file, '--replace'], () => hasBegun(config, sign))
        const found = await serve(config, { clock, lines }).catch((error: Error) => error)
        if (found instanceof Error) expect(found).toMatchObject({ code: 'restore.unfinished' })
        else {
          expect([['anna', 'bo'], ['anna']]).toContainEqual(await people(found))
          await found.close()
        }
      }
      await restoring(config, file, '--replace')
      const again = await serve(config, { clock, lines })
      expect(await people(again)).toEqual(['anna'])
      await again.close()
      // A backup that is killed leaves no file that looks whole.
      const cut = newFile()
      await killWhen(config, ['backup', '--out', cut], () => existsSync(`${cut}.part`))
      if (existsSync(cut)) expect((await openBackup(cut))?.manifest.holds).toBe('data')
      else expect(await openBackup(`${cut}.part`)).toBeNull()
    },
  )

  test(
    'what is no whole backup of this installation is refused, and nothing is changed',
    { timeout: bothMs },
    async () => {
      const server = await serve(await newConfigHere())
      await write(server, 'anna')
      const file = newFile()
      await backup(server, file)
      const { config, clock, lines } = server
      await expect(restoring(config, file, '--replace')).rejects.toMatchObject({ code: 'restore.running' })
      await server.close()
      const bytes = readFileSync(file)
      const broken = newFile()
      const change = (at: number): Buffer =>
        Buffer.concat([bytes.subarray(0, at), Buffer.from([(bytes[at] ?? 0) ^ 1]), bytes.subarray(at + 1)])
      for (const [content, code] of [
        [bytes.subarray(0, bytes.length - 1_025), 'restore.damaged'],
        [Buffer.from('no backup'), 'restore.damaged'],
        [change(2_000), 'restore.damaged'],
        [
          Buffer.from(bytes.toString('latin1').replace('"takenAt": "2026', '"takenAt": "2025'), 'latin1'),
          'restore.foreign',
        ],
      ] as const) {
        writeFileSync(broken, content)
        await expect(restoring(config, broken, '--replace')).rejects.toMatchObject({ code })
      }
      await expect(restoring(config, newFile(), '--replace')).rejects.toMatchObject({ code: 'restore.damaged' })
      await expect(restoring(configIn(mkdtempSync(path.join(out, 'new-'))), file)).rejects.toMatchObject({
        code: 'restore.keys-missing',
      })
      await expect(restoring(config)).rejects.toMatchObject({ code: 'restore.nothing' })
      const again = await serve(config, { clock, lines })
      expect(await people(again)).toEqual(['anna'])
      await again.close()
    },
  )

  test(
    'a backup isn’t written into the data folder, over another file, or where nothing is',
    { timeout: bothMs },
    async () => {
      const server = await serve(await newConfigHere())
      const { dataDir } = server.config
      const link = path.join(out, `link-${engine}`)
      symlinkSync(dataDir, link)
      for (const inside of [
        dataDir,
        path.join(dataDir, 'x.backup'),
        path.join(dataDir, 'db', 'x'),
        path.join(link, 'x'),
      ])
        await expect(backup(server, inside)).rejects.toMatchObject({
          code: expect.stringMatching(/^backup\.destination/),
        })
      await expect(backup(server, path.join(link, 'x'))).rejects.toMatchObject({ code: 'backup.destination-inside' })
      const taken = newFile()
      writeFileSync(taken, 'mine')
      await expect(backup(server, taken)).rejects.toMatchObject({ code: 'backup.destination-taken' })
      await expect(backup(server, path.join(out, 'no', 'where'))).rejects.toMatchObject({
        code: 'backup.destination-unwritable',
      })
      const one = newFile()
      await expect(backup(server, one, one)).rejects.toMatchObject({ code: 'backup.destination-taken' })
      expect(existsSync(one)).toBe(false)
      await server.close()
    },
  )
})

test('mail that waited in a backup reaches nobody, least of all who was erased', { timeout: bothMs }, async () => {
  const server = await serve(await newConfig())
  await write(server, 'anna')
  await write(server, 'bo')
  const file = newFile()
  await backup(server, file)
  await erase(server, 'bo')
  const { config, clock, lines } = server
  await server.close()
  await restoring(config, file, '--replace')
  const again = await serve(config, { clock, lines })
  const { database, outbox, runDue } = again.installation.work
  await runDue()
  expect(await outbox.list()).toEqual([])
  const mails = await database.for('service-notice').selectFrom('mail').select(['address', 'error_code']).execute()
  expect(mails).toEqual([{ address: null, error_code: 'mail.expired' }])
  await again.close()
})

test(
  'files of the outbox are in a backup, sealed, and come back for those who are there',
  { timeout: bothMs },
  async () => {
    const server = await serve(await newConfig())
    await write(server, 'anna')
    await write(server, 'bo')
    await server.installation.work.runDue()
    const [before] = [(await server.installation.work.outbox.list()).length]
    const file = newFile()
    await backup(server, file)
    expect(readFileSync(file).includes('people.example')).toBe(false)
    await erase(server, 'bo')
    const { config, clock, lines } = server
    await server.close()
    rmSync(path.join(config.dataDir, 'outbox'), { recursive: true })
    await restoring(config, file, '--replace')
    const again = await serve(config, { clock, lines })
    const files = await again.installation.work.outbox.list()
    expect(files.length).toBe(before / 2)
    const texts = await Promise.all(
      files.map(async ({ name }) => String(await again.installation.work.outbox.read(name))),
    )
    expect(texts.every((text) => text.includes('anna@people.example'))).toBe(true)
    await again.close()
  },
)

test(
  'without a copy of the ledger nothing starts until the operator says so, and that is entered',
  { timeout: bothMs },
  async () => {
    const server = await serve(await newConfig())
    await write(server, 'anna')
    await write(server, 'bo')
    await erase(server, 'anna')
    const file = newFile()
    await backup(server, file)
    const { config, clock, lines } = server
    await erase(server, 'bo')
    await server.close()
    const ledger = path.join(config.dataDir, 'ledger')
    const kept = newFile('ledger')
    copyFileSync(ledger, kept)
    rmSync(ledger)
    expect(await restoring(config, file, '--replace')).toMatchObject({ ledger: 'missing' })
    await expect(serve(config, { clock, lines })).rejects.toMatchObject({ code: 'restore.ledger-missing' })
    expect(await restoring(config)).toMatchObject({ ledger: 'missing' })
    // Found after all.
    expect(await restoring(config, '--ledger', kept)).toMatchObject({ ledger: 'found' })
    const found = await serve(config, { clock, lines })
    expect(await people(found)).toEqual([])
    await found.close()

    // Lost for good.
    rmSync(ledger)
    expect(await restoring(config, file, '--replace', '--accept-ledger-as-is')).toMatchObject({
      ledger: 'accepted-as-is',
    })
    const accepted = await serve(config, { clock, lines })
    expect(accepted.installation.work.ledger).toBe('accepted-as-is')
    expect(readFileSync(ledger, 'utf8')).toContain('"outcome":"accepted-as-is"')
    await accepted.close()
  },
)

test('a ledger that was cut or is another’s is refused', { timeout: bothMs }, async () => {
  const server = await serve(await newConfig())
  await write(server, 'anna')
  await write(server, 'bo')
  await erase(server, 'anna')
  const file = newFile()
  await backup(server, file)
  await erase(server, 'bo')
  const { config } = server
  await server.close()
  const ledger = path.join(config.dataDir, 'ledger')
  const [lines, short] = [readFileSync(ledger, 'utf8').split('\n'), newFile('ledger')]
  writeFileSync(short, `${lines[0]}\n`)
  await expect(restoring(config, file, '--replace', '--ledger', short)).rejects.toMatchObject({
    code: 'restore.ledger-wrong',
  })
  writeFileSync(short, lines.join('\n').replace('"at":"2026', '"at":"2027'))
  await expect(restoring(config, file, '--replace', '--ledger', short)).rejects.toMatchObject({
    code: 'restore.ledger-wrong',
  })
  // The one that survived is cut: what was done since isn't in it.
  writeFileSync(ledger, `${lines[0]}\n`)
  expect(await restoring(config, file, '--replace')).toMatchObject({ ledger: 'missing' })
})

test(
  'keys are backed up apart; those that were destroyed since don’t stay when they come back',
  { timeout: bothMs },
  async () => {
    const server = await serve(await newConfig())
    await write(server, 'anna')
    await write(server, 'bo')
    const [file, keys] = [newFile(), newFile('keys')]
    const told = await backup(server, file, keys)
    expect(told.keys).toMatchObject({ file: keys, keepUntil: '2026-06-15T09:02:00.000Z' })
    expect(told.warnings).toEqual([expect.stringContaining('beside the data')])
    await erase(server, 'bo')
    const before = await server.installation.work.seals.copyKeys()
    const { config, clock, lines } = server
    clock.advance(2 * hour)
    await server.close()
    rmSync(path.join(config.keysFolder, 'data-keys.sqlite'))
    expect(await restoring(config, file, '--keys', keys, '--replace')).toMatchObject({ ledger: 'found' })
    const again = await serve(config, { clock, lines })
    expect(await people(again)).toEqual(['anna'])
    const after = await again.installation.work.seals.copyKeys()
    const names = ({ keys: all }: typeof after) => all.map(({ record, category }) => `${record} ${category}`).toSorted()
    expect(names(after)).toEqual(names(before))
    await again.close()
  },
)

test('copies of keys that should be gone are told of', { timeout: bothMs }, async () => {
  const folder = mkdtempSync(path.join(out, 'old-'))
  const server = await serve(await newConfig())
  await write(server, 'anna')
  const first = await backup(server, folder, folder)
  server.clock.advance(15 * 24 * hour)
  const second = await backup(server, folder, folder)
  expect(second.warnings).toEqual([
    expect.stringContaining('beside the data'),
    `${first.keys?.file} is a copy of the keys that should be gone by now. Delete it.`,
  ])
  expect(path.basename(first.file)).toMatch(/\.backup$/)
  expect(path.basename(first.keys?.file ?? '')).toBe('samtale-20260601T090100Z.keys')
  await server.close()
})

test('a backup of one engine isn’t restored on the other', { timeout: bothMs }, async () => {
  const server = await serve(await newConfig())
  const file = newFile()
  await backup(server, file)
  await server.close()
  const databaseUrl = server.config.databaseUrl === null ? 'postgres:///nowhere' : null
  const other = { ...server.config, databaseUrl }
  await expect(restoring(other, file, '--replace')).rejects.toMatchObject({ code: 'restore.other-engine' })
})
