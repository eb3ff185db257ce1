/** Words of the other documents made from a policy. */
export interface RecordWords {
  record: {
    title: string
    intro: string
    controller: string
    activities: string
    /** Art. 30(2): what is done on behalf of others. */
    onBehalf: string
    measures: string
    name: string
    contact: string
    officer: string
    purpose: string
    subjects: string
    categories: string
    basis: string
    recipients: string
    transfers: string
    erasure: string
    risks: string
    terms: string
  }
  cookies: { title: string }
  processors: { title: string; heading: string; none: string; for: string }
  consentTexts: { title: string; intro: string; hash: string; asked: string; language: string }
}
