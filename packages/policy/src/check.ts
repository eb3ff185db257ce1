import { checkReferences } from './check-references.ts'
import { checkTexts } from './check-texts.ts'
import { parseDuration } from './duration.ts'
import type { Finding } from './findings.ts'
import type { Controller } from './controller.ts'
import type { Policy } from './policy.ts'

/**
 * Everything in a policy that contradicts itself, is left empty or points nowhere; nothing where it is in order. It
 * finds what the compiler can't: a policy may come from a file.
 */
export function checkPolicy(policy: Policy): Finding[] {
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
  if (controller === null) return [{ code, at: 'controller', message: 'Nobody is named as controller.' }]
  return identity
    .filter((part) => controller[part].trim() === '')
    .map((part) => ({ code, at: `controller.${part}`, message: `The controller's ${part} is empty.` }))
}

function checkSections(policy: Policy): Finding[] {
  const lists = {
    inShort: policy.inShort,
    categories: Object.keys(policy.categories),
    purposes: Object.keys(policy.purposes),
    processings: Object.keys(policy.processings),
    rights: policy.rights,
    ...Object.fromEntries(
      Object.entries(policy.processings).map(([key, { categories }]) => [`processings.${key}.categories`, categories]),
    ),
  }
  return Object.entries(lists)
    .filter(([, list]) => list.length === 0)
    .map(([at]) => ({ code: 'section.empty', at, message: `The list ${at} is empty.` }))
}

function checkDurations(policy: Policy): Finding[] {
  const durations = [
    ...Object.entries(policy.processings).flatMap(([key, { retention }]) => [
      { at: `processings.${key}.retention.keep`, duration: retention.keep },
      { at: `processings.${key}.retention.cap.atMost`, duration: retention.cap.atMost },
    ]),
    ...Object.entries(policy.storage)
      .filter(([, { lifetime }]) => lifetime !== 'session' && lifetime !== 'until-cleared')
      .map(([key, { lifetime }]) => ({ at: `storage.${key}.lifetime`, duration: lifetime })),
  ]
  return durations
    .filter(({ duration }) => parseDuration(duration) === null)
    .map(({ at, duration }) => ({ code: 'retention.malformed', at, message: `${duration} is no ISO 8601 duration.` }))
}
