import type { Text } from '@samtale/policy'

export const logWords = {
  lead: {
    en: 'What operators did, by whom, when and why. Nothing in it can be changed.',
    nb: 'Hva operatører har gjort, hvem, når og hvorfor. Ingenting i den kan endres.',
    sv: 'Vad operatörer har gjort, vem, när och varför. Inget i den kan ändras.',
  },
  empty: {
    en: 'Nothing has been done yet. What you do on these pages is written down here.',
    nb: 'Ingenting er gjort ennå. Det du gjør på disse sidene, blir skrevet ned her.',
    sv: 'Inget har gjorts ännu. Det du gör på de här sidorna skrivs ner här.',
  },
  when: { en: 'When', nb: 'Når', sv: 'När' },
  who: { en: 'Who', nb: 'Hvem', sv: 'Vem' },
  what: { en: 'What', nb: 'Hva', sv: 'Vad' },
  why: { en: 'Why', nb: 'Hvorfor', sv: 'Varför' },
  machine: { en: 'on the machine', nb: 'på maskinen', sv: 'på maskinen' },
  gone: { en: 'an account that is gone', nb: 'en konto som er borte', sv: 'ett konto som är borta' },
} as const satisfies Record<string, Text>
