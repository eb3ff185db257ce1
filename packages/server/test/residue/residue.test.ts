import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { restoreInstallation } from '../../src/app/backup.ts'
import type { Config } from '../../src/platform/config/config.ts'
import { Personal, reveal } from '../../src/platform/personal.ts'
import { configIn, newEmbeddedFolder, serve, type ServedInstallation } from '../backup/installation.ts'
import { asAddress } from '../backup/places.ts'
import { once, startPostgres } from '../db/postgres.ts'
import type { Certificate } from '../../src/features/erasure/index.ts'
import { keptOf, sealedCellsOf, stillOpen } from './cells.ts'
import { act, newPerson, newToken, story, type Person } from './people.ts'
import { dumpsOf, type Leak, plantLeak, serverPlaces, statisticsOf } from './places.ts'
import { Search, type Hit } from './search.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'samtale-residue-'))
const postgres = await startPostgres({
  settings: ['logging_collector=on', 'log_directory=log', 'log_min_messages=info', 'autovacuum_naptime=1s'],
})
afterAll(async () => {
  await postgres?.stop()
  rmSync(folder, { recursive: true, force: true })
})

const runs = Number(process.env['RESIDUE_RUNS'] ?? 3)
const manyMs = 60_000 + runs * 60_000

interface Lived {
  readonly server: ServedInstallation
  readonly people: readonly Person[]
  /** Taken before anybody was erased. */
  readonly backup: string
  /** The address of the database; null for the embedded one. */
  readonly url: string | null
}

/** An installation in which three people did what the story says, with a backup of it. */
async function live(
  config: Config,
  deeds: readonly { who: number; does: Parameters<typeof act>[2] }[],
): Promise<Lived> {
  const server = await serve(config)
  const people = [newPerson(), newPerson(), newPerson()]
  const url = config.databaseUrl
  const breakWriting = () => breakTable(url)
  const world = { server, people, breakWriting }
  for (const who of people.keys()) await act(world, who, 'write')
  for (const { who, does } of deeds) await act(world, who, does)
  const { file } = await server.installation.features.forCommands.backups.take({
    out: mkdtempSync(path.join(folder, 'backup-')),
  })
  return { server, people, backup: file, url }
}

/** What comes into the table is refused, which PostgreSQL writes into its log with the row. */
async function breakTable(url: string | null): Promise<() => Promise<void>> {
  if (url === null) return async () => {}
  await once(url, 'alter table ticket_message add constraint planted check (false) not valid')
  await once(url, 'alter table newsletter_entry add constraint planted check (false) not valid')
  return async () => {
    await once(url, 'alter table ticket_message drop constraint planted')
    await once(url, 'alter table newsletter_entry drop constraint planted')
  }
}

async function subjectOf({ installation }: ServedInstallation, { address }: Person): Promise<string> {
  const { recordDesk } = installation.features.forCommands
  const subject = await recordDesk.subjectOf(new Personal('correspondence', address))
  return subject ?? expect.fail('Nobody has this address.')
}

async function erase(server: ServedInstallation, person: Person): Promise<Certificate> {
  const { erasures } = server.installation.features.forCommands
  return erasures.erase(await subjectOf(server, person), { language: 'nb', at: server.clock.now() })
}

/** What is kept outside the database: the folder of the installation, the log, the backup. */
function filesOf({ server, backup }: Lived, search: Search): Hit[] {
  const { dataDir } = server.config
  return [
    ...search.folder(dataDir),
    ...search.text('our log', server.lines.join('\n')),
    ...search.bytes('the backup', readFileSync(backup)),
  ]
}

/** Every letter that was taken is still to be read. */
async function expectReadable({ installation }: ServedInstallation, people: readonly Person[]): Promise<void> {
  const { tickets } = installation.features.forCommands
  const all = (await tickets?.list(null, 1_000)) ?? []
  const threads = await Promise.all(all.map(async ({ number }) => tickets?.show(number)))
  const texts = threads.flatMap((thread) => thread?.messages.map(({ body }) => reveal(body)) ?? []).join('\n')
  expect(people.flatMap(({ letters }) => letters).filter((letter) => !texts.includes(letter))).toEqual([])
}

/** What somebody else is given of what is kept about them. */
async function exportsOf({ installation, clock }: ServedInstallation, people: readonly Person[]): Promise<Buffer[]> {
  const { exports } = installation.features.forCommands
  const packed: Buffer[] = []
  for (const { address } of people) {
    const own = new Personal('correspondence', address)
    const subject = await exports.subjectOf(own)
    const pieces: Uint8Array[] = []
    for await (const piece of exports.pack(subject, {
      language: 'en',
      what: 'everything',
      at: clock.now(),
      address: own,
    }))
      pieces.push(piece)
    packed.push(Buffer.concat(pieces))
  }
  return packed
}

const inOutbox = ({ where }: Hit): boolean => where.includes('/outbox/')

