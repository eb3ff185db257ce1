import type { GroupRequest } from '@samtale/protocol'
import { expect, test } from 'vitest'
import { fromBase64url, toBase64url } from '../sealing/base64url.ts'
import { createGroup } from './entering.ts'
import { createIdentity } from './fake-identity.ts'
import { GroupSession } from './group-session.ts'
import type { Group } from './group.ts'
import { deriveGroupLink } from './link.ts'

const bos = 'p_bbbbbbbbbbbbbbbb'

/** Ana, who is host of the group and locked it, and Bo in it; and what a server that lies has told Bo since. */
async function lockedOut() {
  const link = await deriveGroupLink('kitchen', 'AAECAwQFBgcICQoLDA0ODw')
  const sent: GroupRequest[] = []
  const session = new GroupSession({
    ...{ link, name: 'Bo', identity: await createIdentity() },
    now: () => 0,
    changed: () => {},
    send: async (request) => {
      sent.push(request)
      return 'ok'
    },
  })
  await session.start(bos)
  const person = async (name: string) => ({ link, name, identity: await createIdentity() })
  const [ana, eve] = [await person('Ana'), await person('Eve')]
  /** What the group's members do of themselves, or for the server. */
  const add = async (group: Group) => {
    sent.length = 0
    await session.event({ type: 'group.door', door: toBase64url(group.doorKey) })
    const [asked] = sent.flatMap((request) => (request.type === 'group.ask' ? [request.keyPackage] : []))
    const candidate = await group.openKeyPackage(fromBase64url(asked ?? ''), bos)
    const { commit, welcome } = await group.stage({ add: candidate ? [candidate] : [] })
    await group.receive(commit)
    await session.event({ type: 'group.welcome', welcome: toBase64url(welcome ?? new Uint8Array()) })
  }
  const change = async (group: Group, locked: boolean) => {
    const { commit } = await group.stage({ rules: await group.signRules({ locked }) })
    await group.receive(commit)
    return commit
  }
  const group = await createGroup(ana)
  await add(group)
  const lock = await change(group, true)
  await session.event({ type: 'group.committed', commit: toBase64url(lock) })
  const { rules } = session.group ?? expect.fail('no group')
  expect(rules.locked).toBe(true)
  await session.event({ type: 'group.lost' })
  return { session, ana, eve, group, rules, add, change }
}

test('out of a locked group into one that a friend of the server made: not entered, locked or not', async () => {
  for (const make of ['open', 'locked', 'with the same hosts']) {
    const { session, eve, add, change, rules } = await lockedOut()
    const before = make === 'with the same hosts' ? rules : null
    const forged = await createGroup(eve, before)
    if (make === 'locked') await change(forged, true)
    await add(forged)
    expect(session.group).toBeNull()
  }
})

test('out of a locked group into what members made in its place, or a host opened meanwhile: entered', async () => {
  const again = await lockedOut()
  const next = await createGroup(again.ana, again.rules)
  await again.add(next)
  expect(again.session.group?.position.groupId).toBe(next.position.groupId)

  const opened = await lockedOut()
  await opened.group.receive((await opened.group.stage({ remove: [1] })).commit)
  await opened.change(opened.group, false)
  await opened.add(opened.group)
  expect(opened.session.group?.rules.locked).toBe(false)
})

test('who leaves the meeting and comes anew takes what is there', async () => {
  const { session, eve, add } = await lockedOut()
  await session.stop()
  await session.start(bos)
  await add(await createGroup(eve))
  expect(session.group?.rules.locked).toBe(false)
})
