import type { Text } from '@samtale/policy'

const say = (en: string, nb: string, sv: string): Text => ({ en, nb, sv })

/** Words of the log. */
export const auditWords = {
  filter: say('Filter', 'Filter', 'Filter'),
  what: say('What', 'Hva', 'Vad'),
  who: say('Who', 'Hvem', 'Vem'),
  from: say('From', 'Fra', 'Från'),
  until: say('To', 'Til', 'Till'),
  all: say('Everything', 'Alt', 'Allt'),
  everybody: say('Everybody', 'Alle', 'Alla'),
  show: say('Show', 'Vis', 'Visa'),
  nothing: say('Nothing has been done here yet.', 'Ingenting er gjort her ennå.', 'Inget har gjorts här än.'),
  nothingFound: say(
    'Nothing like that is in the log. Choose less.',
    'Noe slikt står ikke i loggen. Velg mindre.',
    'Något sådant finns inte i loggen. Välj mindre.',
  ),
  download: say('Download as a table (CSV)', 'Last ned som tabell (CSV)', 'Ladda ner som tabell (CSV)'),
  gone: say('Somebody who has left', 'Noen som har sluttet', 'Någon som har lämnat'),
  when: say('When', 'Når', 'När'),
  why: say('Why', 'Hvorfor', 'Varför'),
  kinds: {
    'member.': say('Members', 'Medlemmer', 'Medlemmar'),
    'invitation.': say('Invitations', 'Invitasjoner', 'Inbjudningar'),
    'organisation.': say('Settings', 'Innstillinger', 'Inställningar'),
    'agreement.': say('Agreement', 'Avtale', 'Avtal'),
    'room.': say('Rooms', 'Rom', 'Rum'),
    'audit.': say('The log itself', 'Selve loggen', 'Själva loggen'),
  },
} as const
