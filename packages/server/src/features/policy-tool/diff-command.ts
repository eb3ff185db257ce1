import { diffInWords, diffPolicies, type PolicyDiff } from '@samtale/policy/diff'
import type { Language } from '@samtale/policy'
import { languageOf, type Flags } from './flags.ts'
import { senseless, type Answer, type PolicyToolOptions } from './policy-tool.ts'

/** `policy diff`: what changes from one file to another, in plain text, and how much it matters. */
export async function diffCommand(flags: Flags, { compile }: PolicyToolOptions): Promise<Answer> {
  const [before, after, ...more] = flags.files
  const language = languageOf(flags.lang)
  if (before === undefined || after === undefined || more.length > 0) return senseless('policy diff: two files')
  if (language === null) return senseless(`--lang ${flags.lang ?? ''}: en, nb or sv`)
  const [old, now] = [await compile(before), await compile(after)]
  if (old.policy === null || now.policy === null) {
    const [broken] = [old, now].filter(({ policy }) => policy === null)
    return { text: `${broken?.findings.map(({ message }) => message).join('\n') ?? ''}\n`, code: 1 }
  }
  const diff = diffPolicies(old.policy, now.policy)
  return { text: flags.json ? `${JSON.stringify(diff, null, 2)}\n` : asText(diff, language), code: 0 }
}

function asText(diff: PolicyDiff, language: Language): string {
  if (diff.class === null) return 'Nothing changes.\n'
  const asked = diff.consents.length === 0 ? '' : `Asked again: ${diff.consents.join(', ')}.\n`
  return `${diffInWords(diff, language)}\nAs a whole: ${diff.class}.\n${asked}`
}
