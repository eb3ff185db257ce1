import { isError, type Finding } from '@samtale/policy'
import type { Answer, PolicyToolOptions } from './answer.ts'
import { profilesIn, shown } from './files.ts'
import type { Flags } from './flags.ts'

interface Placed extends Finding {
  readonly file: string
}

/** `policy check`: the findings of each file, one a line as `file:line: code message`; code 1 where one is an error. */
export async function checkCommand(flags: Flags, options: PolicyToolOptions): Promise<Answer> {
  const files = flags.all ? profilesIn(options.profiles) : flags.files.length > 0 ? flags.files : [options.own]
  const findings: Placed[] = []
  for (const file of files) {
    const compiled = await options.compile(file)
    const name = file === null ? 'the default policy' : shown(file)
    findings.push(...compiled.findings.map((finding) => ({ ...finding, file: name })))
  }
  const text = flags.json ? asJson(findings) : asText(findings, files.length)
  return { text, code: findings.some(isError) ? 1 : 0 }
}

function asText(findings: readonly Placed[], files: number): string {
  const lines = findings.map((finding) => {
    const { file, line = 1, code, message, because } = finding
    const cause = because === undefined ? '' : ` (with ${because.join(', ')})`
    return `${file}:${line}: ${code} ${message}${cause}${isError(finding) ? '' : ' (warning)'}`
  })
  const errors = findings.filter(isError).length
  const counts = `${count(errors, 'error')} and ${count(findings.length - errors, 'warning')} in ${count(files, 'file')}.`
  return `${[...lines, counts].join('\n')}\n`
}

function asJson(findings: readonly Placed[]): string {
  const all = findings.map((finding) => {
    const { file, line = 1, code, at, message, because = [] } = finding
    return { file, line, code, at, message, because, level: isError(finding) ? 'error' : 'warning' }
  })
  return `${JSON.stringify(all, null, 2)}\n`
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`
}
