import { RoomDoor, RoomSize, RoomStatus } from '@samtale/protocol'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { BlindIndex } from '../../platform/seals/sealed.ts'
import { admission } from './admission.ts'
import type { RoomClaim, RoomRules } from './rules.ts'

// Only sealing makes one; for the policy it is a text like any other.
const index = (text: string) => text as BlindIndex
const [current, former] = [index('i1.current'), index('i1.former')]
const open: RoomRules = {
  ...{
    id: 'room',
    status: 'open',
    door: 'link',
    size: 'large',
    linkTag: current,
    endsAt: null,
    hidesAddresses: false,
    brand: null,
  },
}
const claimOf = (role: RoomClaim['role'], of = 'room'): RoomClaim => ({ room: of, role, visitor: 'v', known: true })
const claims = { none: null, host: claimOf('host'), member: claimOf('member'), guest: claimOf('guest') }
const everybody = Object.keys(claims) as (keyof typeof claims)[]

/** What becomes of each, in the order none, host, member, guest. */
function all(
  rules: Partial<RoomRules>,
  arrival: { linkTag?: BlindIndex | null; people?: number; locked?: boolean } = {},
) {
  return everybody.map((who) =>
    admission({ ...open, ...rules }, { linkTag: current, people: 1, ...arrival, claim: claims[who] }),
  )
}
const same = (what: string) => everybody.map(() => what)

test('nobody comes into a room that is gone, over or suspended, not even its host', () => {
  expect(all({ status: 'gone' })).toEqual(same('room.gone'))
  expect(all({ status: 'ended' })).toEqual(same('room.ended'))
  expect(all({ status: 'suspended' })).toEqual(same('room.suspended'))
})

test('a room with a link opens by that link alone, for everybody', () => {
  expect(all({})).toEqual(same('in'))
  expect(all({}, { linkTag: former })).toEqual(same('room.link-old'))
  expect(all({}, { linkTag: null })).toEqual(same('room.link-needed'))
  expect(all({ linkTag: null }, { linkTag: null })).toEqual(same('in'))
  expect(all({ linkTag: null }, { linkTag: former })).toEqual(same('room.link-old'))
})

test('who knocks, and who need not', () => {
  expect(all({ door: 'knock' })).toEqual(['knock', 'in', 'knock', 'knock'])
  expect(all({ door: 'link' }, { locked: true })).toEqual(['knock', 'in', 'knock', 'knock'])
  expect(all({ door: 'knock' }, { locked: false })).toEqual(same('in'))
  expect(all({ door: 'members' })).toEqual(['room.members-only', 'in', 'in', 'room.members-only'])
  expect(all({ door: 'members' }, { locked: true })).toEqual(['room.members-only', 'in', 'knock', 'room.members-only'])
})

test('the fifth in a small room is told that it is full', () => {
  expect(all({ size: 'small' }, { people: 3 })).toEqual(same('in'))
  expect(all({ size: 'small' }, { people: 4 })).toEqual(same('room.full-small'))
  expect(all({ size: 'large' }, { people: 40 })).toEqual(same('in'))
})

test('a room that nobody owns is everybody’s, whatever link they come by', () => {
  const nobodys = { id: null, status: 'unowned', linkTag: null } as const
  for (const linkTag of [null, current, former]) expect(all(nobodys, { linkTag })).toEqual(same('in'))
  expect(all(nobodys, { linkTag: null, locked: true })).toEqual(same('knock'))
})

test('a claim of another room counts for nothing', () => {
  const others = (role: RoomClaim['role']) => ({ claim: claimOf(role, 'another'), linkTag: current, people: 0 })
  expect(admission({ ...open, door: 'members' }, others('member'))).toBe('room.members-only')
  expect(admission({ ...open, door: 'knock' }, others('host'))).toBe('knock')
})

test('in every combination: closed, wrong link and full come before anything else, and only a host passes a lock', () => {
  const rules = fc.record({
    id: fc.constantFrom('room', null),
    status: fc.constantFrom(...RoomStatus.options),
    door: fc.constantFrom(...RoomDoor.options),
    size: fc.constantFrom(...RoomSize.options),
    linkTag: fc.constantFrom(current, null),
    endsAt: fc.constant(null),
    hidesAddresses: fc.constant(false),
    brand: fc.constant(null),
  })
  const arrival = fc.record({
    claim: fc.constantFrom(...Object.values(claims), claimOf('host', 'another')),
    linkTag: fc.constantFrom(current, former, null),
    people: fc.nat(8),
    locked: fc.boolean(),
  })
  fc.assert(
    fc.property(rules, arrival, (one, who) => {
      const became = admission(one, who)
      if (!['in', 'knock'].includes(became)) return
      expect(['open', 'unowned']).toContain(one.status)
      if (one.id !== null) expect(one.linkTag).toBe(who.linkTag)
      if (one.size === 'small') expect(who.people).toBeLessThan(4)
      if (became === 'in' && who.locked) expect(who.claim).toMatchObject({ room: one.id, role: 'host' })
      if (one.door === 'members') expect(who.claim?.room).toBe(one.id)
    }),
    { numRuns: 2_000 },
  )
})
