import type { DataCategory, StorageKey } from '@samtale/policy'

/** What an answer is. How long it is kept, the profile in force says. */
export const consentCategories = {
  'consent.record': {
    fides: 'user.privacy_preferences',
    dpv: 'pd:PrivacyPreference',
    title: { en: 'Records of your answers', nb: 'Kvitteringer for svarene dine', sv: 'Kvitton på dina svar' },
    description: {
      en: 'What you were asked and answered, when, in which language, and the exact text you saw.',
      nb: 'Hva du ble spurt om og svarte, når, på hvilket språk, og nøyaktig den teksten du så.',
      sv: 'Vad du fick frågan om och svarade, när, på vilket språk, och exakt den text du såg.',
    },
    subjects: ['subscriber', 'visitor'],
    source: 'subject',
    provision: {
      kind: 'statutory',
      consequence: {
        en: 'Yes, where you say yes: the law wants us to be able to show it.',
        nb: 'Ja, der du sier ja: loven krever at vi kan vise det.',
        sv: 'Ja, där du säger ja: lagen kräver att vi kan visa det.',
      },
    },
  },
} as const satisfies Record<string, DataCategory>

/** What remembers the answer, so that nobody is asked twice; set when somebody answers, and never before. */
export const consentStorage = {
  'samtale.consent': {
    store: 'cookie',
    lifetime: 'P6M',
    holds: 'consent.record',
    purpose: 'consent',
    uniqueId: true,
    description: {
      en: 'What you answered about cookies, and the number of your receipt; set when you answer',
      nb: 'Hva du svarte om informasjonskapsler, og nummeret på kvitteringen din; settes når du svarer',
      sv: 'Vad du svarade om kakor, och numret på ditt kvitto; sätts när du svarar',
    },
  },
} as const satisfies Record<string, StorageKey>
