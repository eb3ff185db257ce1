import type { DataCategory, Policy } from '@samtale/policy'
import { actCategory, personCategory } from './tables.ts'

const administrators = {
  kind: 'prerequisite',
  consequence: {
    en: 'Yes, for who administrates something here.',
    nb: 'Ja, for den som administrerer noe her.',
    sv: 'Ja, för den som administrerar något här.',
  },
} as const

/** What the log of administrators’ acts can hold. */
export const auditCategories = {
  [actCategory]: {
    fides: 'user.behavior',
    dpv: 'pd:ServiceConsumptionBehavior',
    title: { en: 'What administrators did', nb: 'Hva administratorer gjorde', sv: 'Vad administratörer gjorde' },
    description: {
      en: 'What was done, when, to which room or organisation, and the reason that was given. Who did it stands apart, and goes with their account.',
      nb: 'Hva som ble gjort, når, med hvilket rom eller hvilken organisasjon, og grunnen som ble oppgitt. Hvem som gjorde det, står for seg og forsvinner med kontoen.',
      sv: 'Vad som gjordes, när, med vilket rum eller vilken organisation, och skälet som angavs. Vem som gjorde det står för sig och försvinner med kontot.',
    },
    subjects: ['user'],
    source: 'observed',
    identifies: 'pseudonym',
    provision: administrators,
  },
  [personCategory]: {
    fides: 'user.behavior',
    dpv: 'pd:ServiceConsumptionBehavior',
    title: {
      en: 'Who did it, and to whom',
      nb: 'Hvem som gjorde det, og med hvem',
      sv: 'Vem som gjorde det, och med vem',
    },
    description: {
      en: 'That it was your account by which an administrator’s act was done, or to which it was done.',
      nb: 'At det var kontoen din en administrators handling ble gjort med, eller som den gjaldt.',
      sv: 'Att det var ditt konto som en administratörs handling gjordes med, eller som den gällde.',
    },
    subjects: ['user'],
    source: 'observed',
    provision: administrators,
  },
} as const satisfies Record<string, DataCategory>

/** Whether the policy in force has the log at all. */
export function isAuditAwake({ processings }: Pick<Policy, 'processings'>): boolean {
  const covered = Object.values(processings).flatMap(({ purpose, categories }) =>
    purpose === 'audit' ? categories : [],
  )
  return covered.includes(actCategory) && covered.includes(personCategory)
}
