import type { GroupPosition } from '@samtale/protocol'
import {
  designated,
  lost,
  samePlace,
  step,
  withoutKeyPackage,
  type GroupOrder,
  type Person,
  type Place,
  type Step,
} from './order-state.ts'

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
  const { last } = order
  const back = last !== null && winner.place.groupId === last.place.groupId && winner.place.epoch <= last.place.epoch
  // Who was added by a commit that is taken back isn't in; nor who made it, or they could make the next at once.
  const undone = back ? last : null
  const uninvited = order.people.filter(
    ({ id, handle }) => handle !== null && undone !== null && (undone.by === id || undone.added.includes(id)),
  )
  const same = winner.place.groupId === order.place?.groupId
  const people = order.people.map((person) => ({
    ...(same ? person : withoutKeyPackage(person)),
    stays: false,
    claims: false,
    togetherAt: null,
  }))
  const told = people.find(({ id, door }) => door !== null && winner.ids.includes(id))?.door ?? null
  const door = same ? order.door : told
  const settled = { ...order, people, place: winner.place, door, maker: null, last: null }
  return designated(lost(settled, [...new Set([...apart, ...uninvited.map(({ id }) => id)])]))
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
