/** A form of a page: where it goes, and what it sends. */
export interface Form {
  readonly method: string
  readonly action: string
  /** Values by name, as they stand in the page; a choice has its first. */
  readonly fields: Readonly<Record<string, string>>
}

/** The forms of a page of ours: what `markup` writes, not any HTML. */
export function formsIn(html: string): Form[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, attributes = '', body = '']) => ({
    method: (attributeOf(attributes, 'method') ?? 'get').toUpperCase(),
    action: attributeOf(attributes, 'action') ?? '',
    fields: Object.fromEntries(fieldsIn(body)),
  }))
}

/** The form of a page that goes to a path. @throws Error where there is none */
export function formTo(html: string, path: string): Form {
  const form = formsIn(html).find(({ action }) => action.split('?')[0] === path)
  if (form === undefined) throw new Error(`No form goes to ${path}.`)
  return form
}

function fieldsIn(body: string): [string, string][] {
  const inputs = [...body.matchAll(/<(?:input|button)\b([^>]*)>/g)].map(([, attributes = '']) => attributes)
  const areas = [...body.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g)]
  const choices = [...body.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)]
  const all: [string | null, string][] = [
    ...inputs.map((attributes): [string | null, string] => [
      attributeOf(attributes, 'name'),
      attributeOf(attributes, 'value') ?? '',
    ]),
    ...areas.map(([, attributes = '', text = '']): [string | null, string] => [
      attributeOf(attributes, 'name'),
      read(text),
    ]),
    ...choices.map(([, attributes = '', options = '']): [string | null, string] => [
      attributeOf(attributes, 'name'),
      attributeOf(options, 'value') ?? '',
    ]),
  ]
  // The first of a name counts: of several choices, that is the first.
  return all.toReversed().flatMap(([name, value]): [string, string][] => (name === null ? [] : [[name, value]]))
}

function attributeOf(attributes: string, name: string): string | null {
  const value = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1]
  return value === undefined ? null : read(value)
}

function read(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}
