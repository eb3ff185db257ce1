import type { ClientMessageType, KnownFact, Language, Params, Results } from '@samtale/protocol'
import type { KnownOfParticipant } from './known.ts'
import { knownOf } from './known-of.ts'
import type { Stay } from './meetings.ts'

/** Requests of somebody who has joined; joining itself is the session's. */
export type InMeetingType = Exclude<ClientMessageType, 'join' | 'resume' | 'leave'>
export type InMeetingHandlers = {
  [T in InMeetingType]: (stay: Stay, params: Params<T>) => Results[T] | Promise<Results[T]>
}

export interface MessageOptions {
  /** Puts what is known into words, from the policy's declarations. */
  describe(known: KnownOfParticipant, language: Language): KnownFact[]
}

/** Every request inside a meeting and what it does. A missing one doesn't compile. */
export function meetingMessages({ describe }: MessageOptions): InMeetingHandlers {
  return {
    ping: () => ({}),
    'state.set': ({ meeting, participant }, { state }) => done(meeting.setState(participant, state)),
    'chat.send': ({ meeting, participant }, { envelope }) => done(meeting.chat(participant, envelope)),
    'signal.send': ({ meeting, participant }, params) => done(meeting.signal(participant, params)),
    'direct.failed': ({ meeting, participant }, { participantId }) =>
      done(meeting.directFailed(participant, participantId)),
    'knowledge.get': (stay, { language }) => ({ facts: describe(knownOf(stay), language) }),
    ...routerMessages,
  }
}

const routerMessages = {
  'transport.create': async ({ meeting, participant }, { direction }) => {
    const { parameters, ended } = await meeting.mediaOf(participant).createTransport(direction)
    meeting.unpublished(participant, ended)
    return parameters
  },
  'transport.connect': async ({ meeting, participant }, { transportId, dtlsParameters }) =>
    done(await meeting.mediaOf(participant).connect(transportId, dtlsParameters)),
  'transport.restart': async ({ meeting, participant }, { transportId }) => ({
    iceParameters: await meeting.mediaOf(participant).restartIce(transportId),
  }),
  publish: async ({ meeting, participant }, { transportId, slot, rtpParameters }) => {
    const publication = await meeting.mediaOf(participant).publish(transportId, slot, rtpParameters)
    meeting.published(participant, publication)
    return { publicationId: publication.id }
  },
  unpublish: ({ meeting, participant }, { publicationId }) => {
    meeting.mediaOf(participant).unpublish(publicationId)
    return done(meeting.unpublished(participant, [publicationId]))
  },
  'publication.pause': async ({ meeting, participant }, { publicationId, paused }) =>
    done(await meeting.mediaOf(participant).setPaused(publicationId, paused)),
  subscribe: async ({ meeting, participant }, { transportId, publicationId, rtpCapabilities }) => {
    meeting.refuseUnpublished(participant, publicationId)
    const consumer = await meeting.mediaOf(participant).subscribe(transportId, publicationId, rtpCapabilities)
    return { subscriptionId: consumer.id, kind: consumer.kind, rtpParameters: consumer.rtpParameters }
  },
  'subscription.start': async ({ meeting, participant }, { subscriptionId }) =>
    done(await meeting.mediaOf(participant).start(subscriptionId)),
  'subscription.prefer': async ({ meeting, participant }, { subscriptionId, spatialLayer }) =>
    done(await meeting.mediaOf(participant).preferLayer(subscriptionId, spatialLayer)),
} satisfies Partial<InMeetingHandlers>

// An answer that says only that it was done.
function done(_nothing: void): Record<string, never> {
  return {}
}
