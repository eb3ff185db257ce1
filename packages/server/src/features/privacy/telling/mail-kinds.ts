import { defineMailKinds } from '../../../platform/mail/kinds.ts'
import { mailPurpose } from '../../../platform/mail/tables.ts'

const reason = {
  en: 'You get this because something about you is kept here that the change concerns. It is no advertising, so it has no way to unsubscribe.',
  nb: 'Du får dette fordi det er lagret noe om deg her som endringen gjelder. Det er ikke reklame, så det kan ikke meldes av.',
  sv: 'Du får det här för att något om dig är sparat här som ändringen rör. Det är ingen reklam, så det går inte att avsluta.',
}

const disagree = {
  en: 'If you don’t agree, you can have what is kept about you deleted, also before the change takes effect. Not answering is not taken for a yes.',
  nb: 'Hvis du ikke er enig, kan du få slettet det som er lagret om deg, også før endringen gjelder. At du ikke svarer, regnes ikke som et ja.',
  sv: 'Om du inte håller med kan du få det som är sparat om dig raderat, också innan ändringen gäller. Att du inte svarar räknas inte som ett ja.',
}

const buttons = [
  { button: { en: 'What changes', nb: 'Hva som endres', sv: 'Vad som ändras' }, link: 'changes' },
  { paragraph: disagree },
  {
    button: { en: 'Have my data deleted', nb: 'Få slettet det om meg', sv: 'Få mina uppgifter raderade' },
    link: 'rights',
  },
] as const

const shared = {
  purpose: mailPurpose,
  basis: 'service',
  marketing: false,
  stream: 'transactional',
  autoSubmitted: 'auto-generated',
  reason,
  values: { date: 'text', summary: 'lines', changes: 'link', rights: 'link' },
} as const

/** Word of what is coming, to those whose data it concerns (GDPR art. 13(3), WP 260 § 29). */
export const policyMailKinds = defineMailKinds({
  'policy.change': {
    ...shared,
    title: {
      en: 'Word of a change of this policy',
      nb: 'Beskjed om en endring i denne erklæringen',
      sv: 'Besked om en ändring i den här policyn',
    },
    subject: {
      en: 'The privacy policy changes on {date}',
      nb: 'Personvernerklæringen endres {date}',
      sv: 'Integritetspolicyn ändras {date}',
    },
    body: [
      {
        paragraph: {
          en: 'We change how we use personal data, on {date} at the earliest. Until then everything stays as it is. This is what matters of it:',
          nb: 'Vi endrer hvordan vi bruker personopplysninger, tidligst {date}. Til da er alt som før. Dette er det viktige:',
          sv: 'Vi ändrar hur vi använder personuppgifter, tidigast {date}. Till dess är allt som förut. Det här är det viktiga:',
        },
      },
      { lines: 'summary' },
      ...buttons,
    ],
  },
  'policy.transfer': {
    ...shared,
    title: {
      en: 'Word that somebody else becomes responsible',
      nb: 'Beskjed om at noen andre blir ansvarlig',
      sv: 'Besked om att någon annan blir ansvarig',
    },
    subject: {
      en: 'Somebody else becomes responsible for your data on {date}',
      nb: 'Noen andre blir ansvarlig for opplysningene dine {date}',
      sv: 'Någon annan blir ansvarig för dina uppgifter {date}',
    },
    body: [
      {
        paragraph: {
          en: 'Somebody else takes over what is kept about you here, on {date} at the earliest. Until then nobody else gets it. You can have it deleted first. This is what changes:',
          nb: 'Noen andre overtar det som er lagret om deg her, tidligst {date}. Til da får ingen andre det. Du kan få det slettet først. Dette er det som endres:',
          sv: 'Någon annan tar över det som är sparat om dig här, tidigast {date}. Till dess får ingen annan det. Du kan få det raderat först. Det här är det som ändras:',
        },
      },
      { lines: 'summary' },
      ...buttons,
    ],
  },
})
