import { canonicalRoomName } from '@samtale/protocol'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkPath, policyPath, roomLink, roomPath, routeFor, secretIn } from './routes.ts'

test('the root is the start page', () => {
  expect(routeFor('/')).toEqual({ page: 'start' })
  expect(routeFor('')).toEqual({ page: 'start' })
})

test('a name is a room, in its one spelling', () => {
  expect(routeFor('/quiet-birch')).toEqual({ page: 'room', room: 'quiet-birch', path: '/quiet-birch' })
  expect(routeFor('/Our%20Kitchen_Table/')).toEqual({
    page: 'room',
    room: 'our-kitchen-table',
    path: '/our-kitchen-table',
  })
  expect(routeFor('/bl%C3%A5b%C3%A6r')).toMatchObject({ room: 'blåbær' })
})

test.each(['/a/b', '/privacy', '/..%2F..', '/%E0%A4%A', '/a%2Fb', `/${'x'.repeat(300)}`, '/💬'])(
  '%s is not a room',
  (path) => {
    expect(routeFor(path)).toEqual({ page: 'not-a-room' })
  },
)

test('policies have a list, a page each, and one to check one’s own', () => {
  expect(routeFor(policyPath())).toEqual({ page: 'policies', view: { name: 'list' } })
  expect(routeFor('/policies/')).toEqual({ page: 'policies', view: { name: 'list' } })
  expect(routeFor(policyPath('no-isolation'))).toEqual({ page: 'policies', view: { name: 'one', key: 'no-isolation' } })
  expect(routeFor(checkPath)).toEqual({ page: 'policies', view: { name: 'check' } })
  expect(routeFor('/policies/klikk/more')).toEqual({ page: 'not-a-room' })
  expect(routeFor('/policies/%E0%A4%A')).toMatchObject({ page: 'policies', view: { name: 'one' } })
})

const characters = fc.constantFrom(...'aZ9 _-/.%#?åß', '%2F', '%E0', 'İ', 'ﬁ', '💬', '\u0301', '\n')
const text = fc.array(characters, { maxLength: 12 }).map((parts) => parts.join(''))

test('every path is some page, and a room has one address', () => {
  fc.assert(
    fc.property(text, (path) => {
      const route = routeFor(`/${path}`)
      if (route.page === 'room') expect(routeFor(route.path)).toEqual(route)
    }),
  )
})

test('every room name leads to its room', () => {
  fc.assert(
    fc.property(text, (typed) => {
      const name = canonicalRoomName(typed)
      if (name.ok) expect(routeFor(roomPath(name.name))).toMatchObject({ page: 'room', room: name.name })
    }),
  )
})

test('the secret comes from the fragment, as it is', () => {
  expect(secretIn('')).toBeNull()
  expect(secretIn('#')).toBeNull()
  expect(secretIn('#blåbær')).toBe('blåbær')
  expect(secretIn('#bl%C3%A5b%C3%A6r')).toBe('blåbær')
  expect(secretIn('#100%')).toBe('100%')
})

test('a link holds room and secret, and leads to both', () => {
  const link = new URL(roomLink('https://meet.example', 'blåbær', 'kT9-_x'))
  expect(routeFor(link.pathname)).toMatchObject({ room: 'blåbær' })
  expect(secretIn(link.hash)).toBe('kT9-_x')
})
