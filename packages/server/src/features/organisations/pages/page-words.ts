import type { Text } from '@samtale/policy'

const say = (en: string, nb: string, sv: string): Text => ({ en, nb, sv })

/** Words on the pages of organisations. */
export const pageWords = {
  organisations: say('Organisations', 'Organisasjoner', 'Organisationer'),
  lead: say(
    'Rooms, hosts and rules that several people share.',
    'Rom, verter og regler som flere deler.',
    'Rum, värdar och regler som flera delar.',
  ),
  none: say(
    'You are in no organisation yet.',
    'Du er ikke med i noen organisasjon ennå.',
    'Du är inte med i någon organisation än.',
  ),
  noneHint: say(
    'Make one for your school, club or company, or ask somebody who runs one to invite you by mail.',
    'Lag en for skolen, laget eller firmaet ditt, eller be noen som styrer en, om å invitere deg på e-post.',
    'Skapa en för din skola, förening eller ditt företag, eller be någon som styr en att bjuda in dig via mejl.',
  ),
  nothingFound: say('Nothing has that name.', 'Ingenting heter det.', 'Inget heter så.'),
  newOne: say('New organisation', 'Ny organisasjon', 'Ny organisation'),
  make: say('Make organisation', 'Lag organisasjon', 'Skapa organisation'),
  makeLead: say(
    'You own it from the start. Who owns or administrates an organisation signs in with two factors: you are asked for the second one before you administrate.',
    'Du eier den fra starten. Den som eier eller administrerer en organisasjon, logger på med to faktorer: du blir bedt om den andre før du administrerer.',
    'Du äger den från början. Den som äger eller administrerar en organisation loggar in med två faktorer: du ombeds om den andra innan du administrerar.',
  ),
  name: say('Name', 'Navn', 'Namn'),
  nameHint: say(
    'As people know it. Its members and whoever you invite see it.',
    'Slik folk kjenner den. Medlemmene og de du inviterer, ser det.',
    'Så som folk känner den. Medlemmarna och de du bjuder in ser det.',
  ),
  legalName: say('Legal name', 'Juridisk navn', 'Juridiskt namn'),
  legalNameHint: say(
    'Of whoever answers for the organisation’s data, as agreements have it.',
    'Navnet på den som svarer for organisasjonens opplysninger, slik det står i avtaler.',
    'Namnet på den som svarar för organisationens uppgifter, så som det står i avtal.',
  ),
  privacyContact: say(
    'Address for questions about privacy',
    'Adresse for spørsmål om personvern',
    'Adress för frågor om integritet',
  ),
  privacyContactHint: say(
    'An e-mail address that somebody reads. Better a shared one than a person’s own.',
    'En e-postadresse som noen leser. Helst en felles, ikke en persons egen.',
    'En e-postadress som någon läser. Helst en gemensam, inte en persons egen.',
  ),
  why: say('Why', 'Hvorfor', 'Varför'),
  whyHint: say('Stands in the audit log.', 'Står i revisjonsloggen.', 'Står i granskningsloggen.'),
  search: say('Search', 'Søk', 'Sök'),
  findOrganisation: say('Find an organisation', 'Finn en organisasjon', 'Hitta en organisation'),
  findMember: say('Find a member', 'Finn et medlem', 'Hitta en medlem'),
  pages: say('Pages', 'Sider', 'Sidor'),
  pageOf: say('Page {page} of {pages}', 'Side {page} av {pages}', 'Sida {page} av {pages}'),
  before: say('Previous', 'Forrige', 'Föregående'),
  after: say('Next', 'Neste', 'Nästa'),
  members: say('Members', 'Medlemmer', 'Medlemmar'),
  oneMember: say('1 member', '1 medlem', '1 medlem'),
  someMembers: say('{count} members', '{count} medlemmer', '{count} medlemmar'),
  noMemberFound: say('Nobody here is called that.', 'Ingen her heter det.', 'Ingen här heter så.'),
  since: say('Since', 'Siden', 'Sedan'),
  you: say('you', 'deg', 'du'),
  unnamed: say('No name given', 'Uten navn', 'Inget namn angivet'),
  manage: say('Manage', 'Administrer', 'Hantera'),
  leave: say('Leave organisation', 'Forlat organisasjonen', 'Lämna organisationen'),
  leaveLead: say(
    'You lose your role and the organisation’s rooms at once. What you did as an administrator stays in its log until your account or the log goes.',
    'Du mister rollen din og rommene til organisasjonen med en gang. Det du gjorde som administrator, står i loggen til kontoen din eller loggen slettes.',
    'Du förlorar din roll och organisationens rum direkt. Det du gjorde som administratör står kvar i loggen tills ditt konto eller loggen raderas.',
  ),
  stay: say('Stay', 'Bli', 'Stanna'),
  role: say('Role', 'Rolle', 'Roll'),
  roleTitle: say('Role', 'Rolle', 'Roll'),
  changeRole: say('Change role', 'Endre rolle', 'Ändra roll'),
  removeTitle: say('Remove from the organisation', 'Fjern fra organisasjonen', 'Ta bort från organisationen'),
  removeLead: say(
    'They lose their role and the organisation’s rooms at once. Their account stays.',
    'De mister rollen og rommene til organisasjonen med en gang. Kontoen beholder de.',
    'De förlorar sin roll och organisationens rum direkt. Kontot behåller de.',
  ),
  remove: say('Remove', 'Fjern', 'Ta bort'),
  aboveYou: say(
    'Only an owner changes what an owner is.',
    'Bare en eier endrer hva en eier er.',
    'Bara en ägare ändrar vad en ägare är.',
  ),
  invitations: say('Invitations', 'Invitasjoner', 'Inbjudningar'),
  inviteTitle: say('Invite somebody', 'Inviter noen', 'Bjud in någon'),
  inviteLead: say(
    'A mail goes to the address, with a link that works once, for seven days, and for nobody else.',
    'En e-post går til adressen, med en lenke som virker én gang, i sju dager, og ikke for noen andre.',
    'Ett mejl går till adressen, med en länk som fungerar en gång, i sju dagar, och inte för någon annan.',
  ),
  address: say('E-mail address', 'E-postadresse', 'E-postadress'),
  mailLanguage: say('Language of the mail', 'Språk i e-posten', 'Mejlets språk'),
  invite: say('Send invitation', 'Send invitasjon', 'Skicka inbjudan'),
  waiting: say('Waiting for an answer', 'Venter på svar', 'Väntar på svar'),
  noneWaiting: say('Nobody is invited right now.', 'Ingen er invitert akkurat nå.', 'Ingen är inbjuden just nu.'),
  until: say('Until', 'Til', 'Till'),
  again: say('Send again', 'Send på nytt', 'Skicka igen'),
  withdraw: say('Withdraw', 'Trekk tilbake', 'Dra tillbaka'),
  audit: say('Audit log', 'Revisjonslogg', 'Granskningslogg'),
  auditLead: say(
    'What owners, admins and hosts did, when and why. Nobody can change it, and each entry is deleted after two years.',
    'Det eiere, administratorer og verter har gjort, når og hvorfor. Ingen kan endre det, og hver oppføring slettes etter to år.',
    'Vad ägare, administratörer och värdar har gjort, när och varför. Ingen kan ändra det, och varje post raderas efter två år.',
  ),
  agreement: say('Agreement', 'Avtale', 'Avtal'),
  look: { en: 'How rooms look', nb: 'Hvordan rommene ser ut', sv: 'Hur rummen ser ut' },
  settings: say('Settings', 'Innstillinger', 'Inställningar'),
  logDays: say(
    'How long the audit log is kept',
    'Hvor lenge revisjonsloggen lagres',
    'Hur länge granskningsloggen sparas',
  ),
  usageDays: say(
    'How long it is kept how often rooms are used',
    'Hvor lenge det lagres hvor ofte rommene brukes',
    'Hur länge det sparas hur ofta rummen används',
  ),
  keptHint: say(
    'You can choose less than the privacy policy has, never more. What is older is deleted within the hour.',
    'Du kan velge kortere enn personvernerklæringen har, aldri lenger. Det som er eldre, slettes innen en time.',
    'Du kan välja kortare än integritetspolicyn har, aldrig längre. Det som är äldre raderas inom en timme.',
  ),
  asPolicy: say('As the privacy policy has it', 'Som i personvernerklæringen', 'Som i integritetspolicyn'),
  days: say('days', 'dager', 'dagar'),
  save: say('Save', 'Lagre', 'Spara'),
  deleteTitle: say('Delete the organisation', 'Slett organisasjonen', 'Radera organisationen'),
  deleteLead: say(
    'Its rooms answer “gone” at once. Members, invitations, the agreement and the log are deleted, and nothing brings them back. People’s own accounts stay.',
    'Rommene svarer «borte» med en gang. Medlemmer, invitasjoner, avtalen og loggen slettes, og ingenting bringer dem tilbake. Folks egne kontoer blir.',
    'Rummen svarar ”borta” direkt. Medlemmar, inbjudningar, avtalet och loggen raderas, och inget tar tillbaka dem. Människors egna konton finns kvar.',
  ),
  delete: say('Delete organisation', 'Slett organisasjonen', 'Radera organisationen'),
  typeName: say('Write the organisation’s name', 'Skriv navnet på organisasjonen', 'Skriv organisationens namn'),
  typeNameHint: say('So that it is no mistake.', 'Så det ikke er en feil.', 'Så att det inte är ett misstag.'),
  deleted: say('Deleted', 'Slettet', 'Raderad'),
  deletedText: say(
    'The organisation is deleted, with all that was in it.',
    'Organisasjonen er slettet, med alt som var i den.',
    'Organisationen är raderad, med allt som fanns i den.',
  ),
  endsSoon: say(
    'Nobody owns this organisation any more. It is deleted on {day}, unless it gets an owner: write to us.',
    'Ingen eier denne organisasjonen lenger. Den slettes {day}, med mindre den får en eier: skriv til oss.',
    'Ingen äger den här organisationen längre. Den raderas {day}, om den inte får en ägare: skriv till oss.',
  ),
} as const satisfies Record<string, Text>

