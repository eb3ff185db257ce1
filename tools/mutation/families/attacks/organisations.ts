import type { Family } from '../../mutation.ts'
import { without, type Attack } from './attack.ts'

const features = 'packages/server/src/features/organisations'
const attack = (title: string): Attack => [`${features}/organisations.test.ts`, title]
const invited = (title: string): Attack => [`${features}/invitations/invitations.test.ts`, title]
const ladder = attack('no role reaches above itself, whatever is sent')
const roles = `${features}/role-policy.ts`
const answer = `${features}/invitations/answer.ts`
const store = `${features}/invitation-store.ts`
const notOwn = invited('an invitation that isn’t one’s own, was changed, lapsed or withdrawn')

/** Organisations of others, roles above one’s own, invitations of others and used ones. */
export const organisations: Family = {
  name: 'attacks: organisations and invitations',
  mutations: [
    without('admins make owners', ladder, [
      roles,
      ' && isAtLeast(role, asked.from) && isAtLeast(role, asked.to)',
      ' && isAtLeast(role, asked.from)',
    ]),
    without('admins touch owners', ladder, [
      roles,
      "case 'remove-member':\n      return isAtLeast(role, 'admin') && isAtLeast(role, asked.of)",
      "case 'remove-member':\n      return isAtLeast(role, 'admin')",
    ]),
    without('admins invite owners', ladder, [
      roles,
      "return isAtLeast(role, 'admin') && isAtLeast(role, asked.as)",
      "return isAtLeast(role, 'admin')",
    ]),
    without(
      'members change roles, though the gate and the policy stand in their way',
      ladder,
      [
        roles,
        'return organisationRoles.indexOf(role) >= organisationRoles.indexOf(least)',
        'return organisationRoles.includes(role) && organisationRoles.includes(least)',
      ],
      [
        'packages/server/src/features/accounts/gate.ts',
        'organisationRoles.indexOf(role) >= organisationRoles.findIndex((one) => access === `organisation-${one}`)',
        'organisationRoles.includes(role)',
      ],
    ),
    without(
      'a member of one organisation is one of all',
      ladder,
      [
        `${features}/member-store.ts`,
        'const found = await of(organisation)\n',
        "const found = await (organisation === '' ? of(organisation) : live())\n",
      ],
      [
        `${features}/member-store.ts`,
        "asMembers(await of(organisation).where('record_id', '=', account).execute())[0] ?? null",
        "asMembers(await live().where('record_id', '=', account).execute())[0] ?? null",
      ],
    ),
    without('strangers are looked at as members', ladder, [
      `${features}/member-store.ts`,
      "asMembers(await of(organisation).where('record_id', '=', account).execute())[0] ?? null",
      "asMembers(await live().where('record_id', '=', account).execute())[0] ?? null",
    ]),
    without('the last owner leaves', attack('the last owner stays, also where two leave at once'), [
      `${features}/members/change.ts`,
      'throw new LastOwner()',
      'await Promise.resolve(new LastOwner())',
    ]),
    without('whoever has the link comes in', notOwn, [
      answer,
      "if (!isForPerson(parts, invitation, person)) return 'other-address'\n",
      '',
    ]),
    without(
      'an address that nobody showed to be theirs is invited',
      invited('who hasn’t shown that an address is theirs'),
      [answer, 'return verified && ', 'return '],
    ),
    without('an invitation never ends', notOwn, [store, ".where('expires_at', '>', now)\n", '']),
    without(
      'an invitation brings in as often as it is answered',
      invited('accepted at the same moment, an invitation lets one in'),
      [answer, "if (!(await invitationStore(transaction).take(id, clock.now()))) return 'gone'\n", ''],
    ),
    without(
      'an invitation counts though who sent it may invite no more',
      invited('an invitation counts only while whoever sent it may still invite'),
      [
        `${features}/invitations/invitation.ts`,
        "return inviter !== null && mayDo(inviter, { action: 'invite', as: role })",
        'return inviter !== undefined',
      ],
    ),
    without(
      'an invitation of another organisation is withdrawn',
      invited('nobody withdraws or sends again what another organisation sent'),
      [
        store,
        "open(now).where('organisation_id', '=', organisation).where('record_id', '=', id)",
        "open(now).where('record_id', '=', id)",
      ],
    ),
    without('admins come in with one factor', invited('who is to administrate shows two factors before they come in'), [
      `${features}/pages/answer-routes.ts`,
      "if (isAtLeast(shown.invitation.role, 'admin') && who.factors < 2) {",
      "if (isAtLeast(shown.invitation.role, 'admin') && who.factors < 1) {",
    ]),
  ],
}
