import { defineMailKinds } from '../../platform/mail/kinds.ts'

const confirmReason = {
  en: 'You get this because somebody gave this address. If it wasn’t you, do nothing: without a confirmation the address is deleted after a week, and nothing is sent.',
  nb: 'Du får dette fordi noen oppga denne adressen. Hvis det ikke var deg, trenger du ikke gjøre noe: uten bekreftelse slettes adressen etter en uke, og ingenting sendes.',
  sv: 'Du får det här för att någon angav den här adressen. Om det inte var du behöver du inte göra något: utan bekräftelse raderas adressen efter en vecka, och inget skickas.',
}

/** Mails of the lists. */
export const listMailKinds = defineMailKinds({
  'newsletter.confirm': {
    title: { en: 'Confirm the newsletter', nb: 'Bekreft nyhetsbrevet', sv: 'Bekräfta nyhetsbrevet' },
    purpose: 'service-notice',
    basis: 'service',
    marketing: false,
    awaited: true,
    stream: 'transactional',
    autoSubmitted: 'auto-replied',
    reason: confirmReason,
    values: { link: 'link' },
    subject: {
      en: 'Confirm that you want our newsletter',
      nb: 'Bekreft at du vil ha nyhetsbrevet vårt',
      sv: 'Bekräfta att du vill ha vårt nyhetsbrev',
    },
    body: [
      {
        paragraph: {
          en: 'You asked for our newsletter. Confirm it within a week, and it is on its way.',
          nb: 'Du ba om nyhetsbrevet vårt. Bekreft innen en uke, så kommer det.',
          sv: 'Du bad om vårt nyhetsbrev. Bekräfta inom en vecka, så kommer det.',
        },
      },
      { button: { en: 'Confirm', nb: 'Bekreft', sv: 'Bekräfta' }, link: 'link' },
    ],
  },
  'waiting-list.confirm': {
    title: { en: 'Confirm the waiting list', nb: 'Bekreft ventelisten', sv: 'Bekräfta väntelistan' },
    purpose: 'service-notice',
    basis: 'service',
    marketing: false,
    awaited: true,
    stream: 'transactional',
    autoSubmitted: 'auto-replied',
    reason: confirmReason,
    values: { link: 'link' },
    subject: {
      en: 'Confirm your place on the waiting list',
      nb: 'Bekreft plassen din på ventelisten',
      sv: 'Bekräfta din plats på väntelistan',
    },
    body: [
      {
        paragraph: {
          en: 'You asked us to write when what you wait for is there. Confirm it within a week.',
          nb: 'Du ba oss skrive når det du venter på, er her. Bekreft innen en uke.',
          sv: 'Du bad oss skriva när det du väntar på finns. Bekräfta inom en vecka.',
        },
      },
      { button: { en: 'Confirm', nb: 'Bekreft', sv: 'Bekräfta' }, link: 'link' },
    ],
  },
  newsletter: {
    title: { en: 'The newsletter', nb: 'Nyhetsbrevet', sv: 'Nyhetsbrevet' },
    purpose: 'newsletter',
    basis: { consent: 'newsletter' },
    marketing: true,
    stream: 'news',
    autoSubmitted: 'no',
    reason: {
      en: 'You get this because you subscribed and confirmed.',
      nb: 'Du får dette fordi du meldte deg på og bekreftet.',
      sv: 'Du får det här för att du anmälde dig och bekräftade.',
    },
    values: { subject: 'text', text: 'lines' },
    subject: { en: '{subject}', nb: '{subject}', sv: '{subject}' },
    body: [{ lines: 'text' }],
  },
  'waiting-list': {
    title: {
      en: 'Word that what you wait for is there',
      nb: 'Beskjed om at det du venter på, er her',
      sv: 'Besked om att det du väntar på finns',
    },
    purpose: 'waiting-list',
    basis: { consent: 'waiting-list' },
    marketing: true,
    stream: 'news',
    autoSubmitted: 'no',
    reason: {
      en: 'You get this because you put yourself on the waiting list. With this mail your entry is deleted.',
      nb: 'Du får dette fordi du satte deg på ventelisten. Med denne e-posten slettes oppføringen din.',
      sv: 'Du får det här för att du satte upp dig på väntelistan. Med det här mejlet raderas din anmälan.',
    },
    values: { subject: 'text', text: 'lines' },
    subject: { en: '{subject}', nb: '{subject}', sv: '{subject}' },
    body: [{ lines: 'text' }],
  },
})
