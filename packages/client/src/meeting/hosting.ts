import { limits } from '@samtale/protocol'
import type { Connection } from '../connection/connection.ts'
import type { GroupClient } from '../group/group-client.ts'
import type { Envelopes } from '../sealing/envelopes.ts'
import type { MeetingState } from './state.ts'
import type { Hosting } from './view.ts'

export interface HostingOptions {
  connection: Pick<Connection, 'request'>
  group: Pick<GroupClient, 'setRules' | 'letIn' | 'sendAway'>
  envelopes: Promise<Envelopes>
  state(): MeetingState
}

/**
 * What a host does: asked of the server, which decides for itself, and said in the group, where it holds whatever the
 * server does. False where it came to nothing.
 */
export function createHosting({ connection, group, envelopes, state }: HostingOptions): Hosting {
  const done = (request: Promise<unknown>) =>
    request.then(
      () => true,
      () => false,
    )
  /** Who asks to come into the group though the door is locked. */
  const insideWaiting = (id: string) => state().group.waiting.find(({ participantId }) => participantId === id)
  return {
    async setLocked(locked) {
      const isHost = state().group.isHost
      const inGroup = isHost ? group.setRules({ locked }) : Promise.resolve(!locked || !state().group.locked)
      const [byServer, byGroup] = await Promise.all([
        done(connection.request(locked ? 'room.lock' : 'room.unlock', {})),
        inGroup,
      ])
      return byServer && (byGroup || !isHost)
    },
    admit(knockId) {
      const inside = insideWaiting(knockId)
      const member = inside?.member ?? state().door.knockers.find(({ id }) => id === knockId)?.member
      if (typeof member === 'string') group.letIn(member)
      return inside ? Promise.resolve(true) : done(connection.request('knock.admit', { knockId }))
    },
    reject: (knockId) =>
      insideWaiting(knockId)
        ? done(connection.request('host.remove', { participantId: knockId }))
        : done(connection.request('knock.reject', { knockId })),
    hold: async (knockId, text) => {
      if (insideWaiting(knockId)) return false
      const message = await knockEnvelope(envelopes, 'hold', text)
      return done(connection.request('knock.hold', { knockId, ...(message === undefined ? {} : { message }) }))
    },
    async act(act, participantId) {
      // Whom the person sees there now: before it answers, the server could have another stand there.
      const member = state().group.members.get(participantId)?.id
      const did = await done(connection.request(`host.${act}`, { participantId }))
      if (!did || member === undefined) return did
      // So that they are out of the group even where the server only says so.
      if (act === 'remove' || act === 'block') group.sendAway(member)
      return act === 'promote' && state().group.isHost ? group.setRules({ host: member }) : did
    },
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
