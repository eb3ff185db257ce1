import { invitationCategory, memberCategory } from '../tables.ts'

const room = { nothingPersonal: 'random number of the room' } as const
const record = { nothingPersonal: 'random number of the record' } as const

/** Whom the owner of a room has let in to it. */
export const roomMemberColumns = {
  id: { nothingPersonal: 'random id of the row' },
  record_id: record,
  room_id: room,
  joined_at: {
    holds: memberCategory,
    title: {
      en: 'Let in to a room since',
      nb: 'Sluppet inn i et rom siden',
      sv: 'Insläppt i ett rum sedan',
    },
  },
} as const

/** Whom the owner of a room has invited. */
export const roomInvitationColumns = {
  record_id: record,
  room_id: room,
  address: {
    holds: invitationCategory,
    store: 'sealed',
    title: { en: 'Address that is invited', nb: 'Adressen som er invitert', sv: 'Adressen som är inbjuden' },
  },
  address_index: {
    holds: invitationCategory,
    store: 'index',
    title: {
      en: 'A number by which the address is found',
      nb: 'Et tall som adressen finnes ved',
      sv: 'Ett tal som adressen hittas med',
    },
  },
  token_index: {
    holds: invitationCategory,
    store: 'index',
    title: {
      en: 'Keyed hash of the link in the invitation',
      nb: 'Et avtrykk av lenken i invitasjonen',
      sv: 'Ett avtryck av länken i inbjudan',
    },
  },
  language: { nothingPersonal: 'language of the mail' },
  sent_at: { nothingPersonal: 'when it was sent' },
  expires_at: { nothingPersonal: 'until when it counts' },
  used_at: { nothingPersonal: 'when it was accepted' },
} as const
