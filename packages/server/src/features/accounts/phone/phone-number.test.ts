import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asLogin, phoneOf, readPhone } from './phone-number.ts'

test.for([
  ['+47 912 34 567', 'SE', '+4791234567'],
  ['0047 91 23 45 67', null, '+4791234567'],
  ['912 34 567', 'NO', '+4791234567'],
  ['070-123 45 67', 'SE', '+46701234567'],
  ['+46 (0)70 123 45 67', 'NO', '+46701234567'],
  ['+358 (0)40 1234567', null, '+358401234567'],
  ['+1 (202) 555-0123', null, '+12025550123'],
] as const)('%s in %s is %s', ([written, country, number]) => {
  expect(readPhone(written, country)).toBe(number)
})

test.for([
  ['912 34 567', null],
  ['912 34 567', 'SE'],
  ['91234567', 'US'],
  ['+47 1234', 'NO'],
  ['+47 912 34 5678', 'NO'],
  ['+0 912 34 567', 'NO'],
  ['+', 'NO'],
  ['', 'NO'],
  ['112', 'NO'],
  ['+47 912 34 567,+47 922 34 567', 'NO'],
  ['+47 912 34 567\r\nTo: x', 'NO'],
  ['+47912345六7', 'NO'],
  ['+٤٧٩١٢٣٤٥٦٧', 'NO'],
  ['tel:+4791234567', 'NO'],
] as const)('%j in %s is none', ([written, country]) => {
  expect(readPhone(written, country)).toBeNull()
})

test('a number is read as itself again, and is no address of anybody', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('NO', 'SE', 'DK', 'FI', null), (text, country) => {
      const number = readPhone(text, country)
      if (number === null) return
      expect(number).toMatch(/^\+[1-9]\d{7,14}$/)
      expect(readPhone(number, null)).toBe(number)
      expect(phoneOf(asLogin(number))).toBe(number)
    }),
  )
  expect(phoneOf('ola@hjem.example')).toBeNull()
})
