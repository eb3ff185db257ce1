import { createGroupInfoWithExternalPubAndRatchetTree, joinGroupExternal, type Proposal } from 'ts-mls'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromBase64url } from '../sealing/base64url.ts'
import { newSecret } from '../sealing/link-secret.ts'
import { commitChecks, type CommitChecks } from './commit-checks.ts'
import { createFakeRoom } from './fake-room.ts'
import { createRogue, encoded, type Rogue } from './fake-rogue.ts'
import { createGroup, prepareJoining } from './entering.ts'
import type { Group, GroupOptions } from './group.ts'
import { hearMessage } from './hearing.ts'
import { createIdentity } from './fake-identity.ts'
import { readCandidate } from './key-package.ts'
import { deriveGroupLink, newGroupId, type GroupLink } from './link.ts'
import { createMessageCounters, encodeFrame } from './message-frame.ts'
import { rulesExtension, signRules } from './rules.ts'
import { clientConfig, suiteFor } from './suite.ts'

// What a lying server and a member who breaks the rules can try. Each attack is shown to succeed where the check that
// meets it is taken out, or where the library is used alone.

const secret = newSecret()
const none = new Uint8Array()
const text = (content: string) => new TextEncoder().encode(content)

/** Ana and Bo, and Mallory, a member with a program of her own. */
async function withMallory(without?: keyof CommitChecks, link?: GroupLink) {
  const checks = without ? { ...commitChecks, [without]: () => null } : commitChecks
  const options: GroupOptions = {
    link: link ?? (await deriveGroupLink('kitchen', secret)),
    identity: await createIdentity(),
    name: 'Ana',
    checks,
  }
  const ana = await createGroup(options)
  const bo = await addTo([ana], { ...options, name: 'Bo', identity: await createIdentity() })
  const mallory = await createRogue('Mallory', options.link)
  const welcome = await add([ana, bo], mallory.keyPackage)
  await mallory.join(welcome)
  return { ana, bo, mallory, link: options.link, all: [ana, bo] }
}

async function add(groups: Group[], keyPackage: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const candidate = readCandidate(keyPackage)
  const made = candidate && (await groups[0]?.stage({ add: [candidate] }))
  for (const group of groups) await group.receive(made?.commit ?? none)
  return made?.welcome ?? none
}

async function addTo(groups: Group[], options: GroupOptions): Promise<Group> {
  const joining = await prepareJoining(options)
  const group = await joining.join(await add(groups, joining.keyPackage))
  if (!group) throw new Error('not let in')
  return group
}

const adds = (rogue: Rogue): Proposal => ({ proposalType: 'add', add: { keyPackage: rogue.own.publicPackage } })
const pskOf = (pskId: Uint8Array): Proposal => ({
  proposalType: 'psk',
  psk: { preSharedKeyId: { psktype: 'external', pskId, pskNonce: crypto.getRandomValues(new Uint8Array(32)) } },
})
const rulesOf = (signed: Parameters<typeof rulesExtension>[0]): Proposal => ({
  proposalType: 'group_context_extensions',
  groupContextExtensions: { extensions: [rulesExtension(signed)] },
})
const kinds = async (groups: Group[], commit: Uint8Array<ArrayBuffer>) =>
  Promise.all(
    groups.map(async (group) => {
      const outcome = await group.receive(commit)
      return outcome.kind === 'refused' ? outcome.fault : outcome.kind
    }),
  )

test('a ghost without the link’s secret, added by the book, gets no key', async () => {
  const { all } = await withMallory()
  const ghost = await prepareJoining({
    link: await deriveGroupLink('kitchen', newSecret()),
    identity: await createIdentity(),
    name: 'Ghost',
  })
  expect(await ghost.join(await add(all, ghost.keyPackage))).toBeNull()
})

test('a commit that adds without the link’s secret is refused; without the check the ghost is in', async () => {
  const outsiders = await deriveGroupLink('kitchen', newSecret())
  for (const without of [undefined, 'linkSecret'] as const) {
    const { all, ana, mallory } = await withMallory(without)
    const ghost = await createRogue('Ghost', outsiders)
    const { commit, welcome } = await mallory.commit([adds(ghost)])
    const expected = without ? 'adopted' : 'no-link-secret'
    expect(await kinds(all, commit)).toEqual([expected, expected])
    if (!without || !welcome) continue
    await ghost.join(welcome)
    expect(ghost.state.keySchedule.exporterSecret).toEqual(mallory.state.keySchedule.exporterSecret)
    expect(ana.members.map(({ name }) => name)).toContain('Ghost')
  }
})

