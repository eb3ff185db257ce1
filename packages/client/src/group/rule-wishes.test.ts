import { expect, test } from 'vitest'
import { createFakeRoom } from './fake-room.ts'
import { createRuleWishes } from './rule-wishes.ts'

test('who stands in while no host is there and makes somebody one stays one beside them', async () => {
  const room = createFakeRoom('kitchen', 'AAECAwQFBgcICQoLDA0ODw')
  for (const name of ['Ana', 'Bo', 'Cem']) await room.enter(name)
  await room.remove('Ana', 'Bo')
  room.groups.delete('Ana')
  const [bo, cem] = [room.of('Bo'), room.of('Cem')]
  const ids = bo.members.map(({ id }) => id)
  const wishes = createRuleWishes()
  const [, cems = ''] = ids
  const became = wishes.add({ host: cems })
  const change = wishes.pending(bo) ?? expect.fail('nothing wanted')
  await room.commit('Bo', { rules: await bo.signRules(change) })
  expect([bo.hosts, cem.hosts]).toEqual([ids, ids])
  wishes.review(bo)
  expect(await became).toBe(true)
})
