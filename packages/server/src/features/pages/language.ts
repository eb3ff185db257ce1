import type { Language } from '@samtale/policy'

const spoken: Record<string, Language> = { en: 'en', nb: 'nb', no: 'nb', nn: 'nb', sv: 'sv' }

/**
 * The language of a page: the one asked for in the address, else the best of `Accept-Language` (RFC 9110 §12.5.4) that
 * we have, else English. Nynorsk is answered in Bokmål.
 */
export function chooseLanguage(asked: unknown, acceptLanguage: string | undefined): Language {
  const named = typeof asked === 'string' ? languageOf(asked) : undefined
  if (named !== undefined) return named
  const accepted = (acceptLanguage ?? '').slice(0, 500).split(',').map(range)
  const best = accepted.filter(({ quality }) => quality > 0).sort((a, b) => b.quality - a.quality)
  return best.map(({ tag }) => languageOf(tag)).find((language) => language !== undefined) ?? 'en'
}

function range(text: string): { tag: string; quality: number } {
  const [tag = '', ...parameters] = text.split(';').map((part) => part.trim())
  const weight = parameters.find((parameter) => parameter.startsWith('q='))
  const quality = weight === undefined ? 1 : Number(weight.slice(2))
  return { tag, quality: Number.isFinite(quality) ? quality : 0 }
}

function languageOf(tag: string): Language | undefined {
  const primary = tag.toLowerCase().split('-')[0] ?? ''
  return Object.hasOwn(spoken, primary) ? spoken[primary] : undefined
}
