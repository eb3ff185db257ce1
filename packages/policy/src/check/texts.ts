import type { Policy } from '../policy.ts'
import type { Path } from '../path.ts'
import { languages, type Language } from '../text.ts'
import type { Finding } from './findings.ts'
import { found } from './found.ts'

/** A page made from parts has no numbered sections that a text could send its reader to; laws have. */
const numberedSection = /\b(?:see |se |i )?(?:section|avsnitt|seksjon)\s+\d+(?:\.\d+)*\b(?!\s+(?:of|i|av)\b)/i

const placeholder = /\[[^\]]*\]|\{\{|<[^>]*>|\blorem ipsum\b|\bTBD\b/i

/**
 * Texts that are empty in a language, and placeholders that nobody filled in, in every text and in the controller.
 * @param spoken languages that the policy is written in; in others, texts repeat the first
 */
export function checkTexts(policy: Policy, spoken: readonly Language[]): Finding[] {
  // A document is Markdown, where brackets make links; its title is looked at.
  const documents = Object.entries(policy.documents ?? {}).map(([key, { title }]) => [key, { title }])
  const looked = { ...policy, documents: Object.fromEntries(documents) }
  return [...strings(looked, [], spoken)].flatMap(({ path, value }) => {
    if (value.trim() === '' && path[0] !== 'controller')
      return [found('text.missing', path, `${path.join('.')} is empty.`)]
    return [...fillers(path, value), ...lostSections(path, value)]
  })
}

function fillers(path: Path, value: string): Finding[] {
  const filler = placeholder.exec(value)?.[0]
  return filler === undefined ? [] : [found('text.placeholder', path, `${path.join('.')} still says ${filler}.`)]
}

function lostSections(path: Path, value: string): Finding[] {
  const section = path[0] === 'laws' ? undefined : numberedSection.exec(value)?.[0]
  if (section === undefined) return []
  return [found('reference.broken', path, `${path.join('.')} points to ${section}, and no section has a number.`)]
}

function* strings(value: unknown, path: Path, spoken: readonly Language[]): Generator<{ path: Path; value: string }> {
  if (typeof value === 'string') yield { path, value }
  if (typeof value !== 'object' || value === null) return
  const isText = languages.some((language) => language in value)
  // A language that is missing altogether is as good as an empty one.
  if (isText) for (const language of spoken) if (!(language in value)) yield { path: [...path, language], value: '' }
  for (const [key, part] of Object.entries(value)) {
    const isRepeated = isText && !spoken.some((language) => language === key)
    if (!isRepeated) yield* strings(part, [...path, key], spoken)
  }
}
