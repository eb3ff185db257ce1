import { expect, test } from 'vitest'
import { sampleProfile } from '../../test/sample-profile.ts'
import { compileProfile } from './compile.ts'

const causesIn = (text: string) =>
  Object.fromEntries(compileProfile(text).findings.map(({ at, because }) => [at, because]))

test('what a refusal brings about names the part that was refused, and a mistake of its own names none', () => {
  const causes = causesIn(sampleProfile.replace('title: To answer', 'titel: To answer'))
  expect(causes['purposes.answer.titel']).toBeUndefined()
  expect(causes['processings.letters.purpose']).toEqual(['purposes.answer'])
  expect(causes['storage.draft.purpose']).toEqual(['purposes.answer'])
  expect(causes['categories.mail']).toEqual(['processings.letters'])
})

test('what nobody declares has no cause, also where another section has the name', () => {
  const causes = causesIn(sampleProfile.replace('recipients: [post]', 'recipients: [letters]'))
  expect(causes['processings.letters.recipients.0']).toBeUndefined()
})

test('a consent whose only use was refused says so', () => {
  const consents = 'consents:\n  news: { title: News, text: Send me news., asked: form, validFor: P1Y }\nstorage:\n'
  const text = sampleProfile
    .replace('storage:\n', consents)
    .replace('article: 6-1-b, contract: the answer you ask for., step: enter', 'article: 6-1-a, consent: news')
    .replace('keep: P30D', 'keep: forever')
  expect(causesIn(text)['consents.news']).toEqual(['processings.letters'])
})
