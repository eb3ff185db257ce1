import type { LiarLine } from './liar.ts'
import type { Telling } from './wire.ts'

interface Listed {
  id: string
  handle: string | null
}

/** The newest list of who is in the meeting that somebody was told. */
export function listTold(line: LiarLine): Telling {
  const told = line.told.findLast(({ type }) => type === 'group.people') as Telling | undefined
  if (!told) throw new Error(`${line.name} was told of nobody`)
  return told
}

/** The same list, but each of two stands at the other’s place. */
export function handlesExchanged(list: Telling, one: string, other: string): Telling {
  const people = list['people'] as Listed[]
  const handleOf = (id: string) => people.find((person) => person.id === id)?.handle ?? null
  const exchanged = people.map((person) => {
    if (person.id === one) return { ...person, handle: handleOf(other) }
    return person.id === other ? { ...person, handle: handleOf(one) } : person
  })
  return { ...list, people: exchanged }
}
