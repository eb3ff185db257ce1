/** Why the register takes no entry. `docs/errors.md` lists them. */
export const breachErrors = {
  'breach.scope-missing': 'Say what was reached: tables, hosts of recipients, or from when to when.',
  'breach.table-unknown': 'There is no such table.',
  'breach.host-unknown': 'No recipient of the policy has such a host.',
  'breach.time-wrong': 'Nobody can have become aware of it then: the time is to come, or is none.',
  'breach.text-names-somebody':
    'The register names nobody: leave out e-mail addresses, and numbers that lead to somebody.',
  'breach.unknown': 'There is no such entry.',
  'breach.reason-missing': 'The authority is told after the time: say why with --late-reason (GDPR art. 33(1)).',
  'breach.phase-taken': 'This notice was entered already; the next phase has another number.',
} as const satisfies Record<string, string>

export type BreachErrorCode = keyof typeof breachErrors

/** Carries a code and its sentence. */
export class BreachError extends Error {
  readonly code: BreachErrorCode

  constructor(code: BreachErrorCode) {
    super(breachErrors[code])
    this.name = 'BreachError'
    this.code = code
  }
}
