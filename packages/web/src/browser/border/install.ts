// The first script of every page of the web app: from here on nothing is kept in the browser that the policy doesn't
// declare, whoever tries, and no text becomes code. It stands before all others in the page; build-plugins.ts puts it there.
import { readDeclared } from './declared.ts'
import { guardCookies, guardDatabases } from './guard-others.ts'
import { guardStorages } from './guard-storage.ts'
import { removeWithdrawn } from './sweep.ts'
import { allowOwnWorkers } from './trusted-types.ts'

const declared = readDeclared()
const refused = (store: string): void => {
  if (import.meta.env.DEV) reportError(new Error(`The policy declares no such entry of ${store}.`))
}
allowOwnWorkers()
removeWithdrawn(declared.withdrawn)
guardStorages(declared, refused)
guardCookies(declared.cookie, refused)
guardDatabases(declared.indexeddb, refused)
