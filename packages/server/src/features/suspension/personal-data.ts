import type { DataCategory, Policy } from '@samtale/policy'
import { category, purpose } from './tables.ts'

/** What is kept where an operator closes something. How long, the profile in force says. */
export const suspensionCategories = {
  [category]: {
    fides: 'user.content',
    dpv: 'pd:Communication',
    title: {
      en: 'Closing of an account or room',
      nb: 'Stenging av en konto eller et rom',
      sv: 'Stängning av ett konto eller rum',
    },
    description: {
      en: 'Why we closed it, what you said against it, and what we decided then.',
      nb: 'Hvorfor vi stengte det, hva du sa imot, og hva vi så avgjorde.',
      sv: 'Varför vi stängde det, vad du sa emot, och vad vi sedan beslutade.',
    },
    subjects: ['user'],
    source: 'derived',
    provision: {
      kind: 'voluntary',
      consequence: {
        en: 'No. You can appeal or leave it.',
        nb: 'Nei. Du kan klage eller la det være.',
        sv: 'Nej. Du kan överklaga eller låta bli.',
      },
    },
  },
} as const satisfies Record<string, DataCategory>

/** Whether anything can be closed: the policy says what for. */
export function isAwake({ processings }: Pick<Policy, 'processings'>): boolean {
  return Object.values(processings).some((one) => one.purpose === purpose && one.categories.includes(category))
}
