import type { Policy } from '../src/policy.ts'
import { wholeData } from './whole-policy-data.ts'

const text = (en: string) => ({ en, nb: `${en} (nb)`, sv: `${en} (sv)` })

/** A policy in order that has something in every section, for tests of this package. */
export const wholePolicy: Policy = {
  ...wholeData,
  edition: {
    profile: 'whole',
    title: text('A whole policy'),
    languages: ['en', 'nb', 'sv'],
    effective: '2026-11-22',
    timeZone: 'Europe/Oslo',
  },
  controller: {
    name: 'Eksempel AS',
    address: 'Storgata 1, 0155 Oslo',
    country: 'NO',
    organisationNumber: '999 999 999',
    email: 'post@eksempel.example',
    phone: '+47 22 00 00 00',
    privacyContact: 'privacy@eksempel.example',
    officer: { name: 'Ola Nordmann', email: 'ola@eksempel.example' },
    group: [{ name: 'Exempel AB', country: 'SE' }],
    more: [{ title: text('Questions and answers'), to: 'https://eksempel.example/privacy' }],
  },
  inShort: [text('We sell things and write a letter now and then.'), text('We don’t follow you.')],
  rights: [text('Use the form.'), text('We answer in a month.')],
  scope: [text('This is about our shop.'), text('Norwegian law applies.')],
  regions: ['EEA', 'CH', 'US'],
  transfers: {
    mailer: {
      recipient: 'mailer',
      to: 'US',
      tool: 'A46-2-c',
      document: 'https://eksempel.example/clauses',
      assessment: 'Kept with us',
      measures: [text('Only addresses are sent.')],
    },
  },
  claims: {
    unsold: { kind: 'never-sold', says: text('Nothing is sold.') },
    counted: { kind: 'anonymous', says: text('Visits are counted anonymously.'), about: ['aggregate'] },
    direct: {
      kind: 'end-to-end-encrypted',
      says: text('Two people talk directly.'),
      people: 2,
      about: ['device', 'calls'],
    },
    mechanical: { kind: 'no-automated-decisions', says: text('No machine decides about you.') },
  },
  mails: {
    letter: {
      title: text('The newsletter'),
      purpose: 'newsletter',
      kind: 'marketing',
      consent: 'newsletter',
      tracked: true,
      trackingConsent: 'opens',
    },
    receipt: { title: text('The receipt'), purpose: 'billing', kind: 'service' },
  },
  media: {
    calls: { way: 'direct', most: 4, when: text('with up to four people.') },
    crowds: { way: 'router-decrypts', fewest: 5, when: text('with five and more.') },
  },
  documents: {
    terms: { title: text('Terms'), kind: 'terms', text: text('You pay, [we](https://eksempel.example) deliver.') },
  },
  reviews: { risks: { title: text('What could go wrong'), last: '2026-03-01', every: 'P1Y' } },
  addresses: { 'web.log': 'network' },
  lists: { principles: { title: text('What we go by'), items: [text('As little as we can.'), text('As short.')] } },
  notices: {
    policyChange: { ahead: 'P30D', ways: ['mail', 'site'] },
    requests: { answer: 'P30D', extension: 'P2M' },
    breach: { authority: 'PT72H' },
    transferOfBusiness: { ahead: 'P30D', deleteFirst: true },
  },
  signals: { gpc: 'honour', dnt: 'honour' },
  authorities: {
    no: { name: 'Datatilsynet', country: 'NO', url: 'https://datatilsynet.example', lead: true },
    se: { name: 'Integritetsskyddsmyndigheten', country: 'SE', url: 'https://imy.example' },
  },
}
