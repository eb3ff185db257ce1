import { diffInWords, diffPolicies, type PolicyDiff } from '@samtale/policy/diff'
import type { Language } from '@samtale/policy'
import { senseless, unreadable, type Answer, type PolicyToolOptions } from './answer.ts'
import { languageOf, type Flags } from './flags.ts'

/** `policy diff`: what changes from one file to another, in plain text, and how much it matters. */
export async function diffCommand(flags: Flags, { compile }: PolicyToolOptions): Promise<Answer> {
  const [before, after, ...more] = flags.files
  const language = languageOf(flags.lang)
  if (before === undefined || after === undefined || more.length > 0) return senseless('policy diff: two files')
  if (language === null) return senseless(`--lang ${flags.lang ?? ''}: en, nb or sv`)
  const [old, now] = [await compile(before), await compile(after)]
  if (old.policy === null) return unreadable(old)
  if (now.policy === null) return unreadable(now)
  const diff = diffPolicies(old.policy, now.policy)
  return { text: flags.json ? `${JSON.stringify(diff, null, 2)}\n` : asText(diff, language), code: 0 }
}

function asText(diff: PolicyDiff, language: Language): string {
  if (diff.class === null) return 'Nothing changes.\n'
  const asked = diff.consents.length === 0 ? '' : `Asked again: ${diff.consents.join(', ')}.\n`
  return `${diffInWords(diff, language)}\nAs a whole: ${diff.class}.\n${asked}`
}
