import type { Text } from '@samtale/policy'
import type { VersionClass } from '../versions/version.ts'

/** Words of the archive. */
export const archiveWords = {
  title: {
    en: 'Versions of the policy',
    nb: 'Versjoner av erklæringen',
    sv: 'Versioner av policyn',
  },
  intro: {
    en: 'Every version that has been shown here stays readable, with what it changed. The terms and the other documents belong to the version.',
    nb: 'Alle versjoner som har vært vist her, kan fortsatt leses, sammen med hva de endret. Vilkårene og de andre dokumentene hører til versjonen.',
    sv: 'Alla versioner som har visats här går att läsa, tillsammans med vad de ändrade. Villkoren och de andra dokumenten hör till versionen.',
  },
  earlier: {
    en: 'Earlier versions and what changed',
    nb: 'Tidligere versjoner og hva som ble endret',
    sv: 'Tidigare versioner och vad som ändrades',
  },
  version: { en: 'Version', nb: 'Versjon', sv: 'Version' },
  read: { en: 'Read it', nb: 'Les den', sv: 'Läs den' },
  changes: { en: 'What it changed', nb: 'Hva den endret', sv: 'Vad den ändrade' },
  changesOf: { en: 'What version {n} changed', nb: 'Hva versjon {n} endret', sv: 'Vad version {n} ändrade' },
  comparedWith: {
    en: 'Compared with version {n}.',
    nb: 'Sammenlignet med versjon {n}.',
    sv: 'Jämfört med version {n}.',
  },
  nothing: {
    en: 'Nothing in its words changed that concerns you.',
    nb: 'Ingenting i ordlyden som angår deg, ble endret.',
    sv: 'Ingenting i ordalydelsen som rör dig ändrades.',
  },
  firstSummary: { en: 'The first version.', nb: 'Den første versjonen.', sv: 'Den första versionen.' },
  more: { en: 'and {n} more', nb: 'og {n} til', sv: 'och {n} till' },
  inForce: { en: 'in effect', nb: 'gjelder nå', sv: 'gäller nu' },
  upcoming: { en: 'coming', nb: 'kommer', sv: 'kommer' },
  former: { en: 'no longer in effect', nb: 'gjelder ikke lenger', sv: 'gäller inte längre' },
  withdrawn: { en: 'announced and withdrawn', nb: 'varslet og trukket tilbake', sv: 'aviserad och återkallad' },
  since: { en: 'In effect since {from}.', nb: 'Gjelder siden {from}.', sv: 'Gäller sedan {from}.' },
  between: {
    en: 'In effect from {from} to {until}.',
    nb: 'Gjaldt fra {from} til {until}.',
    sv: 'Gällde från {from} till {until}.',
  },
  from: {
    en: 'Takes effect on {from} at the earliest.',
    nb: 'Gjelder tidligst fra {from}.',
    sv: 'Gäller tidigast från {from}.',
  },
  never: {
    en: 'Announced on {made}, and never in effect.',
    nb: 'Varslet {made}, og har aldri vært gjeldende.',
    sv: 'Aviserad {made}, och har aldrig gällt.',
  },
  notThis: {
    en: 'This is not the policy that is in effect.',
    nb: 'Dette er ikke erklæringen som gjelder.',
    sv: 'Det här är inte policyn som gäller.',
  },
  toCurrent: { en: 'Read the one that is', nb: 'Les den som gjelder', sv: 'Läs den som gäller' },
  link: { en: 'Permanent link', nb: 'Fast lenke', sv: 'Permanent länk' },
  unreadable: {
    en: 'Somebody was named as responsible, and the key to who it was is lost.',
    nb: 'Noen var nevnt som ansvarlig, og nøkkelen til hvem det var, er tapt.',
    sv: 'Någon var angiven som ansvarig, och nyckeln till vem det var är förlorad.',
  },
  formerContact: {
    en: 'How to reach those responsible now stands in the policy that is in effect.',
    nb: 'Hvordan du når dem som er ansvarlige nå, står i erklæringen som gjelder.',
    sv: 'Hur du når dem som är ansvariga nu står i policyn som gäller.',
  },
  documents: {
    en: 'Documents of this version',
    nb: 'Dokumenter i denne versjonen',
    sv: 'Dokument i den här versionen',
  },
  added: { en: 'added', nb: 'lagt til', sv: 'tillagt' },
  removed: { en: 'removed', nb: 'fjernet', sv: 'borttaget' },
  before: { en: 'Before', nb: 'Før', sv: 'Före' },
  after: { en: 'Now', nb: 'Nå', sv: 'Nu' },
  coming: {
    en: 'The privacy policy changes on {from} at the earliest.',
    nb: 'Personvernerklæringen endres tidligst {from}.',
    sv: 'Integritetspolicyn ändras tidigast {from}.',
  },
  comingLinks: {
    en: 'What changes, and what you can do',
    nb: 'Hva som endres, og hva du kan gjøre',
    sv: 'Vad som ändras, och vad du kan göra',
  },
  disagree: {
    en: 'If you don’t agree, you can have your data deleted before it takes effect:',
    nb: 'Hvis du ikke er enig, kan du få opplysningene dine slettet før endringen gjelder:',
    sv: 'Om du inte håller med kan du få dina uppgifter raderade innan ändringen gäller:',
  },
  yourRights: { en: 'Use your rights', nb: 'Bruk rettighetene dine', sv: 'Använd dina rättigheter' },
} as const satisfies Record<string, Text>

export const classWords = {
  first: { en: 'First version', nb: 'Første versjon', sv: 'Första versionen' },
  editorial: { en: 'Wording only', nb: 'Bare ordlyd', sv: 'Bara ordalydelse' },
  minor: { en: 'Small change', nb: 'Liten endring', sv: 'Liten ändring' },
  material: {
    en: 'Change that matters to you',
    nb: 'Endring som betyr noe for deg',
    sv: 'Ändring som har betydelse för dig',
  },
} as const satisfies Record<VersionClass, Text>

/** Words with values in place of `{name}`. */
export function fill(words: string, values: Readonly<Record<string, string | number>>): string {
  return words.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}
