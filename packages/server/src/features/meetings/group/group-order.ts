import type { GroupEvent, GroupPosition, GroupRequest } from '@samtale/protocol'

/**
 * The one order of a meeting's commits, as a pure function of what arrives. The server can't read a commit: the first of
 * an epoch wins, and whether it was valid shows in what the members say of it afterwards.
 */
export interface GroupOrder {
  /** Everybody in the meeting, oldest first; who is away for a moment too. */
  people: readonly Person[]
  /** Where the order stands; null before there is a group, and after a restart until it is settled. */
  place: Place | null
  /** The key of the group's door. */
  door: string | null
  /** Who was told to make the group. */
  maker: string | null
  /** The newest commit, for who sends it again because the answer was lost, and for taking it back. */
  last: { by: string; place: Place; commit: string; added: readonly string[] } | null
}

interface Place {
  groupId: string
  epoch: number
}

/** Where a person stands, and the key of that group's door as they say. */
interface Standing {
  position: GroupPosition
  handle: string
  door: string
}

export interface Person {
  id: string
  handle: string | null
  /** Wants in, and hasn't been told how. */
  wishes: boolean
  keyPackage: string | null
  /** With which they asked last; sent again, where the answer was lost, it is no new asking. */
  asked: string | null
  /** The door as they said when they came back. */
  door: string | null
  /** What they said last of where they stand. */
  position: GroupPosition | null
  /** They stay where they said: they refused the newest commit, or came back without those since. */
  stays: boolean
}

export interface Sent {
  to: string
  event: GroupEvent
}

/** `stale`: it was for an epoch that is over, or from who isn't in the group. */
export type GroupAnswer = 'ok' | 'stale'

export interface Step {
  order: GroupOrder
  sent: Sent[]
  answer: GroupAnswer
  /** People don't stand together: `settle` is to be called in a moment, when all had time to speak. */
  settle: boolean
}

export const emptyOrder: GroupOrder = { people: [], place: null, door: null, maker: null, last: null }

export function enter(order: GroupOrder, id: string): Step {
  const person: Person = { ...outside, id, asked: null }
  return step({ ...order, people: [...order.people, person] })
}

/** The stay has ended; the group removes who was in it. */
export function leave(order: GroupOrder, id: string): Step {
  const people = order.people.filter((person) => person.id !== id)
  if (people.length === 0) return step(emptyOrder)
  const maker = order.maker === id ? null : order.maker
  // With the last member the keys are gone: whoever is left begins anew.
  const over = order.place !== null && people.every(({ handle }) => handle === null)
  const next = over
    ? { ...order, people, maker: null, place: null, door: null, last: null }
    : { ...order, people, maker }
  return designated(step(next, roster(next)))
}

export function take(order: GroupOrder, id: string, request: GroupRequest): Step {
  if (request.type === 'group.wish') return wish(order, id)
  if (request.type === 'group.ask') return ask(order, id, request)
  if (request.type === 'group.made') return made(order, id, request)
  if (request.type === 'group.commit') return commit(order, id, request)
  if (request.type === 'group.at') return at(order, id, request.position, request.refused)
  return present(order, id, request)
}

/** Nothing of the group. */
const outside = { handle: null, wishes: false, keyPackage: null, door: null, position: null, stays: false } as const

function wish(order: GroupOrder, id: string): Step {
  const next = withPerson(order, id, { ...outside, wishes: true })
  // Whoever was the last in the group and wishes anew has lost it.
  const empty = next.place !== null && next.people.every(({ handle }) => handle === null)
  const current = empty ? { ...next, place: null, door: null, last: null, maker: null } : next
  return designated(step(current, roster(current)))
}

function ask(order: GroupOrder, id: string, { keyPackage, door }: { keyPackage: string; door: string }): Step {
  if (order.people.some((person) => person.id === id && person.asked === keyPackage)) return step(order)
  if (door !== order.door) return wish(order, id)
  const next = withPerson(order, id, { ...outside, keyPackage, asked: keyPackage })
  return step(next, roster(next))
}

