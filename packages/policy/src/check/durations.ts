import { parseDuration } from '../duration.ts'
import type { Policy } from '../policy.ts'
import type { Path } from '../path.ts'
import type { Finding } from './findings.ts'
import { found } from './found.ts'

/** Times that are no ISO 8601 durations. */
export function checkDurations(policy: Policy): Finding[] {
  return [...ofProcessings(policy), ...ofStorage(policy), ...ofPromises(policy)]
    .filter(([, duration]) => duration !== undefined && parseDuration(duration) === null)
    .map(([path, duration]) => found('retention.malformed', path, `${duration} is no ISO 8601 duration.`))
}

type Placed = [path: Path, duration: string | undefined]

function ofProcessings({ processings }: Policy): Placed[] {
  return Object.entries(processings).flatMap(([key, { retention }]): Placed[] => [
    [['processings', key, 'retention', 'keep'], retention.keep],
    [['processings', key, 'retention', 'cap', 'atMost'], retention.cap.atMost],
    [['processings', key, 'retention', 'notice', 'before'], retention.notice?.before],
  ])
}

function ofStorage({ storage }: Policy): Placed[] {
  return Object.entries(storage)
    .filter(([, { lifetime }]) => lifetime !== 'session' && lifetime !== 'until-cleared')
    .map(([key, { lifetime }]) => [['storage', key, 'lifetime'], lifetime])
}

function ofPromises({ consents = {}, laws = {}, reviews = {}, notices }: Policy): Placed[] {
  return [
    ...Object.entries(consents).map(([key, { validFor }]): Placed => [['consents', key, 'validFor'], validFor]),
    ...Object.entries(laws).map(([key, { minimum }]): Placed => [['laws', key, 'minimum', 'keep'], minimum?.keep]),
    ...Object.entries(reviews).map(([key, { every }]): Placed => [['reviews', key, 'every'], every]),
    [['notices', 'policyChange', 'ahead'], notices?.policyChange.ahead],
    [['notices', 'requests', 'answer'], notices?.requests.answer],
    [['notices', 'requests', 'extension'], notices?.requests.extension],
    [['notices', 'breach', 'authority'], notices?.breach.authority],
    [['notices', 'transferOfBusiness', 'ahead'], notices?.transferOfBusiness?.ahead],
  ]
}