test.runIf(postgres !== null)(
  'rows P01, L10: on a PostgreSQL server, nothing that an erased person ever gave is left anywhere, nor in a restored backup',
  { timeout: manyMs },
  async () => {
    await fc.assert(
      fc.asyncProperty(story, async (deeds) => {
        const url = (await postgres?.createDatabase()) ?? ''
        const config = configIn(mkdtempSync(path.join(folder, 'data-')), { DATABASE_URL: asAddress(url) })
        const lived = await live(config, deeds)
        const { server, people } = lived
        const [gone, ...others] = people
        if (gone === undefined) throw new Error('Nobody is there.')
        const everybody = new Search(people.flatMap(({ values }) => values))
        const erased = new Search(gone.values)

        // The search finds them where they are.
        expect(
          new Set(
            filesOf(lived, everybody)
              .filter(inOutbox)
              .map(({ value }) => value),
          ).size,
        ).toBeGreaterThanOrEqual(3)
        const cells = await sealedCellsOf(url, await subjectOf(server, gone))
        const certificate = await erase(server, gone)
        const kept = keptOf(cells, certificate)
        expect(cells.length).toBeGreaterThan(kept.size)
        expect(await stillOpen(cells, server.installation.work.seals)).toEqual(kept)
        await once(url, 'checkpoint')
        // No value of anybody lies in plain, but in the mails that an installation without a mail server writes.
        const there = [
          ...serverPlaces(postgres, everybody),
          ...(await dumpsOf(url, everybody)),
          ...(await statisticsOf(url, everybody)),
        ]
        expect(there).toEqual([])
        expect(filesOf(lived, everybody).filter((hit) => !inOutbox(hit))).toEqual([])
        expect(filesOf(lived, erased)).toEqual([])
        for (const one of await exportsOf(server, others)) expect(erased.bytes('an export', one)).toEqual([])
        await expectReadable(server, others)

        // The backup of before, put in the place of all this.
        await server.close()
        await restoreInstallation(config, ['restore', lived.backup, '--replace'], server.clock.now())
        const again = await serve(config, { clock: server.clock, lines: server.lines })
        await again.installation.work.runDue()
        await once(url, 'checkpoint')
        const restored = { ...lived, server: again }
        expect([...serverPlaces(postgres, everybody), ...(await dumpsOf(url, everybody))]).toEqual([])
        expect(filesOf(restored, erased)).toEqual([])
        for (const one of await exportsOf(again, others)) expect(erased.bytes('an export', one)).toEqual([])
        await expectReadable(again, others)
        expect(await stillOpen(cells, again.installation.work.seals)).toEqual(kept)
        await again.close()
      }),
      { numRuns: runs, endOnFailure: true },
    )
  },
)

test('the same of the folder of the embedded database', { timeout: manyMs }, async () => {
  const migrated = await newEmbeddedFolder(folder)
  await fc.assert(
    fc.asyncProperty(story, async (deeds) => {
      const dataDir = mkdtempSync(path.join(folder, 'embedded-'))
      cpSync(migrated, dataDir, { recursive: true })
      const config = configIn(dataDir)
      const lived = await live(config, deeds)
      const { server, people } = lived
      const [gone, ...others] = people
      if (gone === undefined) throw new Error('Nobody is there.')
      const everybody = new Search(people.flatMap(({ values }) => values))
      const erased = new Search(gone.values)
      await erase(server, gone)
      expect(filesOf(lived, everybody).filter((hit) => !inOutbox(hit))).toEqual([])
      expect(filesOf(lived, erased)).toEqual([])
      await expectReadable(server, others)
      await server.close()
      await restoreInstallation(config, ['restore', lived.backup, '--replace'], server.clock.now())
      const again = await serve(config, { clock: server.clock, lines: server.lines })
      expect(filesOf({ ...lived, server: again }, everybody).filter((hit) => !inOutbox(hit))).toEqual([])
      expect(filesOf({ ...lived, server: again }, erased)).toEqual([])
      await expectReadable(again, others)
      await again.close()
    }),
    { numRuns: Math.ceil(runs / 3), endOnFailure: true },
  )
})

const leaks: Leak[] = [
  'row',
  'deleted row',
  'toast',
  'statistics',
  'server log',
  'our log',
  'outbox',
  'file',
  'backup',
  'key store',
  'job',
]

test.runIf(postgres !== null)('every leak that is planted is found', { timeout: manyMs }, async () => {
  const url = (await postgres?.createDatabase()) ?? ''
  const config = configIn(mkdtempSync(path.join(folder, 'leak-')), { DATABASE_URL: asAddress(url) })
  const lived = await live(config, [])
  const planted = new Map(leaks.map((leak) => [newToken(), leak]))
  for (const [value, leak] of planted) await plantLeak(leak, { ...lived, value })
  await once(url, 'checkpoint')
  const search = new Search([...planted.keys()])
  const found = [
    ...serverPlaces(postgres, search),
    ...(await dumpsOf(url, search)),
    ...(await statisticsOf(url, search)),
    ...filesOf(lived, search),
  ]
  expect(new Set(found.map(({ value }) => planted.get(value)))).toEqual(new Set(leaks))
  await lived.server.close()
})
