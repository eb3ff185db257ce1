import type { GroupPosition, GroupRequest } from '@samtale/protocol'
import {
  designated,
  emptyOrder,
  isTold,
  lost,
  outside,
  roster,
  samePlace,
  samePosition,
  step,
  withoutKeyPackage,
  withPerson,
  type GroupOrder,
  type Person,
  type Place,
  type Sent,
  type Step,
} from './order-state.ts'

/** Where a person stands, and the key of that group's door as they say. */
interface Standing {
  position: GroupPosition
  handle: string
  door: string
}

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

function wish(before: GroupOrder, id: string): Step {
  const order = withoutIdleMaker(before, id)
  const next = withPerson(order, id, { ...outside, wishes: true })
  // Whoever was the last in the group and wishes anew has lost it.
  const empty = next.place !== null && next.people.every(({ handle }) => handle === null)
  const current = empty ? { ...next, place: null, door: null, last: null, maker: null } : next
  return designated(step(current, roster(current)))
}

/** Where who was to make the group wishes anew, or somebody waited for them in vain, it has come to nothing. */
function withoutIdleMaker(order: GroupOrder, id: string): GroupOrder {
  const { maker, people } = order
  if (maker === id) return { ...order, maker: null }
  const waitedInVain = people.some((person) => person.id === id && person.wishes)
  if (maker === null || !waitedInVain) return order
  return { ...withPerson(order, maker, { wishes: false, keyPackage: null }), maker: null }
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

function commit(order: GroupOrder, id: string, request: Extract<GroupRequest, { type: 'group.commit' }>): Step {
  const { last, place } = order
  const again = last?.by === id && last.commit === request.commit
  if (again) return step(order)
  const sender = order.people.find((person) => person.id === id)
  const current = place !== null && request.groupId === place.groupId && request.epoch === place.epoch
  // Whoever only says that they are a member, or stays behind, commits nothing.
  if (!current || sender?.handle === null || sender === undefined || sender.stays) return step(order, [], 'stale')
  const handles = new Map(request.added.map((added) => [added.id, added.handle]))
  const asking = order.people.filter((person) => person.keyPackage !== null && handles.has(person.id))
  const added = asking.map((person) => person.id)
  const people = order.people.map((person) =>
    added.includes(person.id)
      ? { ...person, ...outside, handle: handles.get(person.id) ?? null }
      : followed(person, place),
  )
  const next: GroupOrder = {
    ...order,
    people,
    place: { ...place, epoch: place.epoch + 1 },
    last: { by: id, place, commit: request.commit, added },
  }
  const committed = next.people
    .filter((person) => isTold(person) && !added.includes(person.id))
    .map(({ id: to }): Sent => ({
      to,
      event: { type: 'group.committed', commit: request.commit },
    }))
  const { welcome } = request
  const welcomes = welcome === null ? [] : added.map((to): Sent => ({ to, event: { type: 'group.welcome', welcome } }))
  return step(next, [...committed, ...welcomes, ...roster(next)])
}

/** Who stands where a commit begins, whether sure or not, is taken to follow it. */
function followed(person: Person, place: Place): Person {
  const isThere = person.position !== null && samePlace(person.position, place)
  return isThere ? { ...person, stays: false, claims: false } : person
}

function at(order: GroupOrder, id: string, position: GroupPosition, refused: boolean): Step {
  const { place } = order
  const person = order.people.find((one) => one.id === id)
  if (person?.handle === null || person === undefined || place === null) return step(order, [], 'stale')
  if (position.groupId !== place.groupId || position.epoch > place.epoch) {
    // Who has just come back with another group is heard when it is settled.
    return person.stays ? step(order) : lost(order, [id])
  }
  // The newest commit, or one before it that nobody has settled yet.
  const refuses = refused && position.epoch < place.epoch
  const stays = refuses || (person.stays && !isSharedBy(order, id, position))
  return { ...step(withPerson(order, id, { position, stays, claims: stays && person.claims })), settle: refuses }
}

/** Whether another member stands there who counts as one. */
function isSharedBy({ people }: GroupOrder, id: string, position: GroupPosition): boolean {
  return people.some(
    (one) => one.id !== id && one.handle !== null && !one.stays && samePosition(one.position, position),
  )
}

function present(order: GroupOrder, id: string, { position, handle, door }: Standing): Step {
  const next = withPerson(order, id, { ...outside, position, handle, door })
  const { place } = order
  if (place === null) return { ...step(next), settle: true }
  const agrees = order.people.some((person) => person.handle !== null && samePosition(person.position, position))
  const there = position.groupId === place.groupId && position.epoch === place.epoch
  // Another group may have been begun while its people were away: then the larger counts.
  if (there && agrees) return step(next, roster(next))
  return { ...step(withPerson(next, id, { stays: true, claims: true })), settle: true }
}
