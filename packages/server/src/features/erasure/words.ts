import type { Text } from '@samtale/policy'
import type { HoldGround } from '@samtale/policy/grounds'

/** What a certificate says. */
export const words = {
  title: { en: 'Certificate of erasure', nb: 'Bekreftelse på sletting', sv: 'Intyg om radering' },
  from: { en: 'From {who}, {url}', nb: 'Fra {who}, {url}', sv: 'Från {who}, {url}' },
  when: {
    en: 'Asked for on {asked}, done on {done}.',
    nb: 'Bedt om {asked}, utført {done}.',
    sv: 'Begärt {asked}, utfört {done}.',
  },
  gone: { en: 'What is gone', nb: 'Hva som er borte', sv: 'Vad som är borta' },
  nothingGone: {
    en: 'Nothing was left to erase.',
    nb: 'Det var ingenting igjen å slette.',
    sv: 'Det fanns inget kvar att radera.',
  },
  deleted: { en: '{what} ({count}): deleted', nb: '{what} ({count}): slettet', sv: '{what} ({count}): raderat' },
  anonymous: {
    en: '{what} ({count}): made anonymous',
    nb: '{what} ({count}): gjort anonymt',
    sv: '{what} ({count}): anonymiserat',
  },
  rows: { en: 'Rows: {rows}.', nb: 'Rader: {rows}.', sv: 'Rader: {rows}.' },
  stays: { en: 'What stays, and why', nb: 'Hva som blir igjen, og hvorfor', sv: 'Vad som finns kvar, och varför' },
  nothingStays: {
    en: 'Nothing. There is nothing left about you here.',
    nb: 'Ingenting. Det er ikke noe igjen om deg her.',
    sv: 'Ingenting. Det finns inget kvar om dig här.',
  },
  kept: { en: '{what} ({count})', nb: '{what} ({count})', sv: '{what} ({count})' },
  restricted: {
    en: 'It is kept and not used.',
    nb: 'Det blir tatt vare på og ikke brukt.',
    sv: 'Det sparas och används inte.',
  },
  law: {
    en: 'Has to be kept under {law}.',
    nb: 'Må tas vare på etter {law}.',
    sv: 'Måste sparas enligt {law}.',
  },
  duty: { en: 'Required by {law}.', nb: 'Kreves av {law}.', sv: 'Krävs enligt {law}.' },
  asked: {
    en: 'You asked that it is kept and not used.',
    nb: 'Du ba om at det blir tatt vare på og ikke brukt.',
    sv: 'Du bad om att det sparas och inte används.',
  },
  other: {
    en: 'It is not part of this erasure.',
    nb: 'Det er ikke en del av denne slettingen.',
    sv: 'Det ingår inte i den här raderingen.',
  },
  exception: { en: 'Exception: {article}.', nb: 'Unntak: {article}.', sv: 'Undantag: {article}.' },
  review: {
    en: 'It is looked at again by {day}, and goes by itself when the reason is over.',
    nb: 'Det blir vurdert på nytt innen {day}, og slettes av seg selv når grunnen faller bort.',
    sv: 'Det prövas igen senast {day} och raderas av sig självt när skälet har upphört.',
  },
  until: {
    en: 'Until {day}; then it is deleted by itself, by {by} at the latest.',
    nb: 'Til {day}; så slettes det av seg selv, senest {by}.',
    sv: 'Till {day}; sedan raderas det av sig självt, senast {by}.',
  },
  noEnd: {
    en: 'When it goes is not known yet. It goes by itself when nothing asks for it any more.',
    nb: 'Når det slettes, er ikke kjent ennå. Det slettes av seg selv når ingenting krever det lenger.',
    sv: 'När det raderas är inte känt än. Det raderas av sig självt när inget kräver det längre.',
  },
  copies: { en: 'Copies', nb: 'Kopier', sv: 'Kopior' },
  sealed: {
    en: 'Backups may still hold copies, sealed. Their keys are destroyed; from {day} on nobody can open them, wherever they lie.',
    nb: 'Sikkerhetskopier kan fortsatt ha kopier, forseglet. Nøklene er ødelagt; fra {day} kan ingen åpne dem, hvor de enn ligger.',
    sv: 'Säkerhetskopior kan fortfarande ha kopior, förseglade. Nycklarna är förstörda; från {day} kan ingen öppna dem, var de än finns.',
  },
  plain: {
    en: 'Not sealed, and so in backups until those are deleted: {what}. A backup that is restored is erased from again before anybody uses it.',
    nb: 'Ikke forseglet, og derfor i sikkerhetskopier til de slettes: {what}. Det slettes også fra en sikkerhetskopi som gjenopprettes, før noen bruker den.',
    sv: 'Inte förseglat, och därför i säkerhetskopior tills de raderas: {what}. Det raderas också ur en säkerhetskopia som återställs, innan någon använder den.',
  },
  check: { en: 'How to check this', nb: 'Slik kan dette kontrolleres', sv: 'Så kan det här kontrolleras' },
  signature: {
    en: 'The file is signed. Paste it at {url}erasure-certificate, or use the command “samtale certificate verify” with the key from {url}.well-known/erasure-certificate-key.json.',
    nb: 'Filen er signert. Lim den inn på {url}erasure-certificate, eller bruk kommandoen «samtale certificate verify» med nøkkelen fra {url}.well-known/erasure-certificate-key.json.',
    sv: 'Filen är signerad. Klistra in den på {url}erasure-certificate, eller använd kommandot ”samtale certificate verify” med nyckeln från {url}.well-known/erasure-certificate-key.json.',
  },
  entries: {
    en: 'Entries in the ledger, which nobody can change: {entries}.',
    nb: 'Innføringer i protokollen, som ingen kan endre: {entries}.',
    sv: 'Poster i journalen, som ingen kan ändra: {entries}.',
  },
} as const satisfies Record<string, Text>

