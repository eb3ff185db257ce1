import type { Controller } from '../controller.ts'
import { parseDuration } from '../duration.ts'
import type { Policy } from '../policy.ts'
import type { Finding } from './findings.ts'
import { found } from './found.ts'
import { checkReferences } from './references.ts'
import { checkTexts } from './texts.ts'

/**
 * Everything in a policy that contradicts itself, is left empty or points nowhere; nothing where it is in order. It
 * finds what the compiler can't: a policy may come from a file.
 */
export function checkPolicy(policy: Policy, _surroundings: { today?: string | undefined } = {}): Finding[] {
  return [
    ...checkController(policy.controller),
    ...checkSections(policy),
    ...checkReferences(policy),
    ...checkTexts(policy),
    ...checkDurations(policy),
  ]
}

const identity = ['name', 'address', 'country', 'email', 'privacyContact'] as const satisfies (keyof Controller)[]

function checkController(controller: Controller | null): Finding[] {
  const code = 'controller.identity.missing'
  if (controller === null) return [found(code, ['controller'], 'Nobody is named as controller.')]
  return identity
    .filter((part) => controller[part].trim() === '')
    .map((part) => found(code, ['controller', part], `The controller's ${part} is empty.`))
}

function checkSections(policy: Policy): Finding[] {
  const lists: [string[], readonly unknown[]][] = [
    [['inShort'], policy.inShort],
    [['categories'], Object.keys(policy.categories)],
    [['purposes'], Object.keys(policy.purposes)],
    [['processings'], Object.keys(policy.processings)],
    [['rights'], policy.rights],
    ...Object.entries(policy.processings).map(([key, { categories }]): [string[], readonly unknown[]] => [
      ['processings', key, 'categories'],
      categories,
    ]),
  ]
  return lists
    .filter(([, list]) => list.length === 0)
    .map(([path]) => found('section.empty', path, `The list ${path.join('.')} is empty.`))
}

function checkDurations(policy: Policy): Finding[] {
  const durations: [string[], string][] = [
    ...Object.entries(policy.processings).flatMap(([key, { retention }]): [string[], string][] => [
      [['processings', key, 'retention', 'keep'], retention.keep],
      [['processings', key, 'retention', 'cap', 'atMost'], retention.cap.atMost],
    ]),
    ...Object.entries(policy.storage)
      .filter(([, { lifetime }]) => lifetime !== 'session' && lifetime !== 'until-cleared')
      .map(([key, { lifetime }]): [string[], string] => [['storage', key, 'lifetime'], lifetime]),
  ]
  return durations
    .filter(([, duration]) => parseDuration(duration) === null)
    .map(([path, duration]) => found('retention.malformed', path, `${duration} is no ISO 8601 duration.`))
}
