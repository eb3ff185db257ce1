import type { GroupEvent, GroupPosition } from '@samtale/protocol'

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

export interface Place {
  groupId: string
  epoch: number
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
  /** They say that they were a member, and nobody who is one stands there with them: until it is settled they are told nothing. */
  claims: boolean
  /** Where they were told last that all stand. */
  togetherAt: Place | null
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

/** Nothing of the group. */
export const outside = {
  handle: null,
  wishes: false,
  keyPackage: null,
  door: null,
  position: null,
  stays: false,
  claims: false,
  togetherAt: null,
} as const

export function withoutKeyPackage(person: Person): Person {
  return person.keyPackage === null ? person : { ...person, keyPackage: null, wishes: true }
}

export function lost(order: GroupOrder, ids: readonly string[]): Step {
  const people = order.people.map((person) => (ids.includes(person.id) ? { ...person, ...outside } : person))
  const next = { ...order, people }
  const told = ids.map((to): Sent => ({ to, event: { type: 'group.lost' } }))
  return step(next, [...told, ...roster(next)])
}

/** Who wishes is told where to ask; where there is no group, and nobody who had one, the first of them makes it. */
export function designated({ order, sent, ...rest }: Step): Step {
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

export function roster({ people }: GroupOrder): Sent[] {
  const event: GroupEvent = {
    type: 'group.people',
    people: people.map(({ id, handle, keyPackage }) => ({ id, handle, keyPackage })),
  }
  return people.filter(isTold).map(({ id: to }) => ({ to, event }))
}

/** What is the group's is told to who is in it, as far as the server knows. */
export function isTold({ handle, claims }: Person): boolean {
  return handle !== null && !claims
}

export function withPerson(order: GroupOrder, id: string, change: Partial<Person>): GroupOrder {
  return { ...order, people: order.people.map((person) => (person.id === id ? { ...person, ...change } : person)) }
}

export function step(order: GroupOrder, sent: Sent[] = [], answer: GroupAnswer = 'ok'): Step {
  return { order, sent, answer, settle: false }
}

export function samePlace(a: Place, b: Place): boolean {
  return a.groupId === b.groupId && a.epoch === b.epoch
}

export function samePosition(a: GroupPosition | null, b: GroupPosition): boolean {
  return a !== null && samePlace(a, b) && a.authenticator === b.authenticator
}
