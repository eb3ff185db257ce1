import type { Finding } from './finding.ts'

const marks = { ok: 'ok  ', warn: 'warn', fail: 'FAIL' } as const

/** The findings as a person reads them: one line each, and the next step below what is not as it should be. */
export function findingsAsText(findings: readonly Finding[]): string {
  const lines = findings.map(({ level, code, what, nextStep }) => {
    const line = `${marks[level]}  ${what} [${code}]`
    return level === 'ok' || nextStep === '' ? line : `${line}\n      ${nextStep}`
  })
  return `${[...lines, '', summary(findings)].join('\n')}\n`
}

/** The findings as one JSON array. */
export function findingsAsJson(findings: readonly Finding[]): string {
  return `${JSON.stringify(findings, null, 2)}\n`
}

function summary(findings: readonly Finding[]): string {
  const count = (level: Finding['level']): number => findings.filter((one) => one.level === level).length
  const [failures, warnings] = [count('fail'), count('warn')]
  if (failures + warnings === 0) return 'All is well.'
  return `${failures} to mend, ${warnings} to look at. docs/errors.md explains the codes.`
}
