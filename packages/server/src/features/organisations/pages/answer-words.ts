import type { Text } from '@samtale/policy'

const say = (en: string, nb: string, sv: string): Text => ({ en, nb, sv })

/** Words for whoever is invited. */
export const answerWords = {
  title: say('Join {name}', 'Bli med i {name}', 'Gå med i {name}'),
  lead: say(
    '{inviter} invites you to {name}.',
    '{inviter} inviterer deg til {name}.',
    '{inviter} bjuder in dig till {name}.',
  ),
  seesTitle: say('What the organisation will see', 'Hva organisasjonen får se', 'Vad organisationen får se'),
  sees: [
    say(
      'Its members see your name; its owners and admins see your e-mail address, too, your role and since when you have it.',
      'Medlemmene ser navnet ditt; eiere og administratorer ser e-postadressen din også, rollen din og siden når du har den.',
      'Medlemmarna ser ditt namn; ägare och administratörer ser också din e-postadress, din roll och sedan när du har den.',
    ),
    say(
      'It doesn’t see your calls, your own rooms, or other organisations that you are in.',
      'Den ser ikke samtalene dine, dine egne rom, eller andre organisasjoner du er med i.',
      'Den ser inte dina samtal, dina egna rum eller andra organisationer som du är med i.',
    ),
    say('You can leave at any time.', 'Du kan forlate den når som helst.', 'Du kan lämna den när som helst.'),
  ],
  seesActs: say(
    'What you do as an administrator stands in its audit log for two years.',
    'Det du gjør som administrator, står i revisjonsloggen i to år.',
    'Det du gör som administratör står i granskningsloggen i två år.',
  ),
  go: say('Go on', 'Gå videre', 'Gå vidare'),
  signInAs: say(
    'You sign in with {address}: the invitation is for nobody else.',
    'Du logger på med {address}: invitasjonen er ikke for noen andre.',
    'Du loggar in med {address}: inbjudan är inte för någon annan.',
  ),
  ignore: say(
    'If you don’t know {name}, do nothing: after a week the invitation and your address are deleted.',
    'Kjenner du ikke {name}, trenger du ikke gjøre noe: etter en uke slettes invitasjonen og adressen din.',
    'Om du inte känner till {name} behöver du inte göra något: efter en vecka raderas inbjudan och din adress.',
  ),
  accept: say('Accept', 'Godta', 'Godkänn'),
  signedInAs: say('You are signed in as {own}.', 'Du er logget på som {own}.', 'Du är inloggad som {own}.'),
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
    'It was used or withdrawn, or its week is over. Ask whoever sent it for another.',
    'Den er brukt eller trukket tilbake, eller uken er omme. Be den som sendte den, om en ny.',
    'Den har använts eller dragits tillbaka, eller så är veckan slut. Be den som skickade den om en ny.',
  ),
} as const satisfies Record<string, Text | readonly Text[]>
