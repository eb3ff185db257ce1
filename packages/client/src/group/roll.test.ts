import { expect, test } from 'vitest'
import { createFakeRoom } from './fake-room.ts'
import { memberHandle } from './handle.ts'
import { rollOf } from './roll.ts'

test('who claims another’s handle doesn’t get their address, once they have said as whom they are there', async () => {
  const room = createFakeRoom('kitchen', null)
  for (const name of ['Ana', 'Bo']) await room.enter(name)
  const ana = room.of('Ana')
  const bo = ana.members.find(({ name }) => name === 'Bo')?.id ?? ''
  const handle = await memberHandle(ana.position.groupId, bo)
  const [bos, mallorys] = ['p_bbbbbbbbbbbbbbbb', 'p_mmmmmmmmmmmmmmmm']
  const people = [bos, mallorys].map((id) => ({ id, handle, keyPackage: null }))
  const addressOf = async (said: [string, string][], listed = people) => [
    ...(await rollOf(ana, listed, new Map(said))).keys(),
  ]
  expect(await addressOf([[bo, bos]])).toEqual([bos])
  expect(await addressOf([[bo, bos]], people.toReversed())).toEqual([bos])
  // As long as nothing is said the newest counts; and where what was said is over.
  expect(await addressOf([])).toEqual([mallorys])
  expect(await addressOf([[bo, 'p_oooooooooooooooo']])).toEqual([mallorys])
})
