import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { policyInForce } from '../features/privacy/index.ts'
import { isAwake } from '../features/rights/index.ts'
import { agreedKinds } from '../platform/mail/lint.ts'
import { mailKinds } from './mail-kinds.ts'
import { declarations as system } from './personal-data.ts'

const profile = (name: string) => fileURLToPath(new URL(`../../../../profiles/${name}.yaml`, import.meta.url))

test.each(['huddly', 'whereby', 'no-isolation', 'klikk', 'nameless', 'samtale'])(
  'rows G01, G03: under the profile %s requests are taken and answered by mail, whether it speaks of them or not',
  (name) => {
    const { policy } = policyInForce({ file: profile(name), system, today: '2026-06-01' })
    expect(isAwake(policy)).toBe(true)
    expect(Object.keys(agreedKinds(mailKinds, policy))).toContain('rights.confirm')
  },
)
