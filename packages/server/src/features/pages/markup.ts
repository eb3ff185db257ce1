import { escapeHtml } from '@samtale/policy'

/** HTML that is safe to send: made by `markup`, where every value was escaped. */
export class Markup {
  readonly #html: string

  constructor(html: string) {
    this.#html = html
  }

  toString(): string {
    return this.#html
  }
}

type Value = Markup | string | number | null | false | readonly Markup[]

/** A template for HTML: values become text, and markup only where they were made by `markup` themselves. */
export function markup(strings: TemplateStringsArray, ...values: readonly Value[]): Markup {
  const filled = strings.map((part, index) => (index === 0 ? part : asHtml(values[index - 1] ?? null) + part))
  return new Markup(filled.join(''))
}

/** HTML that was made safe elsewhere, such as a rendered policy. */
export function alreadySafe(html: string): Markup {
  return new Markup(html)
}

function asHtml(value: Value): string {
  if (value === null || value === false) return ''
  if (value instanceof Markup) return value.toString()
  if (typeof value === 'object') return value.map(String).join('')
  return escapeHtml(String(value))
}
