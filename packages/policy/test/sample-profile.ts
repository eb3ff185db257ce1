/** A small whole profile in one language, as a file. */
export const sampleProfile = `profile: sample
title: Sample policy
languages: [en]
effective: 2026-11-22
controller:
  name: Eksempel AS
  address: Storgata 1, 0155 Oslo
  country: NO
  email: post@eksempel.example
  privacyContact: privacy@eksempel.example
inShort:
  - We answer letters.
rights:
  - Write to us.
categories:
  mail:
    fides: user.contact.email
    dpv: pd:EmailAddress
    title: E-mail address
    description: The address that you write from.
    subjects: [visitor]
    source: subject
    provision: { kind: voluntary, consequence: 'Nothing happens without it.' }
purposes:
  answer: { fides: essential.service, dpv: 'dpv:CustomerCare', title: To answer }
recipients:
  post: { kind: processor, title: Post AS, description: carries the mail., legalName: Post AS, country: NO, agreement: On request }
events:
  answered: { clause: you have got an answer }
processings:
  letters:
    title: Letters
    purpose: answer
    categories: [mail]
    basis: { article: 6-1-b, contract: the answer you ask for., step: enter }
    retention: { keep: P30D, from: answered, cap: { atMost: P1Y, after: answered }, held: database }
    recipients: [post]
storage:
  draft: { store: session, lifetime: session, holds: mail, purpose: answer, description: The draft }
statements:
  - { row: D06, says: Letters are kept for a month., by: [processings.letters] }
`
