import { limits } from '@samtale/protocol'
import type { Connection } from '../connection/connection.ts'
import type { Envelopes } from '../sealing/envelopes.ts'
import type { Hosting } from './view.ts'

/** What a host asks of the server. Whether they may, the server decides; false where it said no, or wasn't there. */
export function createHosting(connection: Pick<Connection, 'request'>, envelopes: Promise<Envelopes>): Hosting {
  const done = (request: Promise<unknown>) =>
    request.then(
      () => true,
      () => false,
    )
  return {
    setLocked: (locked) => done(connection.request(locked ? 'room.lock' : 'room.unlock', {})),
    admit: (knockId) => done(connection.request('knock.admit', { knockId })),
    reject: (knockId) => done(connection.request('knock.reject', { knockId })),
    hold: async (knockId, text) => {
      const message = await knockEnvelope(envelopes, 'hold', text)
      return done(connection.request('knock.hold', { knockId, ...(message === undefined ? {} : { message }) }))
    },
    act: (act, participantId) => done(connection.request(`host.${act}`, { participantId })),
    enlarge: () => done(connection.request('room.enlarge', {})),
    endForAll: () => done(connection.request('meeting.end', {})),
  }
}

/** A few words at the door, sealed; nothing where nothing is said. */
export async function knockEnvelope(
  envelopes: Promise<Envelopes>,
  kind: 'knock' | 'hold',
  text: string,
): Promise<string | undefined> {
  const words = text.trim().slice(0, limits.knockCharacters)
  return words === '' ? undefined : (await envelopes).seal(kind, { text: words })
}
