import { protocolVersion } from '@samtale/protocol'
import { test } from '../support/fixtures.ts'
import type { Person } from '../support/person.ts'
import { HeadlessMember } from '../headless/group/member.ts'
import { secret } from '../support/server.ts'
import { alertsOf, comes, comesToTheDoor, encrypted, enter, expectTogether, numberOf } from './company.ts'
import { startLiar } from './liar.ts'
import { lieAboutGhosts, lieAboutWhoIsThere, lieWithOldWords, ownDoor } from './lies-of-ghosts.ts'
import { lieToAHost } from './lies-of-hosting.ts'
import { lieAboutTracks, lieBetweenBrowsers, watchConnections } from './lies-of-media.ts'
import { lieAboutWords } from './lies-of-words.ts'
import { expect } from './patience.ts'
import { tell } from './tell.ts'

/** Many lies are told in one call. */
test.setTimeout(900_000)

test('words and ghosts', async ({ server, person }) => {
  const room = 'words-and-ghosts'
  const liar = await startLiar(server.port)
  const [ana, bo] = [await person('Ana'), await person('Bo')]
  await tell('switch-invented', async () => {
    const off = { encryption: 'off', encrypted: false, e2ee: false, keys: null }
    liar.lies = { answer: (answer) => ({ ...answer, ...off, ok: { ...(answer['ok'] as object), ...off } }) }
  })
  await enter(ana, liar, `${room}#${secret}`)
  liar.lies = {}
  await tell('version-lowered', async (gotThrough) => {
    liar.lies = {
      request(message, line) {
        if (message['type'] !== 'join') return [message]
        line.refuse(message, 'protocol.version')
        return []
      },
    }
    await comesToTheDoor(bo, liar, `${room}#${secret}`)
    await expect(bo.page.getByRole('heading', { name: 'The server has been updated' })).toBeVisible()
    const versions = liar.lines.flatMap(({ asked }) => asked).flatMap(({ version }) => version ?? [])
    expect([...new Set(versions)], gotThrough).toEqual([protocolVersion])
  })
  const { lies, read } = await ownDoor()
  await tell('door-swapped', async () => void (liar.lies = lies))
  await enter(bo, liar, `${room}#${secret}`)
  await expectTogether(ana, bo)
  await tell('door-swapped', async (gotThrough) => {
    expect(read.join(), gotThrough).not.toContain('Bo')
    expect(read).toHaveLength(1)
  })
  liar.lies = {}
  const cy = await comes(liar, { name: 'Cy', room, secret }, ['Ana', 'Bo'])
  await lieAboutWords({ liar, writer: ana, reader: bo, other: { name: 'Cy', leaf: 2, id: cy.id } })
  await lieAboutWhoIsThere({ liar, room, secret, people: [ana, bo] }, cy)
  cy.leave()
  await expect(ana.page.locator('.tile')).toHaveCount(2)
  await lieAboutGhosts({ liar, room, secret, people: [ana, bo] })
  await lieWithOldWords({ liar, room, secret, people: [ana, bo] })
  expect([...ana.problems, ...bo.problems]).toEqual([])
  liar.close()
})

test('a host, her lock and her guests', async ({ server, person }) => {
  const room = 'hosted'
  const liar = await startLiar(server.port)
  const ana = await person('Ana')
  await enter(ana, liar, `${room}#${secret}`)
  const bo = await comes(liar, { name: 'Bo', room, secret }, ['Ana'])
  const cy = await comes(liar, { name: 'Cy', room, secret }, ['Ana', 'Bo'])
  await expect(ana.tile('Cy')).toBeVisible()
  await lieToAHost({ liar, room, secret, host: ana, guests: [bo, cy] })
  for (const one of [bo, cy]) one.leave()
  expect(ana.problems).toEqual([])
  liar.close()
})

test('somebody in between, where the link has no secret', async ({ server, person }) => {
  const room = 'in-between'
  const liar = await startLiar(server.port)
  const [ana, bo] = [await person('Ana'), await person('Bo')]
  await tell('welcome-kept-back', async (gotThrough) => {
    await enter(ana, liar, 'kept-out')
    liar.lies = { event: (event) => (event.type === 'group.welcome' ? [] : [event]) }
    await enter(bo, liar, 'kept-out')
    const alert = async () => (await alertsOf(bo)).join()
    await expect.poll(alert, { message: gotThrough }).toContain('could not be agreed on')
    expect(await encrypted(ana, 'Bo'), gotThrough).toBe(false)
    liar.lies = {}
    await expectTogether(ana, bo)
    for (const one of [ana, bo]) await one.page.goto('about:blank')
  })
  // Who is on Bo’s side is in another meeting of the real server, and doesn’t know.
  const otherSide = new Set(['Bo', 'ghostOfAna'])
  liar.lies = {
    request: (message, { name }) => [
      message['type'] === 'join' && otherSide.has(name) ? { ...message, room: `${room}-2` } : message,
    ],
  }
  await tell('in-between', async (gotThrough) => {
    await Promise.all([enter(ana, liar, room), enter(bo, liar, room)])
    const ghosts = [
      new HeadlessMember(liar.wsUrl('ghostOfBo'), { name: 'Bo', room, secret: null }),
      new HeadlessMember(liar.wsUrl('ghostOfAna'), { name: 'Ana', room, secret: null }),
    ]
    await expect(ana.tile('Bo')).toBeVisible()
    await expect(bo.tile('Ana')).toBeVisible()
    await expect.poll(() => ghosts.map(({ people }) => people)).toEqual([['Ana'], ['Bo']])
    const [one, other] = [await numberOf(ana), await numberOf(bo)]
    expect(one.digits).toMatch(/^\d{5}/)
    expect(one.digits, gotThrough).not.toBe(other.digits)
    for (const ghost of ghosts) ghost.leave()
  })
  liar.close()
})

test('pictures, from browser to browser and through the router', async ({ server, person }) => {
  await server.routerReady()
  const room = 'filmed'
  const liar = await startLiar(server.port)
  const people = [await person('Ana'), await person('Bo'), await person('Cy')] as [Person, Person, Person]
  const [ana, bo, cy] = people
  await watchConnections(cy)
  for (const one of [ana, bo]) await enter(one, liar, `${room}#${secret}`)
  await expectTogether(ana, bo)
  await tell('settled-kept-back', async () => {
    liar.lies = { event: (event) => (event.type === 'group.settled' ? [] : [event]) }
  })
  await enter(cy, liar, `${room}#${secret}`)
  await tell('settled-kept-back', async (gotThrough) => {
    await expect.poll(() => encrypted(cy, 'Ana'), { message: gotThrough, timeout: 40_000 }).toBe(true)
  })
  liar.lies = {}
  await expectTogether(...people)
  await lieBetweenBrowsers({ liar, room, secret, people })
  await tell('path-changed', async (gotThrough) => {
    await liar.line('Ana').ask('direct.failed', { participantId: liar.line('Bo').id })
    await expect(ana.page.getByRole('button', { name: /^Through the router/ })).toBeVisible()
    await expectTogether(ana, bo)
    expect(await ana.page.getByText('Can’t be decrypted').count(), gotThrough).toBe(0)
  })
  await lieAboutTracks({ liar, room, secret, people })
  liar.close()
})