test('a commit that brings another secret is refused', async () => {
  for (const name of ['another', '']) {
    const { all, mallory, link } = await withMallory()
    const other = { ...link, pskId: text(name) }
    const { commit } = await mallory.commit([adds(await createRogue('Ghost', other)), pskOf(other.pskId)], {
      link: other,
    })
    expect(await kinds(all, commit)).toEqual(['invalid', 'invalid'])
  }
})

test('an external commit is refused; the library alone lets it in, without the secret', async () => {
  const { all, mallory, link } = await withMallory()
  const info = await createGroupInfoWithExternalPubAndRatchetTree(mallory.state, [], mallory.suite)
  const ghost = await createRogue('Ghost', await deriveGroupLink('kitchen', null))
  const { publicPackage, privatePackage } = ghost.own
  const joined = await joinGroupExternal(
    info,
    publicPackage,
    privatePackage,
    false,
    ghost.suite,
    undefined,
    clientConfig,
  )
  const commit = encoded({ version: 'mls10', wireformat: 'mls_public_message', publicMessage: joined.publicMessage })
  expect(await kinds(all, commit)).toEqual(['external', 'external'])
  await mallory.receive(commit)
  expect(mallory.state.keySchedule.exporterSecret).toEqual(joined.newState.keySchedule.exporterSecret)
  expect(link.tag).not.toBeNull()
})

test('a group made up by somebody without the secret is not entered; the library alone enters it', async () => {
  const link = await deriveGroupLink('kitchen', secret)
  const server = await createRogue('Ana', { ...link, psk: new Uint8Array(32) })
  await server.found(newGroupId(link))
  const identity = await createIdentity()
  const bo = await prepareJoining({ link, identity, name: 'Bo' })
  const candidate = readCandidate(bo.keyPackage)
  if (!candidate) throw new Error('no candidate')
  const proposal: Proposal = { proposalType: 'add', add: { keyPackage: candidate.keyPackage } }
  const { welcome } = await server.commit([proposal])
  expect(await bo.join(welcome ?? none)).toBeNull()
  const naive = await createRogue('Naive', link)
  const again = await server.commit([adds(naive)])
  await naive.join(again.welcome ?? none)
  expect(naive.state.keySchedule.exporterSecret).toEqual(server.state.keySchedule.exporterSecret)
})

test('a welcome of another room or of the bare name is not entered', async () => {
  const other = await deriveGroupLink('garden', secret)
  const bare = await deriveGroupLink('kitchen', null)
  for (const link of [other, bare]) {
    const group = await createGroup({ link, identity: await createIdentity(), name: 'Ana' })
    const ours = { ...(await deriveGroupLink('kitchen', secret)), psk: link.psk, pskId: link.pskId }
    const joining = await prepareJoining({ link: ours, identity: await createIdentity(), name: 'Bo' })
    expect(await joining.join(await add([group], joining.keyPackage))).toBeNull()
  }
})

test('a commit played again, one out of turn, one of another group and one altered change nothing', async () => {
  const { ana, bo, all } = await withMallory()
  const other = await withMallory()
  const first = await ana.stage({})
  expect(await kinds(all, (await other.ana.stage({})).commit)).toEqual(['foreign', 'foreign'])
  await fc.assert(
    fc.asyncProperty(fc.nat(first.commit.length * 8 - 1), async (bit) => {
      const altered = first.commit.slice()
      altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      const before = bo.position
      expect((await bo.receive(altered)).kind).not.toBe('adopted')
      expect(bo.position).toEqual(before)
    }),
    { numRuns: 60 },
  )
  expect(await kinds(all, first.commit)).toEqual(['adopted', 'adopted'])
  expect(await kinds(all, first.commit)).toEqual(['stale', 'stale'])
  // One kept from Bo: he sees that the next is not his next.
  const kept = await ana.stage({})
  await ana.receive(kept.commit)
  const next = await ana.stage({})
  await ana.receive(next.commit)
  expect(await bo.receive(next.commit)).toEqual({ kind: 'ahead' })
  expect(await bo.hear(await ana.say(text('hello')))).toEqual({ kind: 'unheard', why: 'ahead' })
})

test('an old member list: whom a server keeps behind sees another number and hears nobody', async () => {
  const { ana, bo } = await withMallory()
  const { commit } = await ana.stage({ remove: [2] })
  await ana.receive(commit)
  expect((await ana.safetyNumber()).digits).not.toBe((await bo.safetyNumber()).digits)
  expect(bo.position.authenticator).not.toBe(ana.position.authenticator)
  expect(await ana.hear(await bo.say(text('hi'), 2))).toMatchObject({ why: 'not-for-us' })
})

