import { limits } from '@samtale/protocol'
import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { agree } from '../../../packages/client/src/group/fake-room.ts'
import { WireWorld, type WireVisitor } from './wire-world.ts'

const worlds: WireWorld[] = []
async function start(...names: string[]): Promise<WireWorld> {
  const world = await WireWorld.start('AAECAwQFBgcICQoLDA0ODw')
  worlds.push(world)
  for (const name of names) await world.come(name)
  await world.calm()
  return world
}
afterEach(async () => {
  for (const world of worlds.splice(0)) await world.stop()
})

/** Everybody who is there is in one group, with one number, and the server has nobody else. */
async function expectTogether(world: WireWorld) {
  const groups = world.live.flatMap(({ session }) => session.group ?? [])
  expect(groups).toHaveLength(world.live.length)
  expect(await agree(groups)).toBe(true)
  const names = world.live.map(({ name }) => name).sort()
  for (const group of groups) expect(group.members.map(({ name }) => name).sort()).toEqual(names)
  expect(world.server.app.meetings.people).toBe(world.live.length)
}

const commits = ({ asked }: WireVisitor) => asked.filter((type) => type === 'group.commit').length

test('G4 the lowest leaf commits after a moment; where it is silent, the next after a second more', async () => {
  const world = await start('Ana', 'Bo', 'Cem')
  const [ana, bo, cem] = world.live
  if (!ana || !bo || !cem) throw new Error('not there')
  const before = [ana, bo, cem].map(commits)
  await world.come('Dag')
  while (await world.deliver());
  await world.wait(0)
  await world.wait(40)
  expect([ana, bo, cem].map(commits)).toEqual(before)
  await world.wait(20)
  expect([ana, bo, cem].map((one, at) => commits(one) - (before[at] ?? 0))).toEqual([1, 0, 0])
  await world.calm()
  ana.frozen = true
  await world.come('Eva')
  while (await world.deliver());
  await world.wait(0)
  await world.wait(900)
  expect([ana, bo, cem].map((one, at) => commits(one) - (before[at] ?? 0))).toEqual([1, 0, 0])
  await world.wait(160)
  expect([ana, bo, cem].map((one, at) => commits(one) - (before[at] ?? 0))).toEqual([1, 1, 0])
  ana.frozen = false
  await world.calm()
  await expectTogether(world)
})

test('G3 who comes back within the hold changes nothing; who doesn’t is removed by the others', async () => {
  const world = await start('Ana', 'Bo', 'Cem')
  const epoch = () => world.visitors[0]?.session.group?.epoch
  const [, bo] = world.visitors
  if (!bo) throw new Error('not there')
  const before = epoch()
  world.cut(bo)
  await world.wait(limits.awayMs - 2_000)
  await world.calm()
  expect(epoch()).toBe(before)
  await world.go(bo, false)
  await world.wait(limits.awayMs + 3 * limits.heartbeatMs)
  await world.calm()
  expect(epoch()).toBe((before ?? 0) + 1)
  await expectTogether(world)
})

test('G8 after a restart everybody is together again with the keys they had, and without a commit', async () => {
  const world = await start('Ana', 'Bo', 'Cem')
  const before = world.visitors[0]?.session.group?.position
  await world.restart()
  await world.calm()
  await expectTogether(world)
  expect(world.visitors[0]?.session.group?.position).toEqual(before)
  expect(world.visitors[0]?.client?.all('group.settled').at(-1)).toMatchObject({ epoch: before?.epoch })
})

const who = fc.nat(9)
const action = fc.oneof(
  { weight: 4, arbitrary: fc.record({ act: fc.constant('come' as const) }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('go' as const), who, inOrder: fc.boolean() }) },
  { weight: 4, arbitrary: fc.record({ act: fc.constant('cut' as const), who }) },
  { weight: 4, arbitrary: fc.record({ act: fc.constant('connect' as const), who }) },
  { weight: 8, arbitrary: fc.record({ act: fc.constant('deliver' as const), who }) },
  {
    weight: 8,
    arbitrary: fc.record({ act: fc.constant('wait' as const), ms: fc.constantFrom(20, 100, 1_100, 2_500, 13_000) }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('restart' as const) }) },
)
type Action = typeof action extends fc.Arbitrary<infer T> ? T : never

async function perform(world: WireWorld, one: Action, at: number) {
  const chosen = 'who' in one ? world.live[one.who % Math.max(1, world.live.length)] : undefined
  if (one.act === 'come' && world.live.length < 6) await world.come(`P${at}`)
  if (one.act === 'wait') await world.wait(one.ms)
  if (one.act === 'restart') await world.restart()
  if (!chosen) return
  if (one.act === 'go') await world.go(chosen, one.inOrder)
  if (one.act === 'cut') world.cut(chosen)
  if (one.act === 'connect') await world.connect(chosen)
  if (one.act === 'deliver') await world.deliver([chosen])
}

test('G1, G3, G8 and G9 whatever happens on the way: who is there ends in one group, over the wire too', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 20, maxLength: 50, size: 'max' }), async (actions) => {
      const world = await start('Ana', 'Bo', 'Cem')
      try {
        for (const [at, one] of actions.entries()) await perform(world, one, at)
        await world.calm()
        await expectTogether(world)
      } finally {
        worlds.pop()
        await world.stop()
      }
    }),
    { numRuns: 12 },
  )
}, 300_000)
