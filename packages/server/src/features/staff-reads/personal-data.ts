import type { DataCategory, Policy } from '@samtale/policy'
import { category, purpose } from './tables.ts'

/** What is written down about looks of the staff. How long it lives, the profile in force says. */
export const staffReadCategories = {
  [category]: {
    fides: 'user.behavior',
    dpv: 'pd:ServiceConsumptionBehavior',
    title: { en: 'Who of the staff looked', nb: 'Hvem i staben som har sett', sv: 'Vem i personalen som har tittat' },
    description: {
      en: 'When somebody who runs the service opened what is kept about you, as what, and why.',
      nb: 'Når noen som driver tjenesten, åpnet det som er lagret om deg, som hva, og hvorfor.',
      sv: 'När någon som driver tjänsten öppnade det som finns sparat om dig, som vad, och varför.',
    },
    subjects: ['user', 'contact', 'subscriber'],
    source: 'observed',
    provision: {
      kind: 'prerequisite',
      consequence: {
        en: 'Yes, or nobody could see who looked.',
        nb: 'Ja, ellers kunne ingen se hvem som har sett.',
        sv: 'Ja, annars kunde ingen se vem som har tittat.',
      },
    },
  },
} as const satisfies Record<string, DataCategory>

/** Whether looks are written down: the policy says what for. */
export function isAwake({ processings }: Pick<Policy, 'processings'>): boolean {
  return Object.values(processings).some((one) => one.purpose === purpose && one.categories.includes(category))
}
