import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { hashPolicy, renderPolicyPage, type Language, type Policy, type PolicyDocument } from '@samtale/policy'
import {
  recordAsCsv,
  recordEntries,
  renderConsentTexts,
  renderCookieTable,
  renderDpv,
  renderGpc,
  renderProcessorList,
  renderRecordOfProcessing,
  renderSecurityTxt,
} from '@samtale/policy/documents'
import { languageOf, type Flags } from './flags.ts'
import { senseless, type Answer, type PolicyToolOptions } from './policy-tool.ts'
import { printablePage } from './printable-page.ts'

type Publication = Parameters<typeof renderPolicyPage>[2]
type Render = (policy: Policy, language: Language, publication: Publication) => PolicyDocument | Promise<PolicyDocument>

/** Documents for people: HTML, or their structure as JSON. */
const documents: Readonly<Record<string, Render>> = {
  page: renderPolicyPage,
  ropa: renderRecordOfProcessing,
  cookies: renderCookieTable,
  processors: renderProcessorList,
  consents: renderConsentTexts,
}

/** Files for machines, each with its name. */
const machines = {
  gpc: 'gpc.json',
  security: 'security.txt',
  dpv: 'policy.jsonld',
} as const

interface Rendered {
  readonly name: string
  readonly text: string
}

/** `policy render`: what of a policy holds, as a document; to standard output, or into a folder. */
export async function renderCommand(flags: Flags, options: PolicyToolOptions): Promise<Answer> {
  const [file = options.own, ...more] = flags.files
  const language = languageOf(flags.lang)
  if (more.length > 0) return senseless(`policy render: one file at a time, not ${more.join(' and ')} too`)
  if (language === null) return senseless(`--lang ${flags.lang ?? ''}: en, nb or sv`)
  const { policy, findings } = await options.compile(file)
  if (policy === null) return { text: `${findings.map(({ message }) => message).join('\n')}\n`, code: 1 }
  const rendered = await render(policy, language, flags, options)
  if (rendered === null) return senseless(`--as ${flags.as} --format ${flags.format ?? 'html'}: not known`)
  if (flags.out === undefined) return { text: rendered.text, code: 0 }
  const place = path.join(flags.out, rendered.name)
  mkdirSync(flags.out, { recursive: true })
  writeFileSync(place, rendered.text)
  return { text: flags.json ? `${JSON.stringify({ file: place })}\n` : `${place}\n`, code: 0 }
}

async function render(
  policy: Policy,
  language: Language,
  flags: Flags,
  { site, now }: PolicyToolOptions,
): Promise<Rendered | null> {
  const { as } = flags
  const format = flags.format ?? (flags.json && flags.out === undefined ? 'json' : 'html')
  const effectiveAt = new Date(`${policy.edition?.effective ?? now.toISOString().slice(0, 10)}T00:00:00Z`)
  if (as === 'gpc') return { name: machines.gpc, text: renderGpc(effectiveAt) }
  if (as === 'security') {
    const text = renderSecurityTxt(policy, { site, now })
    return { name: machines.security, text: text ?? '# Nobody is named who would read what is reported.\n' }
  }
  if (as === 'dpv') return { name: machines.dpv, text: renderDpv(policy, new URL('/privacy', site)) }
  if (as === 'ropa' && format === 'csv') return { name: 'ropa.csv', text: recordAsCsv(policy, language) }
  if (as === 'ropa' && format === 'json') return json('ropa', recordEntries(policy, language))
  const document = Object.hasOwn(documents, as) ? documents[as] : undefined
  if (document === undefined || (format !== 'html' && format !== 'json')) return null
  const publication = { number: 1, hash: await hashPolicy(policy), effectiveAt }
  const made = await document(policy, language, publication)
  return format === 'json' ? json(as, made) : { name: `${as}.html`, text: printablePage(made) }
}

function json(name: string, value: unknown): Rendered {
  return { name: `${name}.json`, text: `${JSON.stringify(value, null, 2)}\n` }
}
