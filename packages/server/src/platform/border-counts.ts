/** What the borders of the server refused since it started. Every count other than nought is a fault in our own code. */
export const borders = [
  /** A log line had a field, a value or a name that isn't declared. */
  'log.refused',
  /** Something other than the log wrote to standard output or standard error. */
  'output.refused',
  /** Something tried to reach a host that nothing declares. */
  'egress.refused',
  /** A handler or a library set a cookie that the policy doesn't declare. */
  'cookie.refused',
  /** An answer held a field that its route doesn't declare. */
  'answer.refused',
  /** An event or an answer on the signalling socket was not as the protocol declares it. */
  'message.refused',
] as const

export type Border = (typeof borders)[number]

export interface BorderCounts {
  add(border: Border): void
  /** The counts at this moment. */
  read(): Readonly<Record<Border, number>>
}

export function createBorderCounts(): BorderCounts {
  const counts: Record<Border, number> = {
    'log.refused': 0,
    'output.refused': 0,
    'egress.refused': 0,
    'cookie.refused': 0,
    'answer.refused': 0,
    'message.refused': 0,
  }
  return {
    add: (border) => {
      counts[border] += 1
    },
    read: () => ({ ...counts }),
  }
}
