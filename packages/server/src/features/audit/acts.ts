import type { Text } from '@samtale/policy'

const say = (en: string, nb: string, sv: string): Text => ({ en, nb, sv })

/** Every act that the log can tell of, as it is told after a name. One that isn't here can't be written. */
export const acts = {
  'organisation.made': say('made the organisation', 'laget organisasjonen', 'skapade organisationen'),
  'organisation.changed': say('changed the settings', 'endret innstillingene', 'ändrade inställningarna'),
  'organisation.deleted': say('deleted an organisation', 'slettet en organisasjon', 'raderade en organisation'),
  'member.joined': say('joined', 'ble med', 'gick med'),
  'member.left': say('left', 'sluttet', 'lämnade'),
  'member.role-changed': say('changed the role of', 'endret rollen til', 'ändrade rollen för'),
  'member.removed': say('removed', 'fjernet', 'tog bort'),
  'member.took-over': say(
    'became owner because there was none',
    'ble eier fordi det ikke var noen',
    'blev ägare eftersom det inte fanns någon',
  ),
  'invitation.sent': say('invited somebody', 'inviterte noen', 'bjöd in någon'),
  'invitation.sent-again': say('sent an invitation again', 'sendte en invitasjon på nytt', 'skickade en inbjudan igen'),
  'invitation.withdrawn': say('withdrew an invitation', 'trakk tilbake en invitasjon', 'drog tillbaka en inbjudan'),
  'agreement.accepted': say(
    'accepted the data processing agreement',
    'godtok databehandleravtalen',
    'godkände personuppgiftsbiträdesavtalet',
  ),
  'audit.downloaded': say('downloaded this log', 'lastet ned denne loggen', 'laddade ner den här loggen'),
  'room.made': say('made a room', 'laget et rom', 'skapade ett rum'),
  'room.renamed': say('renamed a room', 'ga et rom nytt navn', 'gav ett rum nytt namn'),
  'room.changed': say('changed a room', 'endret et rom', 'ändrade ett rum'),
  'room.branded': say('changed how a room looks', 'endret utseendet på et rom', 'ändrade ett rums utseende'),
  'room.link-renewed': say('made a new link to a room', 'laget ny lenke til et rom', 'gjorde en ny länk till ett rum'),
  'room.deleted': say('deleted a room', 'slettet et rom', 'raderade ett rum'),
  'operator.made': say('became operator', 'ble operatør', 'blev operatör'),
  'account.read': say('looked at an account', 'så på en konto', 'tittade på ett konto'),
  'person.exported': say(
    'fetched all that is kept about somebody',
    'hentet alt som er lagret om noen',
    'hämtade allt som finns sparat om någon',
  ),
  'person.erased': say(
    'erased all that is kept about somebody',
    'slettet alt som er lagret om noen',
    'raderade allt som finns sparat om någon',
  ),
  'account.suspended': say('suspended an account', 'stengte en konto', 'stängde av ett konto'),
  'account.restored': say('opened an account again', 'åpnet en konto igjen', 'öppnade ett konto igen'),
  'organisation.suspended': say('suspended the organisation', 'stengte organisasjonen', 'stängde av organisationen'),
  'organisation.restored': say(
    'opened the organisation again',
    'åpnet organisasjonen igjen',
    'öppnade organisationen igen',
  ),
  'room.suspended': say('suspended a room', 'stengte et rom', 'stängde av ett rum'),
  'room.restored': say('opened a room again', 'åpnet et rom igjen', 'öppnade ett rum igen'),
  'appeal.decided': say('decided an appeal', 'avgjorde en klage', 'avgjorde ett överklagande'),
  'report.read': say('opened a report', 'åpnet en melding', 'öppnade en anmälan'),
  'report.decided': say('decided a report', 'avgjorde en melding', 'avgjorde en anmälan'),
  'request.answered': say('answered a request', 'svarte på et krav', 'besvarade en begäran'),
  'hold.placed': say('placed a hold', 'la inn en sperre', 'lade in en spärr'),
  'hold.released': say('released a hold', 'opphevet en sperre', 'hävde en spärr'),
  'breach.entered': say('entered a breach', 'førte inn et brudd', 'förde in en incident'),
  'disclosure.entered': say('entered a disclosure', 'førte inn en utlevering', 'förde in ett utlämnande'),
  'policy.published': say('published a policy', 'publiserte en erklæring', 'publicerade en policy'),
  'mail.given-up': say('deleted a mail that waited', 'slettet en e-post som ventet', 'raderade ett mejl som väntade'),
  'mail.sent-again': say('had a mail sent again', 'fikk en e-post sendt på nytt', 'lät skicka ett mejl igen'),
} as const satisfies Record<string, Text>

export type ActName = keyof typeof acts

export function isAct(what: string): what is ActName {
  return Object.hasOwn(acts, what)
}
