import { defineMailKinds } from '../../platform/mail/kinds.ts'
import { purpose } from './tables.ts'

/** Mails of rooms. */
export const roomMailKinds = defineMailKinds({
  'room.invitation': {
    purpose,
    basis: 'service',
    marketing: false,
    stream: 'transactional',
    autoSubmitted: 'auto-generated',
    title: { en: 'Invitation to a room', nb: 'Invitasjon til et rom', sv: 'Inbjudan till ett rum' },
    reason: {
      en: 'You get this because somebody here invited this address to a room of theirs. If you do nothing, the invitation and your address are deleted after a week.',
      nb: 'Du får dette fordi noen her inviterte denne adressen til et rom de har. Gjør du ingenting, slettes invitasjonen og adressen din etter en uke.',
      sv: 'Du får det här för att någon här bjöd in den här adressen till ett av sina rum. Om du inte gör något raderas inbjudan och din adress efter en vecka.',
    },
    values: { room: 'name', inviter: 'name', until: 'text', page: 'link' },
    subject: {
      en: 'You are invited to the room {room}',
      nb: 'Du er invitert til rommet {room}',
      sv: 'Du är inbjuden till rummet {room}',
    },
    body: [
      {
        paragraph: {
          en: '{inviter} lets you in to the room {room}, whenever somebody meets there.',
          nb: '{inviter} slipper deg inn i rommet {room}, når noen møtes der.',
          sv: '{inviter} släpper in dig i rummet {room}, när någon träffas där.',
        },
      },
      {
        paragraph: {
          en: 'The link works once, until {until}, for this e-mail address alone. You sign in with it.',
          nb: 'Lenken virker én gang, til {until}, og bare for denne e-postadressen. Du logger på med den.',
          sv: 'Länken fungerar en gång, till {until}, och bara för den här e-postadressen. Du loggar in med den.',
        },
      },
      { button: { en: 'See the invitation', nb: 'Se invitasjonen', sv: 'Se inbjudan' }, link: 'page' },
    ],
  },
})
