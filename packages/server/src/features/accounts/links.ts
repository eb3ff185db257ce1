import type { Policy } from '@samtale/policy'
import type { FooterLink } from '../pages/index.ts'
import { isAwake } from './personal-data.ts'
import { words } from './sign-in/words.ts'

/** What every page links to, where the policy in force has accounts. */
export function accountLinks(policy: Pick<Policy, 'processings'>): FooterLink[] {
  return isAwake(policy) ? [{ href: '/sign-in', label: words.signIn }] : []
}