/** What was done, or can’t be. */
export const noticeWords = {
  done: say('Done.', 'Gjort.', 'Klart.'),
  saved: say('Saved.', 'Lagret.', 'Sparat.'),
  sent: say('The invitation is on its way.', 'Invitasjonen er på vei.', 'Inbjudan är på väg.'),
  withdrawn: say(
    'The invitation is withdrawn; its link works no longer.',
    'Invitasjonen er trukket tilbake; lenken virker ikke lenger.',
    'Inbjudan är tillbakadragen; länken fungerar inte längre.',
  ),
  'not-allowed': say('Your role doesn’t allow that.', 'Rollen din tillater ikke det.', 'Din roll tillåter inte det.'),
  'last-owner': say(
    'An organisation keeps an owner. Make somebody else owner first, or delete the organisation.',
    'En organisasjon må ha en eier. Gjør noen andre til eier først, eller slett organisasjonen.',
    'En organisation måste ha en ägare. Gör någon annan till ägare först, eller radera organisationen.',
  ),
  'not-found': say(
    'Somebody changed that meanwhile. Look again.',
    'Noen har endret det i mellomtiden. Se en gang til.',
    'Någon har ändrat det under tiden. Titta igen.',
  ),
  member: say(
    'Whoever has that address is a member already.',
    'Den som har adressen, er medlem allerede.',
    'Den som har adressen är redan medlem.',
  ),
  'too-many': say(
    'A hundred invitations wait already. Withdraw some, or wait until they lapse.',
    'Hundre invitasjoner venter allerede. Trekk noen tilbake, eller vent til de faller bort.',
    'Hundra inbjudningar väntar redan. Dra tillbaka några, eller vänta tills de förfaller.',
  ),
  'too-soon': say(
    'That address got an invitation a moment ago. Wait ten minutes.',
    'Adressen fikk nettopp en invitasjon. Vent i ti minutter.',
    'Adressen fick nyss en inbjudan. Vänta i tio minuter.',
  ),
} as const satisfies Record<string, Text>

