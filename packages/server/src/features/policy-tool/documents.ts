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
import { printablePage } from './printable-page.ts'

/** What a document is made from. */
export interface Source {
  readonly policy: Policy
  readonly language: Language
  readonly site: URL
  readonly now: Date
}

export interface Rendered {
  /** The name of a file that holds it. */
  readonly name: string
  readonly text: string
}

export type Make = (source: Source) => Promise<Rendered> | Rendered

/** Every document by what it is and its format; the first format of each is the usual one. */
export const documents: Readonly<Record<string, Readonly<Record<string, Make>>>> = {
  page: forPeople('page', renderPolicyPage),
  ropa: {
    html: forPeople('ropa', renderRecordOfProcessing).html,
    csv: ({ policy, language }) => ({ name: 'ropa.csv', text: recordAsCsv(policy, language) }),
    json: ({ policy, language }) => asJson('ropa', recordEntries(policy, language)),
  },
  cookies: forPeople('cookies', renderCookieTable),
  processors: forPeople('processors', renderProcessorList),
  consents: forPeople('consents', renderConsentTexts),
  gpc: { json: (source) => ({ name: 'gpc.json', text: renderGpc(sinceWhen(source)) }) },
  security: { txt: securityTxt },
  dpv: { json: ({ policy, site }) => ({ name: 'policy.jsonld', text: renderDpv(policy, new URL('/privacy', site)) }) },
}

type Render = (
  policy: Policy,
  language: Language,
  publication: { number: number; hash: string; effectiveAt: Date },
) => PolicyDocument | Promise<PolicyDocument>

function forPeople(name: string, render: Render) {
  const make = async (source: Source): Promise<PolicyDocument> => {
    const publication = { number: 1, hash: await hashPolicy(source.policy), effectiveAt: sinceWhen(source) }
    return render(source.policy, source.language, publication)
  }
  return {
    html: async (source: Source) => ({ name: `${name}.html`, text: printablePage(await make(source)) }),
    json: async (source: Source) => asJson(name, await make(source)),
  }
}

/** A file by itself is not in effect anywhere; it bears the day that it gives itself, or today's. */
function sinceWhen({ policy, now }: Source): Date {
  return new Date(`${policy.edition?.effective ?? now.toISOString().slice(0, 10)}T00:00:00Z`)
}

function securityTxt({ policy, site, now }: Source): Rendered {
  const text = renderSecurityTxt(policy, { site, now })
  return { name: 'security.txt', text: text ?? '# Nobody is named who would read what is reported.\n' }
}

function asJson(name: string, value: unknown): Rendered {
  return { name: `${name}.json`, text: `${JSON.stringify(value, null, 2)}\n` }
}
