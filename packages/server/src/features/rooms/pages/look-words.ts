import { localeOf, type Text } from '@samtale/policy'

/** What the page says on which one chooses how rooms look. */
export const lookWords = {
  title: { en: 'How it looks', nb: 'Hvordan det ser ut', sv: 'Hur det ser ut' },
  ofRoom: {
    en: 'Shown to whoever comes to the door, before they are in. What you leave out comes from the organisation, or is Samtale’s.',
    nb: 'Vises for alle som kommer til døren, før de er inne. Det du ikke velger, kommer fra organisasjonen eller er Samtales.',
    sv: 'Visas för den som kommer till dörren, innan de är inne. Det du inte väljer kommer från organisationen eller är Samtales.',
  },
  ofAll: {
    en: 'For every room of the organisation that has no look of its own.',
    nb: 'For alle organisasjonens rom som ikke har et eget utseende.',
    sv: 'För alla organisationens rum som inte har ett eget utseende.',
  },
  preview: { en: 'Preview', nb: 'Forhåndsvisning', sv: 'Förhandsvisning' },
  join: { en: 'Join', nb: 'Bli med', sv: 'Gå med' },
  colours: { en: 'Colours', nb: 'Farger', sv: 'Färger' },
  which: { en: 'Which colours', nb: 'Hvilke farger', sv: 'Vilka färger' },
  usual: { en: 'The usual ones', nb: 'De vanlige', sv: 'De vanliga' },
  own: { en: 'These', nb: 'Disse', sv: 'De här' },
  accent: { en: 'Buttons and links', nb: 'Knapper og lenker', sv: 'Knappar och länkar' },
  ground: { en: 'Behind the page', nb: 'Bak siden', sv: 'Bakom sidan' },
  saveColours: { en: 'Save the colours', nb: 'Lagre fargene', sv: 'Spara färgerna' },
  logo: { en: 'Logo', nb: 'Logo', sv: 'Logotyp' },
  logoHint: {
    en: 'PNG, WebP or JPEG, at least 64 × 64 and at most 4000 × 4000 pixels, up to 1 MB.',
    nb: 'PNG, WebP eller JPEG, minst 64 × 64 og høyst 4000 × 4000 piksler, opptil 1 MB.',
    sv: 'PNG, WebP eller JPEG, minst 64 × 64 och högst 4000 × 4000 pixlar, upp till 1 MB.',
  },
  background: { en: 'Background', nb: 'Bakgrunn', sv: 'Bakgrund' },
  backgroundHint: {
    en: 'JPEG, PNG or WebP, at least 1280 × 720 and at most 8000 × 8000 pixels, up to 6 MB.',
    nb: 'JPEG, PNG eller WebP, minst 1280 × 720 og høyst 8000 × 8000 piksler, opptil 6 MB.',
    sv: 'JPEG, PNG eller WebP, minst 1280 × 720 och högst 8000 × 8000 pixlar, upp till 6 MB.',
  },
  logoFile: { en: 'Picture of the logo', nb: 'Bilde av logoen', sv: 'Bild av logotypen' },
  backgroundFile: { en: 'Picture behind the page', nb: 'Bilde bak siden', sv: 'Bild bakom sidan' },
  upload: { en: 'Use this picture', nb: 'Bruk dette bildet', sv: 'Använd den här bilden' },
  takeAway: { en: 'Take the picture away', nb: 'Ta bort bildet', sv: 'Ta bort bilden' },
  current: { en: 'The picture now', nb: 'Bildet nå', sv: 'Bilden nu' },
  notColour: {
    en: 'Choose a colour, such as #0f5c68.',
    nb: 'Velg en farge, for eksempel #0f5c68.',
    sv: 'Välj en färg, till exempel #0f5c68.',
  },
  backToOrganisation: {
    en: 'Back to the organisation',
    nb: 'Tilbake til organisasjonen',
    sv: 'Tillbaka till organisationen',
  },
  saved: {
    en: 'Saved. Whoever comes now sees it.',
    nb: 'Lagret. Alle som kommer nå, ser det.',
    sv: 'Sparat. Den som kommer nu ser det.',
  },
} as const satisfies Record<string, Text>

/** Why an accent isn't taken: nobody could read it there. */
export function tooFaint(ratio: number, nearest: string): Text {
  const [en, nb, sv] = (['en', 'nb', 'sv'] as const).map((language) =>
    new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: 1, roundingMode: 'floor' }).format(ratio),
  )
  return {
    en: `Links in this colour can’t be read on that ground: the contrast is ${en} to 1, and 4.5 to 1 is needed (WCAG 2.2). ${nearest} is near it and can be read.`,
    nb: `Lenker i denne fargen kan ikke leses på den bakgrunnen: kontrasten er ${nb} til 1, og det trengs 4,5 til 1 (WCAG 2.2). ${nearest} er nær den og kan leses.`,
    sv: `Länkar i den här färgen går inte att läsa på den bakgrunden: kontrasten är ${sv} till 1, och 4,5 till 1 behövs (WCAG 2.2). ${nearest} ligger nära och går att läsa.`,
  }
}
