import { expect, test } from 'vitest'
import { contentSecurityPolicy, type Recipients } from './content-security-policy.ts'

const nothing = new Set<string>()
const strict = contentSecurityPolicy({}, { consents: nothing })
const recipients: Recipients = {
  payments: { browser: { directives: ['frame-src'], hosts: ['pay.example.test'] } },
  matomo: {
    browser: {
      directives: ['script-src', 'connect-src'],
      hosts: ['stats.example.test', '*.cdn.example.test:8443'],
      consent: 'statistics',
    },
  },
  chat: { browser: { directives: ['script-src'], hosts: ['localhost:4000'], onClick: true } },
  nobody: {},
}

function directive(policy: string, name: string): string {
  return policy.split('; ').find((line) => line.startsWith(name)) ?? ''
}

test('without recipients everything comes from here, nothing inline, and no text becomes code', () => {
  expect(strict).toContain("default-src 'none'")
  expect(strict).toContain("script-src 'self';")
  expect(strict).toContain("require-trusted-types-for 'script'; trusted-types default")
  expect(strict).not.toMatch(/unsafe|frame-src|https?:|\*/)
  // Nobody frames it, no form of it goes elsewhere, and no address in it begins anywhere else.
  for (const name of ['frame-ancestors', 'base-uri']) expect(directive(strict, name)).toBe(`${name} 'none'`)
  expect(directive(strict, 'form-action')).toBe("form-action 'self'")
})

test('a recipient’s hosts are opened for its directives, those with a consent once it was given', () => {
  const before = contentSecurityPolicy(recipients, { consents: nothing })
  expect(directive(before, 'frame-src')).toBe('frame-src https://pay.example.test')
  expect(before).not.toMatch(/stats|cdn|4000/)
  expect(contentSecurityPolicy(recipients, { consents: new Set(['marketing', 'x']) })).toBe(before)
  const after = contentSecurityPolicy(recipients, { consents: new Set(['statistics']) })
  expect(directive(after, 'script-src')).toBe(
    "script-src 'self' https://stats.example.test https://*.cdn.example.test:8443",
  )
  expect(directive(after, 'img-src')).toBe(directive(strict, 'img-src'))
  expect(after).not.toContain('trusted-types')
})

test('what a click loads is opened on a page of its own', () => {
  const page = contentSecurityPolicy(recipients, { consents: nothing, clicked: ['chat'] })
  expect(directive(page, 'script-src')).toBe("script-src 'self' http://localhost:4000")
})

test.each([
  '*',
  "'unsafe-inline'",
  'data:',
  'https:',
  'https://x.example.test',
  'x.example.test/path',
  'a b.example.test',
  'x.test; script-src *',
  '*.test',
  'localhost.',
  '',
])('“%s” is no host', (host) => {
  const wrong = { x: { browser: { directives: ['script-src'], hosts: [host] } } } as const
  expect(() => contentSecurityPolicy(wrong, { consents: nothing })).toThrow(TypeError)
})
