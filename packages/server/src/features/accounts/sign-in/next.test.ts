import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tried } from '../../../../test/attacks/tried.ts'
import { nextPage } from './next.ts'

test.for([
  ['/rooms', '/rooms'],
  ['/rooms/0198c7f2-0000-7000-8000-000000000001/settings', '/rooms/0198c7f2-0000-7000-8000-000000000001/settings'],
  ['/organisations/1/members', '/organisations/1/members'],
  ['/admin/privacy', '/admin/privacy'],
  ['/our-kitchen-table', '/our-kitchen-table'],
  ['/m%C3%B8terom', '/m%C3%B8terom'],
  ['/møterom', '/m%C3%B8terom'],
])('%s leads to %s', ([asked, page]) => {
  expect(nextPage(asked)).toBe(page)
})

test.for([
  ...['', '/', '//evil.example', '///evil.example', '/\\evil.example', '\\\\evil.example', 'https://evil.example'],
  ...[
    'https:/evil.example',
    'javascript:alert(1)',
    '/javascript:alert(1)',
    'data:text/html,x',
    'evil.example',
    'rooms',
  ],
  ...[
    '/%2f/evil.example',
    '/%2Fevil.example',
    '/%5Cevil.example',
    '/%255Cevil.example',
    '/.%2e/evil',
    '/../evil',
    '/./rooms',
  ],
  ...[
    '/rooms/..',
    '/rooms/../evil',
    '/rooms//evil',
    '/rooms/',
    '/account@evil.example',
    '/@evil.example',
    '/rooms?next=x',
  ],
  ...['/rooms#x', '/rooms;x', '/account\r\nSet-Cookie: a=b', '/account%0d%0aSet-Cookie:a=b', '/ac\tcount', '/%09/evil'],
  ...[
    '/%00',
    '/%E0%A4%A',
    '/%',
    '/rooms\u2028',
    '/\u202eevil',
    '/ evil',
    '\t//evil.example',
    '/\u3002evil',
    '/／evil.example',
  ],
  ...['/sign-in', '/sign-in/factor', '/SIGN-IN', '/sign-out', '/api/v1/rooms/x', `/${'x'.repeat(600)}`],
])('%j leads to the account', (asked) => {
  tried('open redirect')
  expect(nextPage(asked)).toBe('/account')
})

test('whatever is asked, what comes out is a path of this origin that is the same when asked again', () => {
  const pieces = fc.constantFrom(
    '/',
    '\\',
    '.',
    '%2f',
    '%5c',
    '%00',
    ':',
    '@',
    'evil.example',
    'rooms',
    '\n',
    '\t',
    '?',
    '#',
  )
  const asked = fc.oneof(
    fc.anything(),
    fc.string({ unit: 'binary' }),
    fc.array(pieces).map((all) => `/${all.join('')}`),
  )
  fc.assert(
    fc.property(asked, (value) => {
      const page = nextPage(value)
      tried('open redirect')
      const url = new URL(page, 'https://skole.example/sign-in')
      expect(url.origin + url.pathname).toBe(`https://skole.example${page}`)
      expect(nextPage(page)).toBe(page)
    }),
    { numRuns: 2_000 },
  )
})
