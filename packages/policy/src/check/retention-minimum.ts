import type { Duration } from '../duration.ts'
import type { Law } from '../law.ts'
import type { Policy } from '../policy.ts'
import type { Processing } from '../processing.ts'
import { maybeShorter } from '../span.ts'
import type { Finding } from './findings.ts'
import { found } from './found.ts'
import { legalMinimumsOf, longestBefore } from './legal-minimums.ts'

interface Asked {
  readonly law: string
  readonly keep: Duration
  readonly from: string
  /** The rule names it as its minimum, so that the data stays until then even where `keep` is shorter. */
  readonly isHeld: boolean
}

/** Processings whose data goes before a law lets it: by the time of keeping, or by a cap that cuts before. */
export function checkLegalMinimums(policy: Policy): Finding[] {
  return Object.entries(policy.processings).flatMap(([key, processing]) => {
    const { keep, from, cap } = processing.retention
    const asked = askedOf(policy, processing)
    const reached = asked.filter(({ isHeld }) => isHeld)
    const late = asked.find(
      (minimum) => isBelow(keep, from, minimum) && !reached.some((held) => !isBelow(held.keep, held.from, minimum)),
    )
    const cut = asked.find((minimum) => isBelow(cap.atMost, cap.after, minimum))
    const say = ({ law, keep: least, from: event }: Asked, at: string, time: string) => [
      found(
        'retention.below.legal.min',
        ['processings', key, 'retention', at],
        `${time} can end before ${law} allows: ${least} from ${event}.`,
      ),
    ]
    return [
      ...(late === undefined ? [] : say(late, 'keep', `${keep} from ${from}`)),
      ...(cut === undefined ? [] : say(cut, 'cap', `At most ${cap.atMost} after ${cap.after}`)),
    ]
  })
}

function askedOf(policy: Policy, { basis, purpose, retention }: Processing): Asked[] {
  const laws = policy.laws ?? {}
  const byBasis = 'law' in basis ? namedLaw(laws[basis.law], basis.law === retention.minimum) : []
  const byRule = retention.minimum === undefined ? [] : namedLaw(laws[retention.minimum], true)
  const byCountry = legalMinimumsOf(policy.controller?.country, purpose, policy.purposes[purpose])
  return [...byBasis, ...byRule, ...byCountry.map((minimum) => ({ ...minimum, isHeld: false }))]
}

function namedLaw(law: Law | undefined, isHeld: boolean): Asked[] {
  return law?.minimum === undefined ? [] : [{ ...law.minimum, law: law.title.en, isHeld }]
}

function isBelow(time: Duration, event: string, { keep, from }: Asked): boolean {
  return maybeShorter([time], [keep, longestBefore(event, from)])
}
