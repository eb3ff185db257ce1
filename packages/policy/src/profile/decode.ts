import * as z from 'zod'
import type { Finding } from '../check/findings.ts'
import { found } from '../check/found.ts'
import type { PolicyEdition, Policy } from '../policy.ts'
import type { Statement } from '../statement.ts'
import { languages, type Language, type NonEmpty, type Text } from '../text.ts'
import { toFinding } from './issues.ts'
import { dataSchemas } from './schema-data.ts'
import { promiseSchemas } from './schema-promises.ts'
import type { Path } from '../path.ts'
import { day, filled, textIn } from './values.ts'

/** What a file calls itself, each as far as it can be read: known also where the edition is refused. */
export interface ProfileHead {
  readonly profile: string | null
  readonly title: Text | null
  readonly languages: NonEmpty<Language>
}

/** What a profile's file says, without the parts that can't be read as the language; those are findings. */
export interface Decoded {
  readonly head: ProfileHead
  readonly policy: Policy
  /** Each with its place in the file's list. */
  readonly statements: readonly (readonly [index: number, statement: Statement])[]
  readonly findings: readonly Finding[]
}

/** Reads a value part by part, so that a mistake in one part hides no other part. */
export function decodeProfile(value: object): Decoded {
  const reader = new Reader(value)
  const declared = reader.single('languages', filled(z.enum(languages))) ?? ['en']
  const schemas = { ...dataSchemas(declared), ...promiseSchemas(declared) }
  const head = readHead(reader, declared)
  const edition = readEdition(reader, head)
  const policy: Policy = {
    ...(edition === null ? {} : { edition }),
    controller: reader.single('controller', schemas.controller),
    inShort: reader.list('inShort', schemas.texts),
    rights: reader.list('rights', schemas.texts),
    scope: reader.list('scope', schemas.texts, 'optional'),
    categories: reader.map('categories', schemas.categories, 'needed'),
    purposes: reader.map('purposes', schemas.purposes, 'needed'),
    recipients: reader.map('recipients', schemas.recipients),
    events: reader.map('events', schemas.events, 'needed'),
    consents: reader.map('consents', schemas.consents),
    laws: reader.map('laws', schemas.laws),
    processings: reader.map('processings', schemas.processings, 'needed'),
    storage: reader.map('storage', schemas.storage),
    transfers: reader.map('transfers', schemas.transfers),
    claims: reader.map('claims', schemas.claims),
    mails: reader.map('mails', schemas.mails),
    media: reader.map('media', schemas.media),
    documents: reader.map('documents', schemas.documents),
    reviews: reader.map('reviews', schemas.reviews),
    authorities: reader.map('authorities', schemas.authorities),
    lists: reader.map('lists', schemas.lists),
    addresses: reader.map('addresses', schemas.addresses),
    regions: reader.optional('regions', schemas.regions) ?? undefined,
    notices: reader.optional('notices', schemas.notices) ?? undefined,
    signals: reader.optional('signals', schemas.signals) ?? undefined,
    columns: {},
    live: {},
  }
  const statements = reader.entries('statements', schemas.statements, 'optional')
  return { head, policy, statements, findings: [...reader.findings, ...reader.unknown()] }
}

function readHead(reader: Reader, declared: NonEmpty<Language>): ProfileHead {
  return {
    profile: reader.single('profile', z.string().regex(/^[a-z0-9-]+$/, 'Expected a name such as samtale.')),
    title: reader.single('title', textIn(declared)),
    languages: declared,
  }
}

function readEdition(reader: Reader, { profile, title, languages: declared }: ProfileHead): PolicyEdition | null {
  const effective = reader.single('effective', day)
  const timeZone = reader.optional(
    'timeZone',
    z.string().refine(isTimeZone, 'Expected a time zone such as Europe/Oslo.'),
  )
  if (profile === null || title === null || effective === null) return null
  return { profile, title, languages: declared, effective, timeZone: timeZone ?? 'Europe/Oslo' }
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** Reads the sections of a value, and remembers what was wrong and which names were asked for. */
class Reader {
  readonly findings: Finding[] = []
  readonly #value: Readonly<Record<string, unknown>>
  readonly #known = new Set<string>()

  constructor(value: object) {
    this.#value = { ...value }
  }

  single<T extends z.ZodType>(name: string, schema: T): z.output<T> | null {
    this.#known.add(name)
    return this.#parse(schema, this.#value[name], [name])
  }

  optional<T extends z.ZodType>(name: string, schema: T): z.output<T> | null {
    this.#known.add(name)
    return this.#given(name) ? this.#parse(schema, this.#value[name], [name]) : null
  }

  /** A section of named parts; a part that is wrong is left out. A section that is there and empty is a finding. */
  map<T extends z.ZodType>(
    name: string,
    schema: T,
    need: 'needed' | 'optional' = 'optional',
  ): Record<string, z.output<T>> {
    const section = this.#section(name, need)
    if (section === undefined) return {}
    if (typeof section !== 'object' || section === null || Array.isArray(section)) return this.#wrong(name, {})
    const entries = Object.entries(section).flatMap(([key, part]): [string, z.output<T>][] => {
      const read = this.#parse(schema, part, [name, key])
      return read === null ? [] : [[key, read]]
    })
    return Object.fromEntries(entries)
  }

  list<T extends z.ZodType>(name: string, schema: T, need: 'needed' | 'optional' = 'needed'): z.output<T>[] {
    return this.entries(name, schema, need).map(([, read]) => read)
  }

  /** A list's items, each with its place in the file: those that are wrong are left out. */
  entries<T extends z.ZodType>(name: string, schema: T, need: 'needed' | 'optional'): [number, z.output<T>][] {
    const section = this.#section(name, need)
    if (section === undefined) return []
    if (!Array.isArray(section)) return this.#wrong(name, [])
    return section.flatMap((part: unknown, index): [number, z.output<T>][] => {
      const read = this.#parse(schema, part, [name, index])
      return read === null ? [] : [[index, read]]
    })
  }

  /** Names at the outermost level that the language doesn't have. */
  unknown(): Finding[] {
    return Object.keys(this.#value)
      .filter((name) => !this.#known.has(name))
      .map((name) => found('schema.unknown-key', [name], `The language has no ${name} here.`))
  }

  #section(name: string, need: 'needed' | 'optional'): unknown {
    this.#known.add(name)
    if (need === 'optional' && !this.#given(name)) return undefined
    const section = this.#value[name] ?? null
    const isEmpty =
      section === null || (typeof section === 'object' && section !== null && Object.keys(section).length === 0)
    if (!isEmpty) return section
    this.findings.push(found('section.empty', [name], `The list ${name} is empty.`))
    return undefined
  }

  #given(name: string): boolean {
    return Object.hasOwn(this.#value, name)
  }

  #wrong<T>(name: string, empty: T): T {
    this.findings.push(found('schema.invalid', [name], `${name} has another shape in the language.`))
    return empty
  }

  #parse<T extends z.ZodType>(schema: T, value: unknown, path: Path): z.output<T> | null {
    const parsed = schema.safeParse(value)
    if (parsed.success) return parsed.data
    this.findings.push(...parsed.error.issues.map((issue) => toFinding(issue, path)))
    return null
  }
}