/** Exceptions to erasure, and where the law has them. */
export const exceptions: Readonly<Record<HoldGround, Text>> = {
  '17-3-a': {
    en: 'freedom of expression and information (GDPR art. 17(3)(a))',
    nb: 'ytrings- og informasjonsfrihet (GDPR art. 17 nr. 3 bokstav a)',
    sv: 'yttrande- och informationsfrihet (GDPR art. 17.3 a)',
  },
  '17-3-b': {
    en: 'a legal duty (GDPR art. 17(3)(b))',
    nb: 'en rettslig plikt (GDPR art. 17 nr. 3 bokstav b)',
    sv: 'en rättslig förpliktelse (GDPR art. 17.3 b)',
  },
  '17-3-c': {
    en: 'public health (GDPR art. 17(3)(c))',
    nb: 'folkehelsen (GDPR art. 17 nr. 3 bokstav c)',
    sv: 'folkhälsan (GDPR art. 17.3 c)',
  },
  '17-3-d': {
    en: 'archiving, research or statistics (GDPR art. 17(3)(d))',
    nb: 'arkiv, forskning eller statistikk (GDPR art. 17 nr. 3 bokstav d)',
    sv: 'arkiv, forskning eller statistik (GDPR art. 17.3 d)',
  },
  '17-3-e': {
    en: 'legal claims (GDPR art. 17(3)(e))',
    nb: 'rettskrav (GDPR art. 17 nr. 3 bokstav e)',
    sv: 'rättsliga anspråk (GDPR art. 17.3 e)',
  },
  '18-1-b': {
    en: 'you want it kept (GDPR art. 18(1)(b))',
    nb: 'du vil at det tas vare på (GDPR art. 18 nr. 1 bokstav b)',
    sv: 'du vill att det sparas (GDPR art. 18.1 b)',
  },
  '18-1-c': {
    en: 'you need it for a legal claim (GDPR art. 18(1)(c))',
    nb: 'du trenger det til et rettskrav (GDPR art. 18 nr. 1 bokstav c)',
    sv: 'du behöver det för ett rättsligt anspråk (GDPR art. 18.1 c)',
  },
}
