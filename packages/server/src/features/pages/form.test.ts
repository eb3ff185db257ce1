import fc from 'fast-check'
import { expect, test } from 'vitest'
import { form } from './form.ts'
import { markup } from './markup.ts'

const label = { en: 'Your message', nb: 'Meldingen din', sv: 'Ditt meddelande' }
const fields = [
  { name: 'message', label, kind: 'long' },
  {
    name: 'kind',
    label,
    kind: 'radio',
    choices: [
      { value: 'a', label },
      { value: 'b', label },
    ],
  },
] as const

test('what was sent is shown again, and what is wrong beside its field and before all', () => {
  const made = String(
    form({
      action: '/contact',
      language: 'nb',
      fields,
      submit: label,
      sent: { message: 'hei', kind: 'b' },
      wrong: { message: label },
    }),
  )
  expect(made).toContain('>hei</textarea>')
  expect(made).toContain('value="b" checked')
  expect(made).toContain('aria-describedby="message-wrong"')
  expect(made).toContain('<a href="#message">Meldingen din</a>')
  expect(made.indexOf('role="alert"')).toBeLessThan(made.indexOf('<form'))
})

test('no value becomes markup', () => {
  fc.assert(
    fc.property(fc.constantFrom('<b>', '"><script>', "' onx='", '</textarea>'), fc.string(), (attack, rest) => {
      const made = String(
        form({ action: '/x', language: 'en', fields, submit: label, sent: { message: attack + rest } }),
      )
      const plain = String(form({ action: '/x', language: 'en', fields, submit: label }))
      const tags = (text: string) => (text.match(/<[^>]*>/g) ?? []).length
      expect(tags(made)).toBe(tags(plain))
      expect(String(markup`<p title="${attack}">${rest}</p>`).match(/<[^>]*>/g)).toHaveLength(2)
    }),
  )
})
