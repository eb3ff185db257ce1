import type { Text } from '@samtale/policy'

export const proofWords = {
  title: { en: 'How the claims are proved', nb: 'Slik bevises påstandene', sv: 'Så bevisas påståendena' },
  lead: {
    en: 'What the policy claims of this system, tests show: each does what would break the promise, or takes away what keeps it, and has to see that it fails.',
    nb: 'Det erklæringen påstår om systemet, vises av tester: hver gjør det som ville bryte løftet, eller tar bort det som holder det, og må se at det ikke går.',
    sv: 'Det policyn påstår om systemet visas av tester: vart och ett gör det som skulle bryta löftet, eller tar bort det som håller det, och måste se att det inte går.',
  },
  run: {
    en: 'They passed on these very sources on',
    nb: 'De besto på nettopp denne kildekoden den',
    sv: 'De gick igenom på just den här källkoden den',
  },
  sources: { en: 'Sources, SHA-256', nb: 'Kildekode, SHA-256', sv: 'Källkod, SHA-256' },
  none: {
    en: 'This build was not tested as it is: its sources have changed since the last run in which every test passed. Whoever runs it can test it with “npm test”.',
    nb: 'Denne utgaven er ikke testet slik den er: Kildekoden er endret siden sist alle testene besto. Den som driver den, kan teste den med «npm test».',
    sv: 'Den här utgåvan är inte testad som den är: källkoden har ändrats sedan alla tester senast gick igenom. Den som driver den kan testa den med ”npm test”.',
  },
  back: { en: 'The policy', nb: 'Erklæringen', sv: 'Policyn' },
  tests: { en: 'Tests', nb: 'Tester', sv: 'Tester' },
  code: { en: 'Its code', nb: 'Koden', sv: 'Koden' },
} as const satisfies Record<string, Text>

/** How often a test ran, with different values. */
export const ranTimes = {
  en: (runs: number): string => (runs === 1 ? 'once' : `${runs} times, with different values`),
  nb: (runs: number): string => (runs === 1 ? 'én gang' : `${runs} ganger, med ulike verdier`),
  sv: (runs: number): string => (runs === 1 ? 'en gång' : `${runs} gånger, med olika värden`),
} as const