test('a ghost in a bare-name room changes the number on every screen, and stands in every list', async () => {
  const room = createFakeRoom('kitchen', null)
  for (const name of ['Ana', 'Bo']) await room.enter(name)
  const before = (await room.of('Ana').safetyNumber()).digits
  await room.enter('Ana')
  for (const group of room.groups.values()) {
    expect((await group.safetyNumber()).digits).not.toBe(before)
    expect(group.members).toHaveLength(3)
  }
})

test('a server between two people of a bare-name room: their numbers differ', async () => {
  const left = createFakeRoom('kitchen', null)
  const right = createFakeRoom('kitchen', null)
  for (const [room, name] of [
    [left, 'Ana'],
    [left, 'Bo'],
    [right, 'Ana'],
    [right, 'Bo'],
  ] as const)
    await room.enter(name)
  const numbers = [await left.of('Ana').safetyNumber(), await right.of('Bo').safetyNumber()]
  expect(numbers[0]?.digits).not.toBe(numbers[1]?.digits)
})

test('a member cannot speak as another; where signatures were not verified, she could', async () => {
  const { ana, mallory } = await withMallory()
  const forged = await mallory.say(encodeFrame({ to: null, counter: 1, content: text('I am Ana') }), {
    ...mallory.state,
    privatePath: { ...mallory.state.privatePath, leafIndex: 0 },
  })
  expect(await ana.hear(forged)).toEqual({ kind: 'unheard', why: 'invalid' })
  // Bo, seen from inside: with the library's verification taken out.
  const { state } = mallory
  const suite = await suiteFor(await createIdentity())
  const blind = { ...suite, signature: { ...suite.signature, verify: async () => true } }
  const heard = async (by: typeof suite) => (await hearMessage(state, forged, by, createMessageCounters())).heard
  expect(await heard(suite)).toEqual({ kind: 'unheard', why: 'invalid' })
  expect(await heard(blind)).toMatchObject({ kind: 'said', sender: { name: 'Ana' } })
})

test('a message altered, or sent on to another, counts for nothing', async () => {
  const { ana, bo } = await withMallory()
  const said = await ana.say(text('for Bo'), bo.ownLeaf)
  await fc.assert(
    fc.asyncProperty(fc.nat(said.length * 8 - 1), async (bit) => {
      const altered = said.slice()
      altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect((await bo.hear(altered)).kind).toBe('unheard')
    }),
    { numRuns: 60 },
  )
  expect(await bo.hear(said)).toMatchObject({ kind: 'said' })
})

test('grants: new rules that no host signed, old ones, and another group’s are refused', async () => {
  const hosts = (rogue: Rogue) => [readCandidate(rogue.keyPackage)?.id ?? '']
  for (const without of [undefined, 'rules'] as const) {
    const expected = without ? 'adopted' : 'rules'
    const forge = async (make: (room: Awaited<ReturnType<typeof withMallory>>) => Promise<Proposal>) => {
      const room = await withMallory(without)
      expect(await kinds(room.all, (await room.mallory.commit([await make(room)])).commit)).toEqual([
        expected,
        expected,
      ])
      return room
    }
    // By herself.
    const { ana, mallory } = await forge(async (room) => {
      const rules = { version: 1, hosts: hosts(room.mallory), locked: false }
      return rulesOf(await signRules(rules, room.mallory.state.groupContext.groupId, room.mallory.identity))
    })
    if (without) expect(ana.hosts).toEqual(hosts(mallory))
    // In Ana's name.
    await forge(async (room) => {
      const rules = { version: 1, hosts: hosts(room.mallory), locked: false }
      const signed = await signRules(rules, room.mallory.state.groupContext.groupId, room.mallory.identity)
      return rulesOf({ ...signed, signer: room.ana.members[0]?.id ?? '' })
    })
    // Ana's, for another group.
    await forge(async ({ ana: host }) => {
      const { ana: elsewhere } = await withMallory()
      const signed = await elsewhere.signRules({ locked: true })
      return rulesOf({ ...signed, signer: host.members[0]?.id ?? '' })
    })
    // Ana's, of a version that isn't the next.
    await forge(async ({ ana: host }) =>
      rulesOf({ ...(await host.signRules({})), rules: { ...host.rules, version: 0, locked: true } }),
    )
  }
})

