import type { ProjectCopy } from './copy.ts'

/** What a check said of a copy of the project. */
export interface Outcome {
  readonly passed: boolean
  readonly output: string
}

/** A part of the build, or a start of the server. Two with one name are the same. */
export interface Check {
  readonly name: string
  run(copy: ProjectCopy): Promise<Outcome>
}

/** Something that may not pass, and who has to say so. */
export interface Mutation {
  /** What is added, or what is taken away. */
  readonly name: string
  change(copy: ProjectCopy): void
  readonly check: Check
  /** What the check has to say: its code, or the place and the reason. Another failure proves nothing. */
  readonly expects: RegExp
}

export interface Family {
  readonly name: string
  readonly mutations: readonly Mutation[]
}

/** What became of a mutation; `why` says why it was not caught. */
export interface Result {
  readonly family: string
  readonly name: string
  readonly check: string
  readonly caught: boolean
  readonly why: string | null
  readonly seconds: number
}
