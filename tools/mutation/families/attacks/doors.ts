import type { Family } from '../../mutation.ts'
import { without, type Attack, type Edit } from './attack.ts'

const meetings = 'packages/server/src/features/meetings'
const tests = 'packages/server/test/signalling'
const door = (title: string): Attack => [`${tests}/door.test.ts`, title]
const hosts = (title: string): Attack => [`${tests}/hosts.test.ts`, title]
const resumed = (title: string): Attack => [`${tests}/resume.test.ts`, title]
const rights = `${meetings}/rights/meeting-rights.ts`
const meeting = `${meetings}/meeting.ts`
const admissions = `${meetings}/admissions.ts`
const doors = `${meetings}/door.ts`
const noHost = hosts('H2 who is no host may do none of it')
const above = hosts('H3 whom a host made one can’t turn against the owner')
const once = door('N5 who is let in comes in, once, and not with somebody else’s admission')
const longBreak = door('N5 an admission brings one back after a long break')
const blocked = hosts('H8 a block holds for the person while the meeting lasts')

const onRoom: Edit = [rights, "if (!isHost(standing)) return 'host.required'\n  return act", 'return act']
const onPerson: Edit = [
  rights,
  "if (!isHost(standing)) return 'host.required'\n  if (target === 'self')",
  "if (target === 'self')",
]