/** What is wrong with what was written. */
export const wrongWords = {
  name: say(
    'Write a name of at most 80 characters, without web addresses.',
    'Skriv et navn på høyst 80 tegn, uten nettadresser.',
    'Skriv ett namn på högst 80 tecken, utan webbadresser.',
  ),
  address: say(
    'Write an e-mail address, such as kari@example.org.',
    'Skriv en e-postadresse, som kari@example.org.',
    'Skriv en e-postadress, som kari@example.org.',
  ),
  role: say('Choose a role.', 'Velg en rolle.', 'Välj en roll.'),
  why: say('Say why, in a few words.', 'Si hvorfor, med noen få ord.', 'Säg varför, med några få ord.'),
  card: say('Leave payment card numbers out.', 'Utelat betalingskortnumre.', 'Utelämna betalkortsnummer.'),
  typed: say('That is not the name.', 'Det er ikke navnet.', 'Det är inte namnet.'),
  tooMany: say(
    'You own twenty organisations. Delete one first, or give one to somebody else.',
    'Du eier tjue organisasjoner. Slett en først, eller gi en til noen andre.',
    'Du äger tjugo organisationer. Radera en först, eller ge en till någon annan.',
  ),
  person: say('Write your full name.', 'Skriv hele navnet ditt.', 'Skriv ditt fullständiga namn.'),
  position: say('Write your position.', 'Skriv stillingen din.', 'Skriv din befattning.'),
  authority: say(
    'Confirm that you may accept for the organisation.',
    'Bekreft at du kan godta på vegne av organisasjonen.',
    'Bekräfta att du får godkänna för organisationen.',
  ),
} as const satisfies Record<string, Text>

/** What each role may do, said where one is chosen. */
export const roleHints = {
  owner: say(
    'All, also deleting and accepting the agreement',
    'Alt, også å slette og å godta avtalen',
    'Allt, även att radera och att godkänna avtalet',
  ),
  admin: say(
    'Members, invitations, settings, the log',
    'Medlemmer, invitasjoner, innstillinger, loggen',
    'Medlemmar, inbjudningar, inställningar, loggen',
  ),
  host: say(
    'Makes and hosts the organisation’s rooms',
    'Lager og er vert i organisasjonens rom',
    'Skapar och är värd i organisationens rum',
  ),
  member: say('Comes into rooms for members', 'Kommer inn i rom for medlemmer', 'Kommer in i rum för medlemmar'),
} as const satisfies Record<string, Text>
