import { createIdentityKeys, identityOf, type Identity } from './identity.ts'

/** For tests: somebody new, whose key nothing keeps. */
export async function createIdentity(): Promise<Identity> {
  return identityOf(await createIdentityKeys())
}