function made(order: GroupOrder, id: string, { position, handle, door }: Standing): Step {
  if (order.place?.groupId === position.groupId) return step(order)
  if (order.place !== null || order.maker !== id) return step(order, [], 'stale')
  const next = withPerson(order, id, { ...outside, handle, position })
  const place = { groupId: position.groupId, epoch: position.epoch }
  // What others asked with was sealed to another group's door.
  const people = next.people.map(withoutKeyPackage)
  const founded = { ...next, people, place, door, maker: null }
  return designated(step(founded, roster(founded)))
}

function withoutKeyPackage(person: Person): Person {
  return person.keyPackage === null ? person : { ...person, keyPackage: null, wishes: true }
}

function commit(order: GroupOrder, id: string, request: Extract<GroupRequest, { type: 'group.commit' }>): Step {
  const { last, place } = order
  const again = last?.by === id && last.commit === request.commit
  if (again) return step(order)
  const sender = order.people.find((person) => person.id === id)
  const current = place !== null && request.groupId === place.groupId && request.epoch === place.epoch
  if (!current || sender?.handle === null || sender === undefined) return step(order, [], 'stale')
  const handles = new Map(request.added.map((added) => [added.id, added.handle]))
  const asking = order.people.filter((person) => person.keyPackage !== null && handles.has(person.id))
  const added = asking.map((person) => person.id)
  const people = order.people.map((person) =>
    added.includes(person.id)
      ? { ...person, ...outside, handle: handles.get(person.id) ?? null }
      : { ...person, stays: person.stays && !(person.position !== null && samePlace(person.position, place)) },
  )
  const next: GroupOrder = {
    ...order,
    people,
    place: { ...place, epoch: place.epoch + 1 },
    last: { by: id, place, commit: request.commit, added },
  }
  const members = order.people.filter(({ handle }) => handle !== null)
  const committed = members.map(({ id: to }): Sent => ({
    to,
    event: { type: 'group.committed', commit: request.commit },
  }))
  const { welcome } = request
  const welcomes = welcome === null ? [] : added.map((to): Sent => ({ to, event: { type: 'group.welcome', welcome } }))
  return step(next, [...committed, ...welcomes, ...roster(next)])
}

function at(order: GroupOrder, id: string, position: GroupPosition, refused: boolean): Step {
  const { place, last } = order
  const person = order.people.find((one) => one.id === id)
  if (person?.handle === null || person === undefined || place === null) return step(order, [], 'stale')
  if (position.groupId !== place.groupId || position.epoch > place.epoch) return lost(order, [id])
  const ofNewest = refused && last !== null && last.place.epoch === position.epoch
  return { ...step(withPerson(order, id, { position, stays: ofNewest })), settle: ofNewest }
}

function present(order: GroupOrder, id: string, { position, handle, door }: Standing): Step {
  const next = withPerson(order, id, { ...outside, position, handle, door })
  const { place } = order
  if (place === null) return { ...step(next), settle: true }
  const agrees = order.people.some((person) => person.handle !== null && samePosition(person.position, position))
  const there = position.groupId === place.groupId && position.epoch === place.epoch
  // Another group may have been begun while its people were away: then the larger counts.
  if (there && agrees) return step(next, roster(next))
  return { ...step(withPerson(next, id, { stays: true })), settle: true }
}

