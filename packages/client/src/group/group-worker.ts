import { databaseNames } from '@samtale/protocol'
import { GroupDesk } from './group-desk.ts'
import type { ToGroupWorker } from './group-messages.ts'
import { createIdentityShelf } from './identity-shelf.ts'

/** The worker that holds the group's secrets: `GroupDesk`, with the page at the other end. */
const [identities] = databaseNames
const desk = new GroupDesk({
  post: (message) => self.postMessage(message),
  shelf: createIdentityShelf(identities),
  now: () => performance.now(),
})

self.addEventListener('message', (event: MessageEvent<ToGroupWorker>) => desk.take(event.data, event.ports[0]))
