import fc from 'fast-check'
import { expect, test } from 'vitest'
import { messageId, oneAddress, oneLine, severalLines } from './safe-text.ts'

const breaks = fc.constantFrom(
  '\r\n',
  '\n',
  '\r',
  '\u0000',
  '\u0085',
  '\u2028',
  '\u2029',
  '\v',
  '\f',
  '\u007f',
  '\ud800',
)

test('a line has no break in it, whatever stands around', () => {
  fc.assert(
    fc.property(fc.string(), breaks, fc.string(), (before, between, after) => {
      for (const check of [oneLine, oneAddress, messageId]) {
        expect(() => check(`${before}${between}${after}`)).toThrow(expect.objectContaining({ name: 'MailRefused' }))
      }
    }),
  )
})

test('ordinary lines pass unchanged', () => {
  for (const line of ['Møtet på fredag', 'Re: “a” <b>, c; d:e\\', 'שלום', '😀', '']) expect(oneLine(line)).toBe(line)
})

test('several lines keep their words and lose what is no text', () => {
  expect(severalLines('a\r\nb\rc\n\td\u0000e\u001b[31m')).toBe('a\nb\nc\n\tde[31m')
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(severalLines(text)).not.toMatch(/(?![\n\t])\p{Cc}/u)
    }),
  )
})

test.for([
  'kari@hjem.example',
  "o'hara+news@a.b-c.example",
  'kåre@blåbær.example',
  `${'a'.repeat(64)}@hjem.example`,
  'root@localhost',
])('%s is an address', (address) => {
  expect(oneAddress(address)).toBe(address)
})

test.for([
  '',
  'kari',
  '@hjem.example',
  'kari@',
  'kari@hjem.example, ola@hjem.example',
  'kari@hjem.example;ola@hjem.example',
  'Kari <kari@hjem.example>',
  'kari@hjem.example>',
  '"kari ola"@hjem.example',
  'kari @hjem.example',
  'kari@@hjem.example',
  'kari@ola@hjem.example',
  'kari@hjem.example ',
  'kari@-hjem.example',
  'kari@hjem..example',
  'kari@[127.0.0.1]',
  `${'a'.repeat(65)}@hjem.example`,
  `kari@${'a.'.repeat(130)}example`,
])('“%s” is no address', (address) => {
  expect(() => oneAddress(address)).toThrow(expect.objectContaining({ code: 'mail.address-invalid' }))
})

test('an identifier of a message is one, in its brackets', () => {
  expect(messageId('<CAF=x+y.z@mail.hjem.example>')).toBe('<CAF=x+y.z@mail.hjem.example>')
  for (const wrong of ['a@b', '<a>', '<a@b> <c@d>', '<a b@c>', '<a@b>\r\nBcc: x@y.example', '<<a@b>>', '<@b>']) {
    expect(() => messageId(wrong)).toThrow(expect.objectContaining({ code: 'mail.value-unsafe' }))
  }
})
