import type { DataCategory } from '@samtale/policy'

/** What lists can hold. Whether there are such lists, and how long an entry lives, the profile in force says. */
export const listCategories = {
  newsletter: {
    fides: 'user.contact.email',
    dpv: 'pd:EmailAddress',
    title: { en: 'Newsletter subscription', nb: 'Abonnement på nyhetsbrevet', sv: 'Prenumeration på nyhetsbrevet' },
    description: {
      en: 'Your e-mail address, the language you chose, and when you signed up and confirmed.',
      nb: 'E-postadressen din, språket du valgte, og når du meldte deg på og bekreftet.',
      sv: 'Din e-postadress, språket du valde, och när du anmälde dig och bekräftade.',
    },
    subjects: ['subscriber'],
    source: 'subject',
    provision: {
      kind: 'voluntary',
      consequence: {
        en: 'No. Without it, you get no newsletter.',
        nb: 'Nei. Uten den får du ikke noe nyhetsbrev.',
        sv: 'Nej. Utan den får du inget nyhetsbrev.',
      },
    },
  },
  'waiting-list': {
    fides: 'user.contact.email',
    dpv: 'pd:EmailAddress',
    title: { en: 'Waiting list', nb: 'Venteliste', sv: 'Väntelista' },
    description: {
      en: 'Your e-mail address, your country, the language you chose, and when you signed up and confirmed.',
      nb: 'E-postadressen din, landet ditt, språket du valgte, og når du meldte deg på og bekreftet.',
      sv: 'Din e-postadress, ditt land, språket du valde, och när du anmälde dig och bekräftade.',
    },
    subjects: ['subscriber'],
    source: 'subject',
    provision: {
      kind: 'voluntary',
      consequence: {
        en: 'No. Without it, you get no word when what you wait for is there.',
        nb: 'Nei. Uten den får du ikke beskjed når det du venter på, er her.',
        sv: 'Nej. Utan den får du inget besked när det du väntar på finns.',
      },
    },
  },
} as const satisfies Record<string, DataCategory>
