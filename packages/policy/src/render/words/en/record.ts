import type { RecordWords } from '../record-words.ts'

export const record: RecordWords = {
  record: {
    title: 'Record of processing activities',
    intro: 'Kept under GDPR art. 30, and made from the same declaration as the privacy policy.',
    controller: 'Who keeps it',
    activities: 'Processing activities (art. 30(1))',
    onBehalf: 'Processing on behalf of others (art. 30(2))',
    measures: 'Security and other promises (art. 30(1)(g), 32(1))',
    name: 'Activity',
    contact: 'Contact',
    officer: 'Data protection officer',
    purpose: 'Purpose',
    subjects: 'Data subjects',
    categories: 'Categories of data',
    basis: 'Legal basis',
    recipients: 'Recipients',
    transfers: 'Transfers to third countries',
    erasure: 'Time limit for erasure',
    risks: 'Risk and assessment',
    terms: 'Terms (fideslang, DPV)',
  },
  cookies: { title: 'Cookies and what else is kept in the browser' },
  processors: {
    title: 'Processors',
    heading: 'Who works with data for us',
    none: 'Nobody: no processor gets any data.',
    for: 'Passes it on for',
  },
  consentTexts: {
    title: 'Texts of consent',
    intro: 'What people are asked, word for word. Every answer is kept with the hash of the text that was shown.',
    hash: 'SHA-256 of title, line feed and text',
    asked: 'What is asked',
    language: 'Language',
  },
}
