import type { Finding } from './findings.ts'
import type { Policy } from './policy.ts'
import { languages } from './text.ts'

const placeholder = /\[[^\]]*\]|\{\{|<[^>]*>|\blorem ipsum\b|\bTBD\b/i

/** Texts that are empty in a language, and placeholders that nobody filled in, in every text and in the controller. */
export function checkTexts(policy: Policy): Finding[] {
  return [...strings(policy, [])].flatMap(({ path, value }): Finding[] => {
    const at = path.join('.')
    if (value.trim() === '' && path[0] !== 'controller')
      return [{ code: 'text.missing', at, message: `${at} is empty.` }]
    const found = placeholder.exec(value)?.[0]
    return found === undefined ? [] : [{ code: 'text.placeholder', at, message: `${at} still says ${found}.` }]
  })
}

function* strings(value: unknown, path: string[]): Generator<{ path: string[]; value: string }> {
  if (typeof value === 'string') yield { path, value }
  if (typeof value !== 'object' || value === null) return
  const isText = languages.some((language) => language in value)
  // A language that is missing altogether is as good as an empty one.
  if (isText) for (const language of languages) if (!(language in value)) yield { path: [...path, language], value: '' }
  for (const [key, part] of Object.entries(value)) yield* strings(part, [...path, key])
}
