import { localeOf, type Language, type Text } from '@samtale/policy'
import type { PictureKind } from './kind.ts'

export type ImageProblemCode =
  'image.none' | 'image.kind' | 'image.too-heavy' | 'image.too-large' | 'image.too-small' | 'image.broken'

/** Why a picture isn't taken. */
export class ImageProblem {
  readonly code: ImageProblemCode
  /** For whoever sent it: what is wrong, and what would do. */
  readonly reason: Text

  constructor(code: ImageProblemCode, reason: Text) {
    this.code = code
    this.reason = reason
  }
}

interface Size {
  readonly width: number
  readonly height: number
}

const kindNames: Readonly<Record<PictureKind, string>> = { jpeg: 'JPEG', png: 'PNG', webp: 'WebP', gif: 'GIF' }

export const noPicture = new ImageProblem('image.none', {
  en: 'Choose a picture first.',
  nb: 'Velg et bilde først.',
  sv: 'Välj en bild först.',
})

export const brokenPicture = new ImageProblem('image.broken', {
  en: 'The picture can’t be read: part of it is missing or damaged. Save it again, and send that.',
  nb: 'Bildet kan ikke leses: noe av det mangler eller er ødelagt. Lagre det på nytt, og send det.',
  sv: 'Bilden kan inte läsas: något av den saknas eller är skadat. Spara om den och skicka den.',
})

export function wrongKind(kinds: readonly PictureKind[]): ImageProblem {
  const list = (language: Language) =>
    new Intl.ListFormat(language, { type: 'disjunction' }).format(kinds.map((kind) => kindNames[kind]))
  return new ImageProblem('image.kind', {
    en: `This isn’t a picture that we take. It has to be ${list('en')}.`,
    nb: `Dette er ikke et bilde vi tar imot. Det må være ${list('nb')}.`,
    sv: `Det här är ingen bild som vi tar emot. Den måste vara ${list('sv')}.`,
  })
}

export function tooHeavy(bytes: number, most: number): ImageProblem {
  const [is, can] = [inEach((language) => megabytes(bytes, language, 'ceil')), megabytesText(most)]
  return new ImageProblem('image.too-heavy', {
    en: `The picture is ${is.en}; ${can.en} is the most.`,
    nb: `Bildet er på ${is.nb}, og ${can.nb} er det meste.`,
    sv: `Bilden är på ${is.sv}, och ${can.sv} är det mesta.`,
  })
}

export function tooLarge(is: Size, most: Size): ImageProblem {
  return new ImageProblem('image.too-large', {
    en: `The picture is ${pixels(is)} pixels; ${pixels(most)} is the most.`,
    nb: `Bildet er ${pixels(is)} piksler, og ${pixels(most)} er det meste.`,
    sv: `Bilden är ${pixels(is)} pixlar, och ${pixels(most)} är det mesta.`,
  })
}

export function tooSmall(is: Size, least: Size): ImageProblem {
  return new ImageProblem('image.too-small', {
    en: `The picture is ${pixels(is)} pixels; it has to be at least ${pixels(least)}.`,
    nb: `Bildet er ${pixels(is)} piksler, og det må være minst ${pixels(least)}.`,
    sv: `Bilden är ${pixels(is)} pixlar, och den måste vara minst ${pixels(least)}.`,
  })
}

function pixels({ width, height }: Size): string {
  return `${width} × ${height}`
}

function megabytesText(bytes: number): Text {
  return inEach((language) => megabytes(bytes, language, 'floor'))
}

/** Decimal (IEC 80000-13); one digit, rounded so that what is too much never looks as if it were just right. */
function megabytes(bytes: number, language: Language, roundingMode: 'ceil' | 'floor'): string {
  const number = new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: 1, roundingMode }).format(
    bytes / 1e6,
  )
  return `${number}\u{a0}MB`
}

function inEach(make: (language: Language) => string): Record<Language, string> {
  const [en, nb, sv] = [make('en'), make('nb'), make('sv')]
  return { en, nb, sv }
}
