import { joinGroup } from 'ts-mls'
import { expect, test } from 'vitest'
import { pskIndexOf } from './commits.ts'
import { agree, createFakeRoom } from './fake-room.ts'
import { createRogue } from './fake-rogue.ts'
import { decodedMessage, readCandidate } from './key-package.ts'
import { deriveGroupLink } from './link.ts'
import { clientConfig } from './suite.ts'
import { openWelcome } from './welcome.ts'

const secret = 'AAECAwQFBgcICQoLDA0ODw'

test('a tree whose parents tell different unmerged leaves is joined; the library alone refuses it', async () => {
  const room = createFakeRoom('kitchen', secret)
  const people = Array.from({ length: 8 }, (_, at) => `P${at}`)
  for (const name of people) await room.enter(name)
  await room.remove('P5', 'P0')
  room.groups.delete('P5')
  // The parent over the right half gets a key, then a leaf that it doesn't cover; the root gets another key after that.
  await room.commit('P6', {})
  await room.enter('Q')
  await room.commit('P0', {})
  expect(await room.enter('R')).not.toBeNull()
  expect(await agree(room.groups.values())).toBe(true)

  const link = await deriveGroupLink('kitchen', secret)
  const { own, suite, keyPackage } = await createRogue('S', link)
  const candidate = readCandidate(keyPackage)
  const { welcome } = await room.of('P0').stage({ add: candidate ? [candidate] : [] })
  const message = welcome && decodedMessage(welcome)
  if (message?.wireformat !== 'mls_welcome') throw new Error('no welcome')
  const { publicPackage, privatePackage } = own
  const psks = pskIndexOf(link)
  const rest = [undefined, undefined, clientConfig] as const
  await expect(joinGroup(message.welcome, publicPackage, privatePackage, psks, suite, ...rest)).rejects.toThrow(
    'unmerged_leaves',
  )
  expect(await openWelcome(message.welcome, own, psks, suite)).toBeDefined()
})

test('people come and go in a large group, in any place, and everybody who is added gets in', async () => {
  const room = createFakeRoom('kitchen', secret)
  const people = Array.from({ length: 8 }, (_, at) => `P${at}`)
  for (const name of people) expect(await room.enter(name)).not.toBeNull()
  for (const name of people) await room.commit(name, {})
  for (const name of ['P1', 'P3', 'P6']) {
    await room.remove(name, 'P0')
    room.groups.delete(name)
    await room.commit('P5', {})
  }
  for (const name of ['Q1', 'Q3', 'Q6', 'Q8', 'Q9']) {
    expect(await room.enter(name)).not.toBeNull()
    await room.commit('P7', {})
  }
  expect(await agree(room.groups.values())).toBe(true)
})
