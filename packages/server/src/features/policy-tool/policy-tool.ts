import type { Compiled } from '@samtale/policy'
import { checkCommand } from './check-command.ts'
import { diffCommand } from './diff-command.ts'
import { readFlags } from './flags.ts'
import { renderCommand } from './render-command.ts'

export const policyHelp = `
  policy check [file …] [--all]   what a policy says against itself or the law; --all: every profile of this project
  policy diff <before> <after>    what changes, in plain text, and whether it is editorial, minor or material; --lang
  policy render <file>            a policy as --as page, ropa, cookies, processors, consents, gpc, security or dpv;
                                  --lang en, nb or sv; --format html, json or csv; --out a folder in place of printing
`

/** What the tool works on. */
export interface PolicyToolOptions {
  /** Compiles a policy's file as a server here does; null for the default profile. */
  readonly compile: (file: string | null) => Promise<Pick<Compiled, 'policy' | 'findings'>>
  /** The folder of the project's own profiles. */
  readonly profiles: string
  /** The policy file of this installation, where it has one. */
  readonly own: string | null
  /** The installation's address, for documents that name their own. */
  readonly site: URL
  readonly now: Date
}

/** What is printed, and the exit code. 0: well; 1: something to mend; 2: the call makes no sense. */
export interface Answer {
  readonly text: string
  readonly code: 0 | 1 | 2
}

/**
 * `samtale policy …`: looks at policies; changes nothing but what `--out` names.
 * @throws StartupError `policy.file-invalid` for a file that can't be read
 */
export async function runPolicyTool(
  [command = '', ...words]: readonly string[],
  options: PolicyToolOptions,
): Promise<Answer> {
  const flags = readFlags(words)
  if (typeof flags === 'string') return senseless(flags)
  switch (command) {
    case 'check':
      return checkCommand(flags, options)
    case 'diff':
      return diffCommand(flags, options)
    case 'render':
      return renderCommand(flags, options)
    default:
      return senseless(command === '' ? 'policy: which command?' : `policy ${command}: not known`)
  }
}

export function senseless(what: string): Answer {
  return { text: `${what}\n${policyHelp}`, code: 2 }
}