/** Rules N and H of packages/protocol/SPEC.md: who comes in, and who may do what inside. */
export const meetingDoors: Family = {
  name: 'attacks: doors and hosts of meetings',
  mutations: [
    without('guests do to the room what hosts do', noHost, onRoom),
    without(
      'guests do to others what hosts do, though hosts are asked for twice',
      noHost,
      [`${meetings}/host-messages.ts`, "refuse(mayActOnRoom(standing(stay), 'lock'))\n", ''],
      onPerson,
    ),
    without('guests learn who is there', noHost, [
      `${meetings}/host-messages.ts`,
      "refuse(mayActOnRoom(standing(stay), 'lock'))\n",
      '',
    ]),
    without('whom a host made one removes the owner', above, [
      rights,
      "return target === 'promoted' && standing !== 'promoted'",
      "return target !== 'guest' || standing !== 'promoted'",
    ]),
    without('hosts act on themselves', above, [rights, "if (target === 'self') return 'host.refused'\n", '']),
    without('whom a host made one makes the room large', door('N10 the fifth finds a small room full'), [
      rights,
      "return act === 'enlarge' && standing !== 'claim' ? 'host.refused' : 'allowed'",
      "return act === 'enlarge' && standing === 'guest' ? 'host.refused' : 'allowed'",
    ]),
    without('the fifth comes into a small room', door('N10 the fifth finds a small room full'), [
      `${meetings}/room-facts.ts`,
      "return this.#entrance.size === 'small' && people >= limits.directPeople",
      "return this.#entrance.size === 'small' && people >= 100 * limits.directPeople",
    ]),
    without('everybody hosts', hosts('H1 nothing that a client says of itself makes it a host'), [
      `${meetings}/hosts.ts`,
      "if (participant.claimed === 'host') return 'claim'",
      "if (participant.claimed !== 'member') return 'claim'",
    ]),
    without(
      'who was made a host is one in the next meeting',
      hosts('H1 whom a host made one is one, also after coming back'),
      [
        meeting,
        'this.admissions.clear(this.door.startOver(this.facts.startsLocked))',
        'this.door.startOver(this.facts.startsLocked)',
      ],
    ),
    without('a locked door is open', door('N3 a locked door is locked to guests and members'), [
      meeting,
      "if (hash === null && this.door.locked && role !== 'host') throw new Refusal('room.locked')\n",
      '',
    ]),
    without('members pass the lock', door('N3 a locked door is locked to guests and members'), [
      meeting,
      "this.door.locked && role !== 'host'",
      "this.door.locked && role === 'guest'",
    ]),
    without('a room where one knocks begins open', door('N3 a room may begin every meeting locked'), [
      `${meetings}/room-facts.ts`,
      "return this.owned && this.#entrance.door === 'knock'",
      "return !this.owned && this.#entrance.door === 'knock'",
    ]),
    without('an admission is anybody’s', once, [
      admissions,
      'if (admission === undefined || admission.account !== accountOf(person)) return null',
      'if (admission === undefined) return null',
    ]),
    without('an admission opens the door as often as it is shown', once, [
      admissions,
      'if (passed !== null) this.#admissions.delete(passed)\n',
      '',
    ]),
    without('an admission is for two at a time', longBreak, [
      admissions,
      'return admission.participantId !== null && isHere(admission.participantId) ? null : hash',
      'return hash',
    ]),
    without('an admission outlives who left', longBreak, [
      meeting,
      "if (how === 'left') this.admissions.withdraw(participant.admissionHash)\n",
      '',
    ]),
    without('who waits hears what is said inside', door('N6 a knocker learns nothing of who is inside'), [
      meeting,
      'for (const participant of this.people.values()) if (participant !== except) participant.outbox.post(event)',
      'for (const participant of this.people.values()) if (participant !== except) participant.outbox.post(event)\n    this.door.announce(event)',
    ]),
    without('anybody goes on with somebody’s wait', door('N7 a wait goes on over a broken connection'), [
      doors,
      'if (knocker === undefined || sha256(token) !== knocker.tokenHash) return null',
      'if (knocker === undefined || sha256(token) === knocker.id) return null',
    ]),
    without('who doesn’t come keeps the place', door('N7 who is let in and doesn’t come loses the place'), [
      doors,
      'if (knocker.link !== null) this.#expectEntry(knocker)\n',
      '',
    ]),
    without(
      'one network knocks as often as it likes',
      door('N9 few wait from one network at once, and knocks are paced'),
      [
        doors,
        "if (wait > 0) throw new Refusal('knocks.too-many', { retryAfterSeconds: Math.ceil(wait / 1_000) })\n",
        '',
      ],
    ),
    without(
      'as many as like wait from one network',
      door('N9 few wait from one network at once, and knocks are paced'),
      [
        doors,
        "if (giveBack === null) throw new Refusal('knocks.too-many')\n    const made = createKnocker(said, person, link, giveBack)",
        'const made = createKnocker(said, person, link, giveBack ?? (() => {}))',
      ],
    ),
    without('who was blocked joins again', blocked, [
      meeting,
      "if (this.admissions.isBlocked(admission, person)) throw new Refusal('host.blocked')\n",
      '',
    ]),
    without('who was blocked knocks again', blocked, [
      meeting,
      "if (this.admissions.isBlocked(undefined, entrance.person)) throw new Refusal('host.blocked')\n",
      '',
    ]),
    without('who was removed comes back to the stay', hosts('H8 who is removed is gone at once'), [
      meeting,
      'this.leave(participant)\n    link?.close(code)\n  }\n\n  /** Ends everybody',
      'if (link !== null) this.away(participant, link)\n    link?.close(code)\n  }\n\n  /** Ends everybody',
    ]),
    without('who was removed goes on talking', hosts('H8 who doesn’t hang up is not heard any more'), [
      `${meetings}/session.ts`,
      "this.#stage.name !== 'in' || this.#stage.stay.participant.link !== this.#link",
      "this.#stage.name !== 'in'",
    ]),
    without('a deleted room’s meeting goes on', hosts('H9 a room that is deleted, or whose time is over'), [
      `${meetings}/meetings.ts`,
      'if (meeting.room === room) meeting.close(code)',
      'if (meeting.room !== room) meeting.close(code)',
    ]),
    without('anybody goes on with somebody’s stay', resumed('R1 a wrong token is refused with resume.unknown'), [
      meeting,
      'if (sha256(token) !== participant.tokenHash) return false\n',
      '',
    ]),
  ],
}
