import type { Text } from '@samtale/policy'
import type { CertificateFinding } from './verify.ts'

/** What the page says on which a certificate is looked at. */
export const pageWords = {
  title: { en: 'Is this certificate genuine?', nb: 'Er denne bekreftelsen ekte?', sv: 'Är det här intyget äkta?' },
  lead: {
    en: 'Whoever had their data erased here got a certificate. Paste it to see whether it is from here, unchanged, and what it says. It is not kept.',
    nb: 'Den som har fått opplysningene sine slettet her, fikk en bekreftelse. Lim den inn for å se om den er herfra og uendret, og hva den sier. Den blir ikke lagret.',
    sv: 'Den som har fått sina uppgifter raderade här fick ett intyg. Klistra in det för att se om det är härifrån och oförändrat, och vad det säger. Det sparas inte.',
  },
  field: { en: 'The certificate', nb: 'Bekreftelsen', sv: 'Intyget' },
  hint: {
    en: 'All of the file, from the first brace to the last.',
    nb: 'Hele filen, fra den første krøllparentesen til den siste.',
    sv: 'Hela filen, från den första klammern till den sista.',
  },
  submit: { en: 'Look at it', nb: 'Se på den', sv: 'Titta på det' },
  empty: { en: 'Paste the certificate.', nb: 'Lim inn bekreftelsen.', sv: 'Klistra in intyget.' },
  tooMany: {
    en: 'Too many forms came from your network. Wait a minute, then send it again.',
    nb: 'Det kom for mange skjemaer fra nettverket ditt. Vent et minutt, og send det på nytt.',
    sv: 'För många formulär kom från ditt nätverk. Vänta en minut och skicka det igen.',
  },
  right: { en: 'The certificate is genuine', nb: 'Bekreftelsen er ekte', sv: 'Intyget är äkta' },
  wrong: {
    en: 'Don’t trust this certificate',
    nb: 'Ikke stol på denne bekreftelsen',
    sv: 'Lita inte på det här intyget',
  },
  another: { en: 'Look at another', nb: 'Se på en annen', sv: 'Titta på ett annat' },
  findings: {
    'certificate.unreadable': {
      en: 'This is no certificate of erasure.',
      nb: 'Dette er ingen bekreftelse på sletting.',
      sv: 'Det här är inget intyg om radering.',
    },
    'certificate.respelled': {
      en: 'Something in it was changed, if only the spacing.',
      nb: 'Noe i den er endret, om så bare mellomrommene.',
      sv: 'Något i det har ändrats, om så bara mellanrummen.',
    },
    'certificate.signature-right': {
      en: 'The signature is right: nobody has changed it.',
      nb: 'Signaturen stemmer: ingen har endret den.',
      sv: 'Signaturen stämmer: ingen har ändrat det.',
    },
    'certificate.signature-wrong': {
      en: 'The signature is wrong: what it says was changed, or it isn’t from here.',
      nb: 'Signaturen stemmer ikke: innholdet er endret, eller den er ikke herfra.',
      sv: 'Signaturen stämmer inte: innehållet har ändrats, eller så är det inte härifrån.',
    },
    'certificate.key-right': {
      en: 'It is signed by this installation.',
      nb: 'Den er signert her.',
      sv: 'Det är signerat här.',
    },
    'certificate.key-other': {
      en: 'It is not signed by this installation.',
      nb: 'Den er ikke signert her.',
      sv: 'Det är inte signerat här.',
    },
    'certificate.key-unknown': {
      en: 'Nobody looked who signed it.',
      nb: 'Ingen har sett etter hvem som signerte den.',
      sv: 'Ingen har tittat på vem som signerade det.',
    },
    'certificate.ledger-right': {
      en: 'The ledger has its entries.',
      nb: 'Protokollen har innføringene.',
      sv: 'Journalen har posterna.',
    },
    'certificate.ledger-other': {
      en: 'The ledger doesn’t have its entries as it says.',
      nb: 'Protokollen har ikke innføringene slik den sier.',
      sv: 'Journalen har inte posterna så som det säger.',
    },
    'certificate.ledger-unknown': {
      en: 'Nobody looked in the ledger.',
      nb: 'Ingen har sett i protokollen.',
      sv: 'Ingen har tittat i journalen.',
    },
  } satisfies Record<CertificateFinding, Text>,
} as const
