import { literally, tests } from '../../checks.ts'
import type { Mutation } from '../../mutation.ts'

/** A place of the sources, what stands there once, and what stands there while the check is away. */
export type Edit = readonly [place: string, from: string, to: string]

/** The file of an attack’s test, and its title or a part of it. */
export type Attack = readonly [file: string, title: string]

/** What a test expected is otherwise, or somebody who should be sent elsewhere isn’t. */
const gotIn = String.raw`(?:AssertionError|\.toMatch\(\) expects to receive a string, but got undefined)`

/**
 * A check that an attack meets, taken out: the attack’s own test says that it gets in. A test that breaks in another way
 * than by what it expects proves nothing. Where one check stands behind another, both are taken out.
 */
export function without(what: string, [file, title]: Attack, ...edits: readonly [Edit, ...Edit[]]): Mutation {
  return {
    name: what,
    change: (copy) => {
      for (const [place, from, to] of edits) copy.replace(place, from, to)
    },
    check: tests(file, literally(title)),
    expects: new RegExp(`FAIL .*${literally(title)}[\\s\\S]*${gotIn}`),
  }
}
