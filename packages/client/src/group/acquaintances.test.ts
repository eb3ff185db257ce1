import { expect, test } from 'vitest'
import { Acquaintances } from './acquaintances.ts'
import type { IdentityShelf, KeptRoom } from './identity-shelf.ts'
import { createIdentityKeys } from './identity.ts'

/** In memory, for one room. */
async function shelfWith(met: KeptRoom['met']): Promise<IdentityShelf> {
  let kept: KeptRoom | null = { own: await createIdentityKeys(), met }
  return {
    read: async () => kept,
    write: async (_room, next) => void (kept = next),
    remove: async () => void (kept = null),
    claim: async () => true,
  }
}

test('another key under a known name is told, also where the name was taken after coming in', async () => {
  const people = await Acquaintances.open(await shelfWith({ Ola: ['olas-key'] }), 'kitchen', null)
  expect(people.judge('Ola', 'olas-key')).toBe('known')
  expect(people.judge('Zed', 'mallorys-key')).toBeNull()
  people.calls('mallorys-key', 'Ola')
  expect(people.judge('Zed', 'mallorys-key')).toBe('changed')
  await people.trust('Zed', 'mallorys-key')
  expect(people.judge('Zed', 'mallorys-key')).toBe('known')
})

test('whoever comes under ever other names makes nobody unknown whose key is kept', async () => {
  const shelf = await shelfWith({ Ola: ['olas-key'] })
  const people = await Acquaintances.open(shelf, 'kitchen', null)
  for (let at = 0; at < 300; at += 1) await people.met(`Mallory ${at}`, 'mallorys-key')
  const next = await Acquaintances.open(shelf, 'kitchen', null)
  expect(next.judge('Ola', 'another-key')).toBe('changed')
  expect(next.judge('Mallory 0', 'mallorys-key')).toBe('known')
})
