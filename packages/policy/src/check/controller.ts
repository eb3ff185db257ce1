import type { Controller } from '../controller.ts'
import type { Policy } from '../policy.ts'
import type { Finding } from './findings.ts'
import { found } from './found.ts'

const identity = ['name', 'address', 'country', 'email', 'privacyContact'] as const satisfies (keyof Controller)[]

/** How postcodes are written, by country; where a country isn't listed, none is looked for. */
const postcodes: Readonly<Record<string, RegExp>> = {
  DE: /\b\d{5}\b/,
  DK: /\b\d{4}\b/,
  FI: /\b\d{5}\b/,
  IS: /\b\d{3}\b/,
  NO: /\b\d{4}\b/,
  SE: /\b\d{3} ?\d{2}\b/,
}

/** Somebody is named who answers for it all, and can be reached by letter (art. 13(1)(a)). */
export function checkController({ controller }: Policy): Finding[] {
  const code = 'controller.identity.missing'
  if (controller === null) return [found(code, ['controller'], 'Nobody is named as controller.')]
  const empty = identity.filter((part) => controller[part].trim() === '')
  if (empty.length > 0)
    return empty.map((part) => found(code, ['controller', part], `The controller's ${part} is empty.`))
  const postcode = Object.hasOwn(postcodes, controller.country) ? postcodes[controller.country] : undefined
  if (postcode === undefined || postcode.test(controller.address)) return []
  return [found('controller.address.incomplete', ['controller', 'address'], 'The address has no postcode.')]
}
