import {
  compileProfile,
  isError,
  restrictTo,
  withParts,
  type Compiled,
  type Declarations,
  type Policy,
} from '@samtale/policy'
import { StartupError } from '../../platform/startup-error.ts'
import { readDefaultProfile, readPolicyFile, type PolicyFile } from './policy-file.ts'

/** What the installation does: the parts of its profile that hold, and what the system declares of itself. */
export interface PolicyInForce extends Pick<Compiled, 'findings' | 'refused'> {
  readonly policy: Policy
}

/** What no installation can do without: a profile that doesn't speak of it has it as the default profile says. */
const duties = ['rights-request', 'consent.record', 'mail.address', 'mail.suppression', 'subject.address']

/**
 * Compiles the policy of this installation. Parts that contradict themselves or the rest are left out: they are neither
 * said nor done.
 * @throws StartupError `policy.file-invalid`
 */
export function policyInForce(options: { file: string | null; system: Declarations; today: string }): PolicyInForce {
  return compilePolicy({ ...options, file: readPolicyFile(options.file) })
}

/** The same, of a file that was read before. @throws StartupError `policy.file-invalid` */
export function compilePolicy(options: { file: PolicyFile; system: Declarations; today: string }): PolicyInForce {
  const { file, today } = options
  const { profile, controller } = file
  const system = withDuties(options.system, today)
  const { policy, findings, refused } = compileProfile(profile, { system, today })
  if (policy === null) throw new StartupError('policy.file-invalid', findings.map(({ message }) => message).join(' '))
  if (controller === null) return { policy, findings, refused }
  const named = (part: { code: string }) => part.code !== 'controller.identity.missing'
  return {
    policy: { ...policy, controller },
    findings: findings.filter(named),
    refused: new Map([...refused].filter(([part]) => part !== 'controller')),
  }
}

/** The system's own declarations, and of the default profile what no installation can do without. */
function withDuties(system: Declarations, today: string): Declarations {
  const { policy } = compileProfile(readDefaultProfile(), { system, today })
  return policy === null ? system : withParts(system, restrictTo(policy, duties))
}

/**
 * Strangers are only served under a policy of which nothing was refused; one who tries a policy at home is told.
 * @throws StartupError `policy.contradiction`, naming the first findings with their lines
 */
export function refuseContradictions({ findings }: Pick<PolicyInForce, 'findings'>): void {
  const errors = findings.filter(isError).filter(({ code }) => code !== 'controller.identity.missing')
  if (errors.length === 0) return
  const first = errors.slice(0, 5).map(({ code, message, line }) => `line ${line ?? 1}: ${message} [${code}]`)
  const more = errors.length > first.length ? ` and ${errors.length - first.length} more` : ''
  throw new StartupError('policy.contradiction', `${first.join('; ')}${more}. npx samtale policy check lists all.`)
}
