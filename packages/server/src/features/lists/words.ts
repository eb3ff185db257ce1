import type { Text } from '@samtale/policy'

/** What the pages of a list say. */
export interface ListWords {
  readonly title: Text
  readonly lead: Text
  readonly submit: Text
  readonly confirmTitle: Text
  readonly confirmed: Text
  readonly leaveTitle: Text
  readonly leave: Text
  readonly left: Text
}

export const newsletterWords: ListWords = {
  title: { en: 'Newsletter', nb: 'Nyhetsbrev', sv: 'Nyhetsbrev' },
  lead: {
    en: 'News now and then, by e-mail. You can stop it with one press, in every mail.',
    nb: 'Nyheter av og til, på e-post. Du kan stoppe det med ett trykk, i hver e-post.',
    sv: 'Nyheter då och då, via e-post. Du kan stoppa det med ett tryck, i varje mejl.',
  },
  submit: { en: 'Subscribe', nb: 'Meld meg på', sv: 'Prenumerera' },
  confirmTitle: { en: 'Confirm the newsletter', nb: 'Bekreft nyhetsbrevet', sv: 'Bekräfta nyhetsbrevet' },
  confirmed: {
    en: 'Done: you get the newsletter from now on.',
    nb: 'Ferdig: fra nå av får du nyhetsbrevet.',
    sv: 'Klart: från och med nu får du nyhetsbrevet.',
  },
  leaveTitle: { en: 'Stop the newsletter', nb: 'Stopp nyhetsbrevet', sv: 'Stoppa nyhetsbrevet' },
  leave: { en: 'Unsubscribe', nb: 'Meld meg av', sv: 'Avsluta prenumerationen' },
  left: {
    en: 'Done: you get no more newsletters, and your address is deleted.',
    nb: 'Ferdig: du får ikke flere nyhetsbrev, og adressen din er slettet.',
    sv: 'Klart: du får inga fler nyhetsbrev, och din adress är raderad.',
  },
}

export const waitingListWords: ListWords = {
  title: { en: 'Waiting list', nb: 'Venteliste', sv: 'Väntelista' },
  lead: {
    en: 'We write to you once, when what you wait for is to be had in your country. Then your entry is deleted.',
    nb: 'Vi skriver til deg én gang, når det du venter på, er å få i landet ditt. Da slettes oppføringen din.',
    sv: 'Vi skriver till dig en gång, när det du väntar på finns i ditt land. Sedan raderas din anmälan.',
  },
  submit: { en: 'Put me on the list', nb: 'Sett meg på listen', sv: 'Sätt upp mig på listan' },
  confirmTitle: { en: 'Confirm the waiting list', nb: 'Bekreft ventelisten', sv: 'Bekräfta väntelistan' },
  confirmed: {
    en: 'Done: you are on the list.',
    nb: 'Ferdig: du står på listen.',
    sv: 'Klart: du står på listan.',
  },
  leaveTitle: { en: 'Leave the waiting list', nb: 'Forlat ventelisten', sv: 'Lämna väntelistan' },
  leave: { en: 'Leave the list', nb: 'Forlat listen', sv: 'Lämna listan' },
  left: {
    en: 'Done: you are off the list, and your address is deleted.',
    nb: 'Ferdig: du står ikke lenger på listen, og adressen din er slettet.',
    sv: 'Klart: du står inte längre på listan, och din adress är raderad.',
  },
}

export const formWords = {
  address: { en: 'E-mail address', nb: 'E-postadresse', sv: 'E-postadress' },
  name: { en: 'Name', nb: 'Navn', sv: 'Namn' },
  country: { en: 'Country', nb: 'Land', sv: 'Land' },
  addressWrong: {
    en: 'Write a whole e-mail address, such as ola@example.org.',
    nb: 'Skriv en hel e-postadresse, som ola@example.org.',
    sv: 'Skriv en hel e-postadress, som ola@example.org.',
  },
  countryWrong: { en: 'Choose your country.', nb: 'Velg landet ditt.', sv: 'Välj ditt land.' },
  tooMany: {
    en: 'Too many forms came from your network. Wait a minute, then send it again.',
    nb: 'Det kom for mange skjemaer fra nettverket ditt. Vent et minutt, og send det på nytt.',
    sv: 'För många formulär kom från ditt nätverk. Vänta en minut och skicka det igen.',
  },
  checkTitle: { en: 'Look in your mail', nb: 'Se i e-posten din', sv: 'Titta i din e-post' },
  check: {
    en: 'We have sent a mail to that address. Press its button to confirm; without that the address is deleted after a week.',
    nb: 'Vi har sendt en e-post til adressen. Trykk på knappen i den for å bekrefte; uten det slettes adressen etter en uke.',
    sv: 'Vi har skickat ett mejl till adressen. Tryck på knappen i det för att bekräfta; annars raderas adressen efter en vecka.',
  },
  agree: { en: 'By confirming you say:', nb: 'Når du bekrefter, sier du:', sv: 'När du bekräftar säger du:' },
  confirm: { en: 'Confirm', nb: 'Bekreft', sv: 'Bekräfta' },
  privacy: {
    en: 'The privacy policy says what happens with the address.',
    nb: 'Personvernerklæringen sier hva som skjer med adressen.',
    sv: 'Integritetspolicyn säger vad som händer med adressen.',
  },
  goneTitle: {
    en: 'This link no longer works',
    nb: 'Denne lenken virker ikke lenger',
    sv: 'Den här länken fungerar inte längre',
  },
  gone: {
    en: 'It is too old, or what it is about has been deleted.',
    nb: 'Den er for gammel, eller det den gjelder, er slettet.',
    sv: 'Den är för gammal, eller så har det som den gäller raderats.',
  },
} as const satisfies Record<string, Text>
