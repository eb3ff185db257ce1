import fc from 'fast-check'
import { expect, test } from 'vitest'
import { agree } from '../../../packages/client/src/group/fake-room.ts'
import { World, type Visitor } from './world.ts'

const secret = 'AAECAwQFBgcICQoLDA0ODw'

/** Everybody who is there is in one group, with one number; nobody else is; who has left has other keys. */
async function expectTogether(world: World) {
  const groups = world.live.flatMap(({ session }) => session.group ?? [])
  expect(groups).toHaveLength(world.live.length)
  expect(await agree(groups)).toBe(true)
  const names = world.live.map(({ name }) => name).sort()
  for (const group of groups) expect(group.members.map(({ name }) => name).sort()).toEqual(names)
  const authenticator = groups[0]?.position.authenticator
  for (const { session } of world.visitors.filter(({ gone }) => gone)) {
    expect(session.group?.position.authenticator).not.toBe(authenticator ?? '')
  }
}

test('five come one after another and two leave', async () => {
  const world = new World(secret)
  for (const name of ['Ana', 'Bo', 'Cem', 'Dag', 'Eva']) {
    await world.come(name)
    await world.calm()
    await expectTogether(world)
  }
  const [ana, , cem] = world.visitors
  if (ana) world.go(ana, true)
  if (cem) world.go(cem, false)
  await world.calm()
  await expectTogether(world)
})

test('ten who come at once are added in few commits', async () => {
  const world = new World(secret)
  await Promise.all(Array.from({ length: 10 }, (_, at) => world.come(`P${at}`)))
  await world.calm()
  await expectTogether(world)
  expect(world.live[0]?.session.group?.epoch).toBeLessThanOrEqual(2)
})

test('after a restart of the server everybody is together again, with the keys they had', async () => {
  const world = new World(secret)
  for (const name of ['Ana', 'Bo', 'Cem']) await world.come(name)
  await world.calm()
  const before = world.visitors[0]?.session.group?.position
  world.restart()
  await world.calm()
  await expectTogether(world)
  expect(world.visitors[0]?.session.group?.position).toEqual(before)
})

test('who has another link never comes in, and nobody is kept up by it', async () => {
  const world = new World(secret)
  for (const name of ['Ana', 'Bo']) await world.come(name)
  await world.calm()
  const ghost = await world.come('Ghost', 'EBESExQVFhcYGRobHB0eHw')
  await world.calm()
  expect(ghost.session.group).toBeNull()
  ghost.gone = true
  await world.come('Cem')
  await world.calm()
  await expectTogether(world)
})

const who = fc.nat(9)
const action = fc.oneof(
  { weight: 4, arbitrary: fc.record({ act: fc.constant('come' as const) }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('go' as const), who, inOrder: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ act: fc.constant('cut' as const), who }) },
  { weight: 3, arbitrary: fc.record({ act: fc.constantFrom('lost' as const, 'unanswered' as const), who }) },
  { weight: 4, arbitrary: fc.record({ act: fc.constant('connect' as const), who }) },
  {
    weight: 12,
    arbitrary: fc.record({ act: fc.constant('deliver' as const), who, count: fc.integer({ min: 1, max: 4 }) }),
  },
  {
    weight: 10,
    arbitrary: fc.record({ act: fc.constant('wait' as const), ms: fc.constantFrom(20, 100, 1_100, 2_500, 13_000) }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('restart' as const) }) },
)
type Action = typeof action extends fc.Arbitrary<infer T> ? T : never

async function perform(world: World, one: Action, at: number) {
  const chosen: Visitor | undefined = 'who' in one ? world.live[one.who % Math.max(1, world.live.length)] : undefined
  if (one.act === 'come' && world.live.length < 6) await world.come(`P${at}`)
  if (one.act === 'wait') await world.wait(one.ms)
  if (one.act === 'restart') world.restart()
  if (!chosen) return
  if (one.act === 'go') world.go(chosen, one.inOrder)
  if (one.act === 'cut') world.cut(chosen)
  if (one.act === 'lost' || one.act === 'unanswered') chosen.next = one.act
  if (one.act === 'connect') await world.connect(chosen)
  if (one.act === 'deliver') for (let left = one.count; left > 0; left -= 1) await world.deliver(chosen)
}

test('whatever happens on the way: everybody who is there ends in one group, with one number', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 20, maxLength: 60, size: 'max' }), async (actions) => {
      const world = new World(secret)
      for (const name of ['Ana', 'Bo', 'Cem']) await world.come(name)
      await world.calm()
      for (const [at, one] of actions.entries()) await perform(world, one, at)
      await world.calm()
      await expectTogether(world)
    }),
    { numRuns: 30 },
  )
}, 300_000)
