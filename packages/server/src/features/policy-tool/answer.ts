import type { Compiled } from '@samtale/policy'

export const policyHelp = `
  policy check [file …] [--all]   what a policy says against itself or the law; --all: every profile of this project
  policy diff <before> <after>    what changes, in plain text, and whether it is editorial, minor or material; --lang
  policy render [file]            a policy as --as page, ropa, cookies, processors, consents, gpc, security or dpv;
                                  --lang en, nb or sv; --format html, json or csv; --out a folder in place of printing
  policy compiled                 this installation's policy as this version of the program carries it out, for the version
                                  that runs now to announce
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

/** The call makes no sense: what of it, and how it would. */
export function senseless(what: string): Answer {
  return { text: `${what}\n${policyHelp}`, code: 2 }
}

/** The file can't be read as a policy at all. */
export function unreadable({ findings }: Pick<Compiled, 'findings'>): Answer {
  return { text: findings.map(({ line = 1, code, message }) => `${line}: ${code} ${message}\n`).join(''), code: 1 }
}
