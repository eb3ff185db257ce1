import type { Text } from '@samtale/policy'

const say = (en: string, nb: string, sv: string): Text => ({ en, nb, sv })

/** Words about whom a room lets in by name. */
export const peopleWords = {
  title: say('People', 'Folk', 'Personer'),
  section: say('Who is let in by name', 'Hvem som slipper inn ved navn', 'Vilka som släpps in vid namn'),
  sectionLead: say(
    'People whom you invite by e-mail come in to the room signed in. With “Members only”, nobody else does.',
    'De du inviterer på e-post, kommer inn i rommet pålogget. Med «Bare medlemmer» kommer ingen andre inn.',
    'De som du bjuder in via e-post kommer in i rummet inloggade. Med ”Bara medlemmar” kommer ingen annan in.',
  ),
  change: say('See and invite people', 'Se og inviter folk', 'Se och bjud in personer'),
  lead: say(
    'They come in to {room} once they are signed in with the address that you invited. They don’t become hosts.',
    'De kommer inn i {room} når de er logget på med adressen du inviterte. De blir ikke verter.',
    'De kommer in i {room} när de är inloggade med adressen som du bjöd in. De blir inte värdar.',
  ),
  doorOpen: say(
    'Right now others can come in, too. Choose “Members only” on the room’s page to let in these people alone.',
    'Nå kan også andre komme inn. Velg «Bare medlemmer» på siden til rommet for å slippe inn bare disse.',
    'Just nu kan även andra komma in. Välj ”Bara medlemmar” på rummets sida för att släppa in bara dem.',
  ),
  ofOrganisation: say(
    'An organisation has this room: its members come in. Who they are is set on the organisation’s own page.',
    'En organisasjon har dette rommet: medlemmene slipper inn. Hvem de er, bestemmes på siden til organisasjonen.',
    'En organisation har det här rummet: medlemmarna släpps in. Vilka de är bestäms på organisationens egen sida.',
  ),
  toOrganisation: say('To the organisation’s page', 'Til siden til organisasjonen', 'Till organisationens sida'),
  inviteTitle: say('Invite somebody', 'Inviter noen', 'Bjud in någon'),
  inviteLead: say(
    'We send one mail with a link that works once, for a week. The link to the room isn’t in it, since we don’t have its secret: send that yourself.',
    'Vi sender én e-post med en lenke som virker én gang, i en uke. Lenken til rommet står ikke i den, for vi har ikke hemmeligheten i den: send den selv.',
    'Vi skickar ett mejl med en länk som fungerar en gång, i en vecka. Länken till rummet finns inte i det, eftersom vi inte har dess hemlighet: skicka den själv.',
  ),
  address: say('E-mail address', 'E-postadresse', 'E-postadress'),
  addressWrong: say(
    'Write a whole e-mail address, such as kari@skole.example.',
    'Skriv en hel e-postadresse, for eksempel kari@skole.example.',
    'Skriv en hel e-postadress, till exempel kari@skole.example.',
  ),
  mailLanguage: say('Language of the mail', 'Språket i e-posten', 'Mejlets språk'),
  invite: say('Send the invitation', 'Send invitasjonen', 'Skicka inbjudan'),
  inside: say('Let in', 'Slippes inn', 'Släpps in'),
  none: say('Nobody yet. Invite somebody above.', 'Ingen ennå. Inviter noen ovenfor.', 'Ingen än. Bjud in någon ovan.'),
  waiting: say('Invited, not answered', 'Invitert, ikke svart', 'Inbjudna, inte svarat'),
  counts: say('The invitation counts until', 'Invitasjonen gjelder til', 'Inbjudan gäller till'),
  since: say('since', 'siden', 'sedan'),
  until: say('until', 'til', 'till'),
  remove: say('Take off the list', 'Ta av listen', 'Ta bort från listan'),
  withdraw: say('Take it back', 'Trekk tilbake', 'Ta tillbaka'),
  removeHint: say(
    'Whoever is in a meeting right now stays until you remove them there.',
    'De som er i et møte nå, blir til du fjerner dem der.',
    'Den som är i ett möte just nu är kvar tills du tar bort den där.',
  ),
  done: say('The invitation is on its way.', 'Invitasjonen er på vei.', 'Inbjudan är på väg.'),
  removed: say('They are on the list no more.', 'De står ikke på listen lenger.', 'De står inte på listan längre.'),
  withdrawn: say('The invitation is taken back.', 'Invitasjonen er trukket tilbake.', 'Inbjudan är tillbakatagen.'),
  member: say('They are on the list already.', 'De står på listen allerede.', 'De står redan på listan.'),
  owner: say('That is your own address.', 'Det er din egen adresse.', 'Det är din egen adress.'),
  'too-many': say(
    'There are as many people or invitations as a room can have. Take some off first.',
    'Det er så mange folk eller invitasjoner som et rom kan ha. Ta bort noen først.',
    'Det finns så många personer eller inbjudningar som ett rum kan ha. Ta bort några först.',
  ),
  'too-soon': say(
    'A mail went to this address not long ago, or you have sent many. Wait a while.',
    'Det gikk en e-post til denne adressen for ikke lenge siden, eller du har sendt mange. Vent litt.',
    'Ett mejl gick till den här adressen för inte länge sedan, eller så har du skickat många. Vänta ett tag.',
  ),
  'not-found': say('That isn’t there any more.', 'Det finnes ikke lenger.', 'Det finns inte längre.'),
  othersTitle: say('Rooms that let you in', 'Rom som slipper deg inn', 'Rum som släpper in dig'),
  othersLead: say(
    'Their owners invited you by name. Come by the link that they sent you.',
    'Eierne inviterte deg ved navn. Kom med lenken de sendte deg.',
    'Ägarna bjöd in dig vid namn. Kom med länken som de skickade.',
  ),
  leave: say('Take me off its list', 'Ta meg av listen', 'Ta bort mig från listan'),
  left: say(
    'You are on that list no more.',
    'Du står ikke på den listen lenger.',
    'Du står inte på den listan längre.',
  ),
  answerTitle: say('Come in to {room}', 'Kom inn i {room}', 'Kom in i {room}'),
  answerLead: say(
    '{owner} lets you in to the room {room}.',
    '{owner} slipper deg inn i rommet {room}.',
    '{owner} släpper in dig i rummet {room}.',
  ),
  seesTitle: say('What the owner will see', 'Hva eieren får se', 'Vad ägaren får se'),
  sees: say(
    'Your name, your e-mail address, and since when you are on the list. Not when you come, and nothing of your calls. You can take yourself off the list at any time.',
    'Navnet ditt, e-postadressen din, og siden når du står på listen. Ikke når du kommer, og ingenting av samtalene dine. Du kan ta deg selv av listen når som helst.',
    'Ditt namn, din e-postadress, och sedan när du står på listan. Inte när du kommer, och ingenting av dina samtal. Du kan ta bort dig från listan när som helst.',
  ),
  go: say('Sign in and answer', 'Logg på og svar', 'Logga in och svara'),
  signInAs: say(
    'Sign in with the address that the mail went to: {address}. If you have no account, one is made.',
    'Logg på med adressen e-posten gikk til: {address}. Har du ingen konto, lages det en.',
    'Logga in med adressen som mejlet gick till: {address}. Om du inte har något konto skapas ett.',
  ),
  ignore: say(
    'If you don’t know who this is, do nothing: after a week the invitation and your address are deleted.',
    'Kjenner du ikke den som spør, trenger du ikke gjøre noe: etter en uke slettes invitasjonen og adressen din.',
    'Om du inte vet vem det är behöver du inte göra något: efter en vecka raderas inbjudan och din adress.',
  ),
  signedInAs: say('You are signed in as {own}.', 'Du er logget på som {own}.', 'Du är inloggad som {own}.'),
  accept: say('Accept', 'Godta', 'Godkänn'),
  letIn: say(
    'From now on the room lets you in, when you are signed in.',
    'Fra nå av slipper rommet deg inn når du er logget på.',
    'Från och med nu släpper rummet in dig när du är inloggad.',
  ),
  unproven: say(
    'First show that your address is yours: sign out, and sign in once with a code.',
    'Vis først at adressen er din: logg av, og logg på én gang med en kode.',
    'Visa först att adressen är din: logga ut, och logga in en gång med en kod.',
  ),
  otherAddress: say(
    'You are signed in as {own}. The invitation is for {address}.',
    'Du er logget på som {own}. Invitasjonen er for {address}.',
    'Du är inloggad som {own}. Inbjudan är för {address}.',
  ),
  otherAddressHint: say(
    'Sign out, open the link in the mail again and sign in with that address. Or ask for an invitation to the address that you use here.',
    'Logg av, åpne lenken i e-posten på nytt, og logg på med den adressen. Eller be om en invitasjon til adressen du bruker her.',
    'Logga ut, öppna länken i mejlet igen och logga in med den adressen. Eller be om en inbjudan till adressen som du använder här.',
  ),
  signOut: say('Sign out', 'Logg av', 'Logga ut'),
  gone: say('This invitation doesn’t count', 'Denne invitasjonen gjelder ikke', 'Den här inbjudan gäller inte'),
  goneText: say(
    'It was used or taken back, or its week is over. Ask whoever sent it for another.',
    'Den er brukt eller trukket tilbake, eller uken er omme. Be den som sendte den, om en ny.',
    'Den har använts eller tagits tillbaka, eller så är veckan slut. Be den som skickade den om en ny.',
  ),
} as const satisfies Record<string, Text>

/** A sentence with its values. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (_whole, name: string) => values[name] ?? '')
}
