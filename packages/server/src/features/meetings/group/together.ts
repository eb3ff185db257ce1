import { isTold, samePlace, samePosition, type Person, type Sent, type Step } from './order-state.ts'

/** Tells the members once that all of them stand where the order stands, with the same keys (rule G6). */
export function tellTogether(taken: Step): Step {
  const { order, sent } = taken
  const { place } = order
  const members = order.people.filter(isTold)
  const [first] = members
  const position = first?.position ?? null
  if (place === null || position === null || !samePlace(position, place)) return taken
  if (!members.every((member) => samePosition(member.position, position))) return taken
  const untold = (person: Person) =>
    isTold(person) && (person.togetherAt === null || !samePlace(person.togetherAt, place))
  const told = members.filter(untold).map(({ id: to }): Sent => ({ to, event: { type: 'group.settled', ...place } }))
  if (told.length === 0) return taken
  const people = order.people.map((person) => (untold(person) ? { ...person, togetherAt: place } : person))
  return { ...taken, order: { ...order, people }, sent: [...sent, ...told] }
}
