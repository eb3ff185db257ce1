import type { FieldsOf } from '../log/events.ts'

/** By which way something tried to leave, and why it wasn't let out. */
export type Way = NonNullable<FieldsOf<'egress.refused'>['way']>
export type Reason = NonNullable<FieldsOf<'egress.refused'>['reason']>

const means: Record<Reason, string> = {
  destination: 'Nothing declares this destination.',
  port: 'The destination is declared for another port.',
  address: 'The name leads to an address that a declared recipient can’t have.',
  scheme: 'Recipients are reached by HTTPS.',
  recipient: 'The destination is a recipient’s, and is reached through platform/egress.',
  category: 'The policy doesn’t let this recipient have what would be sent.',
}

/** Something tried to reach what nothing declares. It says no host: names and addresses may be data themselves. */
export class EgressRefused extends Error {
  readonly code = 'egress.undeclared'
  readonly reason: Reason

  constructor(reason: Reason) {
    super(means[reason])
    this.name = 'EgressRefused'
    this.reason = reason
  }
}