test('an earlier grant cannot be brought back', async () => {
  const { ana, bo, all, mallory } = await withMallory()
  const mallorysId = readCandidate(mallory.keyPackage)?.id ?? ''
  const promoted = await ana.signRules({ hosts: [ana.hosts[0] ?? '', mallorysId] })
  const bring = async (by: Group, rules: typeof promoted) => {
    const { commit } = await by.stage({ rules })
    for (const group of all) expect(await group.receive(commit)).toMatchObject({ kind: 'adopted' })
    await mallory.receive(commit)
  }
  await bring(ana, promoted)
  expect(bo.hosts).toContain(mallorysId)
  await bring(ana, await ana.signRules({ hosts: [ana.hosts.find((id) => id !== mallorysId) ?? ''] }))
  expect(bo.hosts).not.toContain(mallorysId)
  expect(await kinds(all, (await mallory.commit([rulesOf(promoted)])).commit)).toEqual(['rules', 'rules'])
})

test('through a locked door no guest lets anybody in; without the check one does', async () => {
  for (const without of [undefined, 'locked'] as const) {
    const { ana, all, mallory, link } = await withMallory(without)
    const { commit } = await ana.stage({ rules: await ana.signRules({ locked: true }) })
    for (const group of all) await group.receive(commit)
    await mallory.receive(commit)
    const friend = await createRogue('Friend', link)
    const made = await mallory.commit([adds(friend), pskOf(link.pskId)])
    const expected = without ? 'adopted' : 'locked'
    expect(await kinds(all, made.commit)).toEqual([expected, expected])
    if (!without) expect(await kinds([ana], (await ana.stage({})).commit)).toEqual(['adopted'])
  }
})

test('nobody takes another’s name on the way; without the check she does', async () => {
  for (const without of [undefined, 'identity'] as const) {
    const { all, ana, mallory } = await withMallory(without)
    const tree = [...mallory.state.ratchetTree]
    const leafAt = mallory.state.privatePath.leafIndex * 2
    const [own, anas] = [tree[leafAt], tree[0]]
    if (own?.nodeType !== 'leaf' || anas?.nodeType !== 'leaf') throw new Error('no leaves')
    tree[leafAt] = { nodeType: 'leaf', leaf: { ...own.leaf, credential: anas.leaf.credential } }
    const { commit } = await mallory.commit([], { state: { ...mallory.state, ratchetTree: tree } })
    const expected = without ? 'adopted' : 'identity-changed'
    expect(await kinds(all, commit)).toEqual([expected, expected])
    if (without) expect(ana.members.map(({ name }) => name)).toEqual(['Ana', 'Bo', 'Ana'])
  }
})

test('nobody joins under another’s key', async () => {
  const { ana, bo, all } = await withMallory()
  const thief = await createIdentity()
  const [first] = ana.members
  const joining = await prepareJoining({
    link: await deriveGroupLink('kitchen', secret),
    identity: {
      publicKey: fromBase64url(first?.id ?? ''),
      sign: thief.sign,
    },
    name: 'Ana',
  })
  const candidate = readCandidate(joining.keyPackage)
  await expect(bo.stage({ add: candidate ? [candidate] : [] })).rejects.toThrow('already in the group')
  expect(all).toHaveLength(2)
})

test('a key package that is valid for ever, and a proposal that ends the group, are refused', async () => {
  for (const without of [undefined, 'lifetime'] as const) {
    const { all, mallory, link } = await withMallory(without)
    const lasting = await createRogue('Lasting', link, 31_536_000n)
    const made = await mallory.commit([adds(lasting), pskOf(link.pskId)])
    const expected = without ? 'adopted' : 'lifetime'
    expect(await kinds(all, made.commit)).toEqual([expected, expected])
  }
  for (const without of [undefined, 'kind'] as const) {
    const { all, mallory } = await withMallory(without)
    const { groupId, version, cipherSuite, extensions } = mallory.state.groupContext
    const reinit: Proposal = { proposalType: 'reinit', reinit: { groupId, version, cipherSuite, extensions } }
    const expected = without ? 'removed' : 'kind'
    expect(await kinds(all, (await mallory.commit([reinit])).commit)).toEqual([expected, expected])
  }
})

test('who is removed by a commit that the others refuse stays too, where another gets the leaf', async () => {
  for (const without of [undefined, 'linkSecret'] as const) {
    const { bo, mallory, link, all } = await withMallory(without)
    const eve = await createRogue('Eve', link)
    const { commit } = await mallory.commit([
      { proposalType: 'remove', remove: { removed: bo.ownLeaf } },
      { proposalType: 'add', add: { keyPackage: eve.own.publicPackage } },
    ])
    expect(await kinds(all, commit)).toEqual(without ? ['adopted', 'removed'] : ['no-link-secret', 'no-link-secret'])
  }
})
