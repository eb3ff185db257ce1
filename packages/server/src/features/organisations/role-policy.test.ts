import { expect, test } from 'vitest'
import { organisationRoles, type OrganisationRole } from '../../platform/http/routes.ts'
import { isRole, mayDo, type Asked } from './role-policy.ts'

const all: Asked[] = [
  ...(['see-members', 'leave', 'host-rooms'] as const).map((action) => ({ action })),
  ...(['see-addresses', 'see-audit', 'change-settings', 'see-agreement'] as const).map((action) => ({ action })),
  ...(['accept-agreement', 'delete'] as const).map((action) => ({ action })),
  ...organisationRoles.flatMap((as) => [
    { action: 'invite' as const, as },
    { action: 'withdraw-invitation' as const, as },
  ]),
  ...organisationRoles.map((of) => ({ action: 'remove-member' as const, of })),
  ...organisationRoles.flatMap((from) => organisationRoles.map((to) => ({ action: 'change-role' as const, from, to }))),
]

const spelled = (asked: Asked) => Object.values(asked).join(' ')
const mayOf = (role: OrganisationRole) => all.filter((asked) => mayDo(role, asked)).map(spelled)
const ofMember = ['see-members', 'leave']
const ofAdmin = [
  'see-addresses',
  'see-audit',
  'change-settings',
  'see-agreement',
  ...['member', 'host', 'admin'].flatMap((role) => [
    `invite ${role}`,
    `withdraw-invitation ${role}`,
    `remove-member ${role}`,
    ...['member', 'host', 'admin'].map((to) => `change-role ${role} ${to}`),
  ]),
]

test('each role may do exactly this, of everything that can be asked', () => {
  expect(mayOf('member').toSorted()).toEqual(ofMember.toSorted())
  expect(mayOf('host').toSorted()).toEqual([...ofMember, 'host-rooms'].toSorted())
  expect(mayOf('admin').toSorted()).toEqual([...ofMember, 'host-rooms', ...ofAdmin].toSorted())
  expect(mayOf('owner').toSorted()).toEqual(all.map(spelled).toSorted())
})

test('nobody gives what is above them, and nobody touches who is', () => {
  for (const role of organisationRoles) {
    const above = organisationRoles.slice(organisationRoles.indexOf(role) + 1)
    for (const higher of above) {
      expect(mayDo(role, { action: 'invite', as: higher })).toBe(false)
      expect(mayDo(role, { action: 'remove-member', of: higher })).toBe(false)
      for (const other of organisationRoles) {
        expect(mayDo(role, { action: 'change-role', from: other, to: higher })).toBe(false)
        expect(mayDo(role, { action: 'change-role', from: higher, to: other })).toBe(false)
      }
    }
  }
})

test.for(['', 'Owner', 'operator', 'constructor', 'owner ', undefined])('%j is no role', (text) => {
  expect(isRole(text)).toBe(false)
})
