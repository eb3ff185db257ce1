import type { Family } from '../../mutation.ts'
import { without, type Attack } from './attack.ts'

const server = 'packages/server/src'
const features = `${server}/features`
const claims = (title: string): Attack => [`${features}/rooms/claims.test.ts`, title]
const admitted = (title: string): Attack => [`${features}/rooms/admission.test.ts`, title]
const real = (title: string): Attack => [`${server}/app/doorkeeper.test.ts`, title]
const token = `${server}/platform/signed-token.ts`
const admission = `${features}/rooms/admission.ts`
const changed = claims('a claim of another room or another key, changed or cut')
const theirLink = real('nobody comes in by a claim or a link that isn’t theirs')

/** Claims that were changed, and doors of rooms. */
export const roomDoors: Family = {
  name: 'attacks: claims and the doors of rooms',
  mutations: [
    without('a claim is read without its signature', changed, [
      token,
      'if (!timingSafeEqual(bytes.subarray(-macBytes), macOf(purpose, body))) return null\n',
      '',
    ]),
    without(
      'a claim has another spelling',
      [`${server}/platform/signed-token.test.ts`, 'whatever somebody sends in place of a token is none'],
      [token, "bytes.toString('base64url') !== token || ", ''],
    ),
    without('a claim never ends', claims('a claim lapses after half an hour'), [
      token,
      'return body.readUIntBE(1, secondsBytes) * 1_000 > now.getTime() ? idsOf(body) : null',
      'return idsOf(body)',
    ]),
    without('a token is of use for anything', claims('a token that was signed for something else is no claim'), [
      token,
      '`samtale signed token ${version} ${purpose}`',
      '`samtale signed token ${version}`',
    ]),
    without('a claim is of use in every room', changed, [
      `${features}/rooms/claims.ts`,
      'const [of, visitor] =',
      'const of = room\n        const [, visitor] =',
    ]),
    without('a guest’s claim is a host’s', claims('a token that was signed for something else is no claim'), [
      `${features}/rooms/claims.ts`,
      "`room.claim.${role}${known ? '' : '.page'}`",
      "`room.claim${role.slice(0, 0)}${known ? '' : ''}`",
    ]),
    without('the door takes the claim of another room', admitted('a claim of another room counts for nothing'), [
      admission,
      'claim !== null && claim.room === rules.id ? claim.role',
      'claim !== null ? claim.role',
    ]),
    without('a closed room is open', admitted('nobody comes into a room that is gone, over or suspended'), [
      admission,
      'if (closed !== null) return closed\n',
      '',
    ]),
    without('a room opens by any link, and by none', admitted('a room with a link opens by that link alone'), [
      admission,
      "=== null ? 'room.link-needed' : 'room.link-old'",
      "=== null ? 'in' : 'in'",
    ]),
    without('guests come into a room for members', admitted('who knocks, and who need not'), [
      admission,
      "if (rules.door === 'members' && own === 'guest') return 'room.members-only'\n",
      '',
    ]),
    without('a small room has no end', admitted('the fifth in a small room is told that it is full'), [
      admission,
      "if (rules.size === 'small' && people >= limits.directPeople) return 'room.full-small'\n",
      '',
    ]),
    without('nobody has to knock', admitted('who knocks, and who need not'), [
      admission,
      "(locked ?? rules.door === 'knock') ? 'knock' : 'in'",
      "(locked ?? rules.door === 'knock') ? 'in' : 'in'",
    ]),
    without('at the real door, nobody asks what the room’s rules say', theirLink, [
      `${server}/app/doorkeeper.ts`,
      "if (admitted !== 'in' && admitted !== 'knock') throw new Refusal(admitted)\n",
      '',
    ]),
    without('at the real door, a claim that counts for nothing is overlooked', theirLink, [
      `${server}/app/doorkeeper.ts`,
      "if (claim !== null && shown === null && rules.id !== null) throw new Refusal('room.claim-invalid')\n",
      '',
    ]),
    without(
      'at the real door, a claim outlasts what its person is',
      real('a claim from before says no more than its person is by now'),
      [`${features}/rooms/rooms.ts`, "if (said.role === 'guest') return true", 'if (said.room !== null) return true'],
    ),
    without(
      'at the real door, whose account is closed is what they were',
      real('a claim from before says no more than its person is by now'),
      [
        `${features}/rooms/rooms.ts`,
        'return account !== null && !((await options.isAccountClosed?.(account)) ?? false)',
        'return account !== null',
      ],
    ),
    without(
      'members of an organisation host its rooms',
      [`${features}/rooms/rooms.test.ts`, 'an organisation’s room is its hosts’ to set'],
      [
        `${features}/rooms/roles.ts`,
        "return role === 'member' ? 'member' : 'host'",
        "return role === null ? 'member' : 'host'",
      ],
    ),
    without(
      'a deleted room’s name is free at once',
      [`${features}/rooms/rooms.test.ts`, 'a deleted room is gone at once'],
      [
        `${features}/rooms/look-up.ts`,
        "rules: taken ? { ...unowned, status: 'gone' } : unowned",
        'rules: taken ? unowned : unowned',
      ],
    ),
  ],
}