/** Brings people together again who don't stand together: the largest set that agrees stays, the others ask anew. */
export function settle(order: GroupOrder): Step {
  const votes = new Map<string, { place: Place; ids: string[] }>()
  for (const person of order.people) {
    const stands = standing(order, person)
    if (stands === null) continue
    const key = JSON.stringify(stands)
    const vote = votes.get(key) ?? { place: { groupId: stands.groupId, epoch: stands.epoch }, ids: [] }
    vote.ids.push(person.id)
    votes.set(key, vote)
  }
  const ranked = [...votes.values()].sort(
    (a, b) =>
      b.ids.length - a.ids.length || a.place.epoch - b.place.epoch || (a.place.groupId < b.place.groupId ? -1 : 1),
  )
  const [winner, ...others] = ranked
  if (!winner) return designated(step({ ...order, place: null, door: null, last: null }))
  const apart = others.flatMap(({ ids }) => ids)
  const back = order.last !== null && samePlace(winner.place, order.last.place)
  // Who was added by a commit that is taken back isn't in.
  const uninvited = back ? (order.last?.added ?? []) : []
  const same = winner.place.groupId === order.place?.groupId
  const people = order.people.map((person) => ({ ...(same ? person : withoutKeyPackage(person)), stays: false }))
  const told = people.find(({ id, door }) => door !== null && winner.ids.includes(id))?.door ?? null
  const door = same ? order.door : told
  const settled = { ...order, people, place: winner.place, door, maker: null, last: null }
  return designated(lost(settled, [...new Set([...apart, ...uninvited])]))
}

/** Where somebody counts as standing: who hasn't spoken since the newest commit is taken to follow it. */
function standing(order: GroupOrder, { handle, position, stays }: Person): GroupPosition | null {
  if (handle === null) return null
  if (stays || order.place === null) return position
  const followers = order.people.flatMap((person) =>
    person.position !== null && order.place !== null && samePlace(person.position, order.place)
      ? [person.position]
      : [],
  )
  const behind = position === null || (position.groupId === order.place.groupId && position.epoch < order.place.epoch)
  return behind ? (followers[0] ?? { ...order.place, authenticator: '' }) : position
}

function lost(order: GroupOrder, ids: readonly string[]): Step {
  const people = order.people.map((person) => (ids.includes(person.id) ? { ...person, ...outside } : person))
  const next = { ...order, people }
  const told = ids.map((to): Sent => ({ to, event: { type: 'group.lost' } }))
  return step(next, [...told, ...roster(next)])
}

/** Who wishes is told where to ask; where there is no group, and nobody who had one, the first of them makes it. */
function designated({ order, sent, ...rest }: Step): Step {
  const { door } = order
  if (order.place !== null && door !== null) {
    const told = order.people.filter(({ wishes }) => wishes)
    const people = order.people.map((person) => ({ ...person, wishes: false }))
    const doors = told.map(({ id: to }): Sent => ({ to, event: { type: 'group.door', door } }))
    return { ...rest, order: { ...order, people }, sent: [...sent, ...doors] }
  }
  const none = order.place === null && order.maker === null && order.people.every(({ handle }) => handle === null)
  const maker = none ? order.people.find(({ wishes, keyPackage }) => wishes || keyPackage !== null) : undefined
  if (!maker) return { order, sent, ...rest }
  return {
    ...rest,
    order: { ...order, maker: maker.id },
    sent: [...sent, { to: maker.id, event: { type: 'group.make' } }],
  }
}

function roster({ people }: GroupOrder): Sent[] {
  const event: GroupEvent = {
    type: 'group.people',
    people: people.map(({ id, handle, keyPackage }) => ({ id, handle, keyPackage })),
  }
  return people.filter(({ handle }) => handle !== null).map(({ id: to }) => ({ to, event }))
}

function withPerson(order: GroupOrder, id: string, change: Partial<Person>): GroupOrder {
  return { ...order, people: order.people.map((person) => (person.id === id ? { ...person, ...change } : person)) }
}

function step(order: GroupOrder, sent: Sent[] = [], answer: GroupAnswer = 'ok'): Step {
  return { order, sent, answer, settle: false }
}

function samePlace(a: Place, b: Place): boolean {
  return a.groupId === b.groupId && a.epoch === b.epoch
}

function samePosition(a: GroupPosition | null, b: GroupPosition): boolean {
  return a !== null && samePlace(a, b) && a.authenticator === b.authenticator
}
