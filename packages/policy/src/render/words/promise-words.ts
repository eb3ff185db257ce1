import type { AddressForm, DocumentDeclaration, MailDeclaration } from '../../notices.ts'
import type { MediaWay } from '../../media.ts'
import type { Recipient, Transfer } from '../../recipient.ts'

/** Words of who gets data, how people are told, and what is claimed. */
export interface PromiseWords {
  recipients: {
    nobody: string
    nobodyElse: string
    kind: string
    kinds: Record<Recipient['kind'], string>
    byCategory: string
    legalName: string
    country: string
    receives: string
    usedFor: string
    subProcessors: string
    agreement: string
    policy: string
    hosts: string
    browser: string
    afterConsent: string
    onClick: string
    atOnce: string
    requests: string
    passedOn: Record<'mail' | 'api' | 'none', string>
  }
  transfer: {
    regions(places: string): string
    eea: string
    who: string
    tools: Record<Transfer['tool'], string>
    copy: string
    assessment: string
    measures: string
    /** A country whose protection the Commission found adequate, with its decision. */
    adequate(country: string, decision: string): string
  }
  mail: {
    kind: string
    kinds: Record<MailDeclaration['kind'], string>
    purpose: string
    consent: string
    tracked: string
    trackedYes: string
    trackedOn: string
  }
  media: { ways: Record<MediaWay, string> }
  claim: { unproved: string; proved(date: string): string; people(most: number): string; about: string }
  addresses: { intro: string; forms: Record<AddressForm, string> }
  notice: {
    policyChange: string
    ahead(time: string, ways: string): string
    ways: Record<'mail' | 'site', string>
    requests: string
    answered(time: string, extension: string): string
    breach: string
    reported(time: string): string
    transferOfBusiness: string
    told(time: string): string
    deleteFirst: string
  }
  review: { last: string; never: string; every: string }
  documents: { kinds: Record<DocumentDeclaration['kind'], string> }
  law: { country: string; union: string; minimum: string; url: string }
}
