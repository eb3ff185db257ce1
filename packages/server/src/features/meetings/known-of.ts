import type { KnownOfParticipant } from './known.ts'
import type { Stay } from './meetings.ts'

/** All that the server holds about somebody in a call, read off the living objects. */
export function knownOf({ meeting, participant }: Stay): KnownOfParticipant {
  return {
    ...groupOf({ meeting, participant }),
    networkAddress: participant.link?.networkAddress ?? '',
    roomName: meeting.room,
    linkTag: meeting.tag,
    participantId: participant.id,
    joinedAt: participant.joinedAt,
    lastSeenAt: participant.lastSeenAt,
    resumeTokenHash: participant.tokenHash,
    path: meeting.media.path.current.mode,
    peopleInRoom: meeting.people.size,
    publications: participant.media?.publications().map(({ slot, paused }) => ({ slot, paused })) ?? [],
    transports: participant.media?.transports() ?? [],
    eventsKept: participant.outbox.kept,
    messagesReceived: participant.messagesReceived,
    bytesReceived: participant.bytesReceived,
    away: participant.link === null,
    role: participant.role,
    claimed: participant.claimed,
    personKey: participant.person?.key ?? null,
    admissionHash: participant.admissionHash,
    stopped: [...participant.stopped],
  }
}

/** What of the meeting's group the server can tell of somebody. */
function groupOf({ meeting, participant }: Stay) {
  const inGroup = meeting.group.of(participant.id)
  return {
    groupHandle: inGroup?.handle ?? null,
    groupKeyPackage: inGroup?.asked ?? null,
    groupPosition: inGroup?.position ?? null,
  }
}
