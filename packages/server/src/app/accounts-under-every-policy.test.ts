import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { hasPasswords, isAwake } from '../features/accounts/index.ts'
import { policyInForce } from '../features/privacy/index.ts'
import { agreedKinds } from '../platform/mail/lint.ts'
import { mailKinds } from './mail-kinds.ts'
import { declarations as system } from './personal-data.ts'

const profile = (name: string) => fileURLToPath(new URL(`../../../../profiles/${name}.yaml`, import.meta.url))

test.each([
  ['samtale', true, false],
  ['whereby', false, false],
  ['klikk', true, true],
  ['nameless', true, true],
] as const)('under the profile %s people have accounts: %s, and passwords: %s', (name, accounts, passwords) => {
  const { policy } = policyInForce({ file: profile(name), system, today: '2026-06-01' })
  expect([isAwake(policy), hasPasswords(policy)]).toEqual([accounts, passwords])
  expect(Object.keys(agreedKinds(mailKinds, policy)).includes('account.code')).toBe(accounts)
})
