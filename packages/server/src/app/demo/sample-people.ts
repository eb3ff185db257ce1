import type { Language } from '@samtale/policy'

/** Somebody who doesn't exist. Every name says so, and no mail leads anywhere (RFC 2606). */
export interface SamplePerson {
  readonly name: string
  readonly address: string
  readonly language: Language
}

const person = (name: string, language: Language): SamplePerson => ({
  name: `${name} (sample)`,
  address: `${name.toLowerCase()}@people.example`,
  language,
})

export const people = {
  arne: person('Arne', 'nb'),
  berit: person('Berit', 'nb'),
  cecilie: person('Cecilie', 'nb'),
  david: person('David', 'sv'),
  erik: person('Erik', 'sv'),
  frida: person('Frida', 'en'),
  gunnar: person('Gunnar', 'en'),
  hanne: person('Hanne', 'nb'),
} as const
