import { expect, test } from '../support/fixtures.ts'
import { HeadlessMember } from '../headless/group/member.ts'
import { secret } from '../support/server.ts'
import { enter, expectTogether, numberOf } from './company.ts'
import { startLiar } from './liar.ts'
import { lieAboutGhosts, ownDoor } from './lies-of-ghosts.ts'
import { lieToAHost } from './lies-of-hosting.ts'
import { lieAboutWords } from './lies-of-words.ts'
import { tell } from './tell.ts'

test('words and ghosts', async ({ server, person }) => {
  const room = 'words-and-ghosts'
  const liar = await startLiar(server.port)
  const [ana, bo] = [await person('Ana'), await person('Bo')]
  await enter(ana, liar, `${room}#${secret}`)
  const { lies, read } = await ownDoor()
  await tell('door-swapped', async () => void (liar.lies = lies))
  await enter(bo, liar, `${room}#${secret}`)
  await expectTogether(ana, bo)
  await tell('door-swapped', async (gotThrough) => {
    expect(read.join(), gotThrough).not.toContain('Bo')
    expect(read).toHaveLength(1)
  })
  liar.lies = {}
  const cy = new HeadlessMember(liar.wsUrl('Cy'), { name: 'Cy', room, secret })
  await expect.poll(() => cy.people).toEqual(['Ana', 'Bo'])
  await lieAboutWords({ liar, writer: ana, reader: bo, other: { name: 'Cy', leaf: 2, id: cy.id } })
  cy.leave()
  await expect(ana.page.locator('.tile')).toHaveCount(2)
  await lieAboutGhosts({ liar, room, secret, people: [ana, bo] })
  expect([...ana.problems, ...bo.problems]).toEqual([])
  liar.close()
})

test('a host, her lock and her guests', async ({ server, person }) => {
  const room = 'hosted'
  const liar = await startLiar(server.port)
  const ana = await person('Ana')
  await enter(ana, liar, `${room}#${secret}`)
  const guest = async (name: string, others: string[]) => {
    const one = new HeadlessMember(liar.wsUrl(name), { name, room, secret })
    await expect.poll(() => one.people).toEqual(others)
    return one
  }
  const bo = await guest('Bo', ['Ana'])
  const cy = await guest('Cy', ['Ana', 'Bo'])
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
