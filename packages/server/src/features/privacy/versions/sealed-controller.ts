import type { Controller } from '@samtale/policy'
import { decrypt, encrypt } from '../../../platform/seals/cipher.ts'

/** What the secret that seals controllers is for, as `Seals.secret` asks it. */
export const controllerSecret = 'policy.controller'

/**
 * A controller can be a person. Their name stands on a public page because the law asks for it, and on the pages of the
 * versions that they answered for; in the database it is sealed, so that a copy of it names nobody.
 */
export function sealController(secret: Buffer, version: number, controller: Controller): string {
  return encrypt(secret, boundTo(version), Buffer.from(JSON.stringify(controller))).toString('base64url')
}

/** Null where the secret is another one, or the value was changed or moved. */
export function openController(secret: Buffer, version: number, sealed: string): Controller | null {
  const text = decrypt(secret, boundTo(version), Buffer.from(sealed, 'base64url'))
  // Written by `sealController`, and authenticated.
  return text === null ? null : (JSON.parse(text.toString('utf8')) as Controller)
}

/**
 * What stays of who was named once a version is no longer in force: who it was, and no longer where to reach them or
 * whom they had appointed.
 */
export function formerController({ name, country, organisationNumber, address }: Controller): Controller {
  const number = organisationNumber === undefined ? {} : { organisationNumber }
  return { name, country, address, ...number, email: '', privacyContact: '' }
}

function boundTo(version: number): readonly (string | number)[] {
  return ['policy_controller.controller', version]
}
