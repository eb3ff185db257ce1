import type { DataCategory, Policy } from '@samtale/policy'
import { aboutCategory, category, purpose } from './tables.ts'

/** What reports can hold. Whether they are taken, and how long one lives, the profile in force says. */
export const reportCategories = {
  [category]: {
    fides: 'user.content',
    dpv: 'pd:Communication',
    title: { en: 'Reports that you send', nb: 'Meldinger du sender om brudd', sv: 'Anmälningar som du skickar' },
    description: {
      en: 'The room, what you write about it, and your e-mail address if you want to hear what we decide. Nothing goes along that you didn’t choose.',
      nb: 'Rommet, det du skriver om det, og e-postadressen din hvis du vil høre hva vi avgjør. Ingenting sendes med som du ikke har valgt.',
      sv: 'Rummet, det du skriver om det, och din e-postadress om du vill höra vad vi beslutar. Inget skickas med som du inte har valt.',
    },
    subjects: ['contact'],
    source: 'subject',
    provision: {
      kind: 'voluntary',
      consequence: {
        en: 'No. Without an address you see the reference and hear no more.',
        nb: 'Nei. Uten en adresse ser du referansen og hører ikke mer.',
        sv: 'Nej. Utan en adress ser du referensen och hör inget mer.',
      },
    },
  },
  [aboutCategory]: {
    fides: 'user.content',
    dpv: 'pd:Communication',
    title: {
      en: 'What a report says about others',
      nb: 'Det en melding om brudd sier om andre',
      sv: 'Det en anmälan säger om andra',
    },
    description: {
      en: 'The name that somebody went by in the call, messages of the chat that the reporter sent along, and what we decided and why.',
      nb: 'Navnet noen brukte i samtalen, meldinger fra chatten som melderen sendte med, og hva vi avgjorde og hvorfor.',
      sv: 'Namnet som någon använde i samtalet, meddelanden ur chatten som anmälaren skickade med, och vad vi beslutade och varför.',
    },
    subjects: ['reported'],
    source: 'third-party',
    sourceName: { en: 'whoever reported it', nb: 'den som meldte fra', sv: 'den som anmälde det' },
    provision: {
      kind: 'voluntary',
      consequence: {
        en: 'No: nothing is asked of whom it is about.',
        nb: 'Nei: den det gjelder, blir ikke bedt om noe.',
        sv: 'Nej: den som det gäller ombeds inte om något.',
      },
    },
  },
} as const satisfies Record<string, DataCategory>

/** Whether reports are taken: the policy says what they are used for. */
export function isAwake({ processings }: Pick<Policy, 'processings'>): boolean {
  const covered = Object.values(processings).filter((one) => one.purpose === purpose)
  return [category, aboutCategory].every((key) => covered.some(({ categories }) => categories.includes(key)))
}
