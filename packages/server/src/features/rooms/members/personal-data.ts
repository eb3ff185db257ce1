import type { DataCategory, Policy } from '@samtale/policy'
import { invitationCategory, memberCategory, purpose } from '../tables.ts'

/** What is kept of people whom the owner of a room lets in to it. Whether rooms have such lists, the profile in force says. */
export const roomMemberCategories = {
  [memberCategory]: {
    fides: 'user.content',
    dpv: 'pd:Identifying',
    title: {
      en: 'Rooms that you were let in to',
      nb: 'Rom du er sluppet inn i',
      sv: 'Rum som du har släppts in i',
    },
    description: {
      en: 'Which rooms of other people you may come in to, and since when. The owner of the room sees your name and e-mail address.',
      nb: 'Hvilke av andres rom du kan komme inn i, og siden når. Eieren av rommet ser navnet og e-postadressen din.',
      sv: 'Vilka av andras rum du får komma in i, och sedan när. Rummets ägare ser ditt namn och din e-postadress.',
    },
    subjects: ['user'],
    source: 'third-party',
    sourceName: {
      en: 'the owner of the room, who invited you',
      nb: 'eieren av rommet, som inviterte deg',
      sv: 'rummets ägare, som bjöd in dig',
    },
    provision: {
      kind: 'voluntary',
      consequence: {
        en: 'No. You can take yourself off the list at any time.',
        nb: 'Nei. Du kan ta deg selv av listen når som helst.',
        sv: 'Nej. Du kan ta bort dig från listan när som helst.',
      },
    },
  },
  [invitationCategory]: {
    fides: 'user.contact.email',
    dpv: 'pd:EmailAddress',
    title: { en: 'Invitations to rooms', nb: 'Invitasjoner til rom', sv: 'Inbjudningar till rum' },
    description: {
      en: 'The e-mail address that the owner of a room invites, to which room, and when.',
      nb: 'E-postadressen som eieren av et rom inviterer, til hvilket rom, og når.',
      sv: 'E-postadressen som ett rums ägare bjuder in, till vilket rum, och när.',
    },
    subjects: ['contact'],
    source: 'third-party',
    sourceName: {
      en: 'the owner of the room, who invites you',
      nb: 'eieren av rommet, som inviterer deg',
      sv: 'rummets ägare, som bjuder in dig',
    },
    provision: {
      kind: 'voluntary',
      consequence: {
        en: 'No. Do nothing, and it is deleted after a week.',
        nb: 'Nei. Gjør ingenting, så slettes den etter en uke.',
        sv: 'Nej. Gör ingenting, så raderas den efter en vecka.',
      },
    },
  },
} as const satisfies Record<string, DataCategory>

/** Whether people can be let in by name: the policy says what that is kept for. */
export function hasMembers({ processings }: Pick<Policy, 'processings'>): boolean {
  const covered = Object.values(processings).filter((one) => one.purpose === purpose)
  return [memberCategory, invitationCategory].every((category) =>
    covered.some(({ categories }) => categories.includes(category)),
  )
}
