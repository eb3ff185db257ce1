import type { ProjectCopy } from './copy.ts'
import type { Check, Family, Mutation, Outcome, Result } from './mutation.ts'

/**
 * Tries every mutation in a copy, one after the other. A check that is red where nothing was changed proves nothing, so
 * each is first run on the copy as it is.
 */
export async function tryAll(
  copy: ProjectCopy,
  families: readonly Family[],
  tell: (result: Result) => void,
): Promise<Result[]> {
  const untouched = new Map<string, Promise<Outcome>>()
  const before = (check: Check): Promise<Outcome> => {
    const known = untouched.get(check.name) ?? check.run(copy)
    untouched.set(check.name, known)
    return known
  }
  const results: Result[] = []
  for (const { name: family, mutations } of families) {
    for (const mutation of mutations) {
      const { passed, output } = await before(mutation.check)
      const began = Date.now()
      const why = passed ? await whyNotCaught(copy, mutation) : `the check is red without it: ${tellingLines(output)}`
      const seconds = (Date.now() - began) / 1_000
      const { name, check } = mutation
      const result = { family, name, check: check.name, caught: why === null, why, seconds }
      results.push(result)
      tell(result)
    }
  }
  return results
}

async function whyNotCaught(copy: ProjectCopy, { change, check, expects }: Mutation): Promise<string | null> {
  try {
    change(copy)
    const { passed, output } = await check.run(copy)
    if (passed) return 'the check is green'
    return expects.test(output) ? null : `red for another reason than ${expects}: ${tellingLines(output)}`
  } catch (error) {
    return `it could not be tried: ${String(error)}`
  } finally {
    copy.undo()
  }
}

function tellingLines(output: string): string {
  const lines = output.trim().split('\n')
  const telling = lines.filter((line) => /error|fail/i.test(line))
  return (telling.length > 0 ? telling.slice(0, 8) : lines.slice(-8)).map((line) => line.slice(0, 300)).join('\n')
}

/** Those whose family or name has the word. */
export function chosen(families: readonly Family[], word: string): Family[] {
  const has = (text: string): boolean => text.toLowerCase().includes(word.toLowerCase())
  return families
    .map(({ name, mutations }) => ({ name, mutations: mutations.filter((one) => has(name) || has(one.name)) }))
    .filter(({ mutations }) => mutations.length > 0)
}

/** One line, and more where it was not caught. */
export function tellResult({ family, name, check, caught, why, seconds }: Result): string {
  const line = `${caught ? 'caught' : 'MISSED'}  ${family}: ${name}: ${check} (${seconds.toFixed(1)} s)\n`
  return caught ? line : `${line}        ${why?.replaceAll('\n', '\n        ')}\n`
}

/** Green only where something was tried and all of it was caught. */
export function sumOf(results: readonly Result[]): { line: string; isGreen: boolean } {
  const caught = results.filter((result) => result.caught).length
  return { line: `caught/tried: ${caught}/${results.length}`, isGreen: results.length > 0 && caught === results.length }
}
