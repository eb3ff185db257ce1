import type { Text } from '@samtale/policy'
import type { ActName } from '../../audit/index.ts'
import type { Field } from '../../pages/index.ts'

/** Something that an operator does by a form. The command of that name does it, as in a terminal: there is no second way. */
export interface Deed {
  readonly command: string
  /** How the log tells of it. */
  readonly act: ActName
  readonly title: Text
  /** What comes of it. */
  readonly hint?: Text
  readonly fields: readonly Field[]
  readonly submit: Text
  /** Can't be taken back. */
  readonly danger?: true
}

export type Deeds = Readonly<Record<string, Deed>>
