import type { Duration } from '../duration.ts'
import type { Policy } from '../policy.ts'
import { isSurelyLonger } from '../span.ts'
import type { Finding } from './findings.ts'
import { found } from './found.ts'

/** Longest times that the law gives: art. 12(3), 33(1). */
const atMost = { answer: 'P1M', extension: 'P2M', authority: 'PT72H' } as const
/** Shortest warning before a material change, by which people can still leave (WP 260 § 30 asks for time enough). */
const ahead = 'P14D'

/** What is told or answered too late, and signals that the policy would rather not hear. */
export function checkNotices({ notices, signals }: Policy): Finding[] {
  const unheard = (['gpc', 'dnt'] as const).filter((signal) => signals?.[signal] === 'ignore')
  const late = notices === undefined ? [] : tooLate(notices)
  return [
    ...late.map(({ path, message }) => found('notice.late', ['notices', ...path], message)),
    ...unheard.map((signal) => found('signal.ignored', ['signals', signal], `The policy ignores ${signal}.`)),
  ]
}

function tooLate({ policyChange, requests, breach, transferOfBusiness }: NonNullable<Policy['notices']>) {
  const { answer, extension, authority } = atMost
  const over = (path: string[], time: Duration, most: Duration) =>
    isSurelyLonger([time], [most]) ? [{ path, message: `${time} is longer than the law's ${most}.` }] : []
  const under = (path: string[], time: Duration) =>
    isSurelyLonger([ahead], [time]) ? [{ path, message: `${time} ahead is too short; ${ahead} is the least.` }] : []
  return [
    ...over(['requests', 'answer'], requests.answer, answer),
    ...over(['requests', 'extension'], requests.extension, extension),
    ...over(['breach', 'authority'], breach.authority, authority),
    ...under(['policyChange', 'ahead'], policyChange.ahead),
    ...(transferOfBusiness === undefined ? [] : under(['transferOfBusiness', 'ahead'], transferOfBusiness.ahead)),
  ]
}
