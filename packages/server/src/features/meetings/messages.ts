import {
  Refusal,
  stoppableSlots,
  type ClientMessageType,
  type GroupRequest,
  type KnownFact,
  type Language,
  type Params,
  type Results,
  type Slot,
} from '@samtale/protocol'
import type { Doorkeeper } from './doorkeeper.ts'
import { hostMessages } from './host-messages.ts'
import type { KnownOfParticipant } from './known.ts'
import { knownOf } from './known-of.ts'
import type { Stay } from './meetings.ts'
import type { Participant } from './participant.ts'

/** Requests of somebody who has joined; joining itself is the session's. */
export type InMeetingType = Exclude<
  ClientMessageType,
  'join' | 'resume' | 'leave' | 'knock' | 'knock.resume' | 'knock.cancel'
>
export type InMeetingHandlers = {
  [T in InMeetingType]: (stay: Stay, params: Params<T>) => Results[T] | Promise<Results[T]>
}

export interface MessageOptions {
  /** Puts what is known into words, from the policy's declarations. */
  describe(known: KnownOfParticipant, language: Language): KnownFact[]
  doorkeeper: Doorkeeper
}

/** Every request inside a meeting and what it does. A missing one doesn't compile. */
export function meetingMessages({ describe, doorkeeper }: MessageOptions): InMeetingHandlers {
  return {
    ping: () => ({}),
    ...groupMessages,
    'direct.failed': (stay, { participantId }) => {
      other(stay, participantId)
      return done(stay.meeting.media.path.wantRelay())
    },
    'ice.get': ({ meeting }) => meeting.ice(),
    'knowledge.get': (stay, { language }) => ({ facts: describe(knownOf(stay), language) }),
    ...routerMessages,
    ...hostMessages(doorkeeper),
  }
}

/** Orders the group's commits and relays what is said in it; nothing of it is opened (rules G1–G10). */
const groupMessages = {
  'group.wish': (stay) => ordered(stay, { type: 'group.wish' }),
  'group.ask': (stay, params) => ordered(stay, { type: 'group.ask', ...params }),
  'group.made': (stay, params) => ordered(stay, { type: 'group.made', ...params }),
  'group.commit': (stay, params) => ordered(stay, { type: 'group.commit', ...params }),
  'group.at': (stay, params) => ordered(stay, { type: 'group.at', ...params }),
  'group.present': (stay, params) => ordered(stay, { type: 'group.present', ...params }),
  'group.say': (stay, { message, to }) => {
    if (to !== undefined) other(stay, to)
    return done(stay.meeting.group.say(stay.participant.id, message, to ?? null))
  },
} satisfies Partial<InMeetingHandlers>

/** What makes the server tell everybody anew who is there, so not too often (rule G2). */
const asking: ReadonlySet<GroupRequest['type']> = new Set(['group.wish', 'group.ask', 'group.made', 'group.present'])

function ordered({ meeting, participant }: Stay, request: GroupRequest): Record<string, never> {
  if (asking.has(request.type) && !participant.groupAsks.take()) throw new Refusal('rate.exceeded')
  return done(meeting.group.take(participant.id, request))
}

const routerMessages = {
  'transport.create': async ({ meeting, participant }, { direction }) => {
    const { parameters, ended } = await meeting.media.of(participant).createTransport(direction)
    meeting.media.unpublished(participant, ended)
    return parameters
  },
  'transport.connect': async ({ meeting, participant }, { transportId, dtlsParameters }) =>
    done(await meeting.media.of(participant).connect(transportId, dtlsParameters)),
  'transport.restart': async ({ meeting, participant }, { transportId }) => ({
    iceParameters: await meeting.media.of(participant).restartIce(transportId),
  }),
  publish: async ({ meeting, participant }, { transportId, slot, rtpParameters }) => {
    refuseStopped(participant, slot)
    const media = meeting.media.of(participant)
    const publication = await media.publish(transportId, slot, rtpParameters)
    // A host may have stopped it meanwhile.
    if (isStopped(participant, slot)) await media.setPaused(publication.id, true)
    meeting.announce({ type: 'published', publication }, participant)
    return { publicationId: publication.id }
  },
  unpublish: ({ meeting, participant }, { publicationId }) => {
    meeting.media.of(participant).unpublish(publicationId)
    return done(meeting.media.unpublished(participant, [publicationId]))
  },
  'publication.pause': async ({ meeting, participant }, { publicationId, paused }) => {
    const media = meeting.media.of(participant)
    if (!paused) refuseStopped(participant, media.slotOf(publicationId))
    return done(await media.setPaused(publicationId, paused))
  },
  subscribe: async ({ meeting, participant }, { transportId, publicationId, rtpCapabilities }) => {
    meeting.media.refuseUnpublished(participant, publicationId)
    const consumer = await meeting.media.of(participant).subscribe(transportId, publicationId, rtpCapabilities)
    return { subscriptionId: consumer.id, kind: consumer.kind, rtpParameters: consumer.rtpParameters }
  },
  'subscription.start': async ({ meeting, participant }, { subscriptionId }) =>
    done(await meeting.media.of(participant).start(subscriptionId)),
  'subscription.prefer': async ({ meeting, participant }, { subscriptionId, spatialLayer }) =>
    done(await meeting.media.of(participant).preferLayer(subscriptionId, spatialLayer)),
} satisfies Partial<InMeetingHandlers>

/** @throws Refusal `participant.unknown` where there is no such other. */
function other({ meeting, participant }: Stay, id: string): Participant {
  const found = meeting.participant(id)
  if (found === participant) throw new Refusal('participant.unknown')
  return found
}

function isStopped(participant: Participant, slot: Slot): boolean {
  return stoppableSlots.some((one) => one === slot && participant.stopped.has(one))
}

function refuseStopped(participant: Participant, slot: Slot): void {
  if (isStopped(participant, slot)) throw new Refusal('media.stopped')
}

// An answer that says only that it was done.
function done(_nothing: void): Record<string, never> {
  return {}
}
