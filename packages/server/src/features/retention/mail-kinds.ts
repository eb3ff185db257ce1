import { defineMailKinds } from '../../platform/mail/kinds.ts'

const notice = {
  title: {
    en: 'Word that something about you will be deleted',
    nb: 'Beskjed om at noe om deg blir slettet',
    sv: 'Besked om att något om dig kommer att raderas',
  },
  purpose: 'service-notice',
  basis: 'service',
  marketing: false,
  stream: 'transactional',
  autoSubmitted: 'auto-generated',
  reason: {
    en: 'You get this because our privacy policy promises to tell you before we delete what you haven’t used for long.',
    nb: 'Du får dette fordi personvernerklæringen vår lover å si fra før vi sletter det du ikke har brukt på lenge.',
    sv: 'Du får det här för att vår integritetspolicy lovar att säga till innan vi raderar det som du inte har använt på länge.',
  },
  values: { what: 'text', day: 'text', link: 'link' },
  subject: {
    en: 'On {day} we delete what we have about you',
    nb: '{day} sletter vi det vi har om deg',
    sv: '{day} raderar vi det vi har om dig',
  },
} as const

const first = {
  paragraph: {
    en: 'On {day} this is deleted: {what}. Nothing has happened with it for long, and we keep nothing for longer than we need it.',
    nb: '{day} blir dette slettet: {what}. Det har ikke skjedd noe med det på lenge, og vi tar ikke vare på noe lenger enn vi trenger det.',
    sv: '{day} raderas det här: {what}. Det har inte hänt något med det på länge, och vi sparar inget längre än vi behöver det.',
  },
} as const
const second = {
  paragraph: {
    en: 'If that is all right, you need do nothing. If you use it again before that day, it stays.',
    nb: 'Er det greit, trenger du ikke gjøre noe. Bruker du det igjen før den dagen, blir det værende.',
    sv: 'Är det okej behöver du inte göra något. Använder du det igen före den dagen blir det kvar.',
  },
} as const

/** The mails that a rule of retention can promise: that something goes, before it does. */
export const retentionMailKinds = defineMailKinds({
  'retention.notice': {
    ...notice,
    body: [
      first,
      second,
      {
        button: {
          en: 'What we keep, and how long',
          nb: 'Hva vi tar vare på, og hvor lenge',
          sv: 'Vad vi sparar, och hur länge',
        },
        link: 'link',
      },
    ],
  },
  // The same, with a way to keep it by one press.
  'retention.keep': {
    ...notice,
    body: [
      first,
      {
        paragraph: {
          en: 'If that is all right, you need do nothing. If you want to keep it, press here before that day, or use it again.',
          nb: 'Er det greit, trenger du ikke gjøre noe. Vil du beholde det, trykker du her før den dagen, eller bruker det igjen.',
          sv: 'Är det okej behöver du inte göra något. Vill du behålla det trycker du här före den dagen, eller använder det igen.',
        },
      },
      { button: { en: 'Keep it', nb: 'Behold det', sv: 'Behåll det' }, link: 'link' },
    ],
  },
})
