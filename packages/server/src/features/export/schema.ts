import type { BoundTable } from '../../platform/db/access/bound-tables.ts'
import type { Content } from './content.ts'

/** `schema.json`: what stands in `data.json` (JSON Schema 2020-12), from what the columns are bound to. */
export function schemaOf({ what, language, tables, policy }: Content): object {
  const text = { type: 'string' }
  const properties = {
    format: { const: 'samtale-export' },
    version: { const: 1 },
    what: { const: what },
    language: { const: language },
    madeAt: instant,
    policy: { type: 'object', required: ['version', 'hash', 'profile'] },
    ...(what === 'everything' ? { about: { type: 'object' }, disclosures: list({ type: 'object' }), records } : {}),
    tables: closed(
      Object.fromEntries(
        tables.map(({ name, columns, live }) => [
          name,
          list(
            closed(
              Object.fromEntries(
                Object.entries(columns).map(([column, binding]) => [
                  column,
                  {
                    ...typeOf(live.types.get(column) ?? 'text'),
                    ...described(binding, language, policy.categories),
                  },
                ]),
              ),
              // Of a part of the data, some columns aren't there.
              what === 'everything' ? undefined : [],
            ),
          ),
        ]),
      ),
    ),
    unreadable: list(closed({ table: text, column: text, code: text, count: { type: 'integer' } })),
  }
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', ...closed(properties) }
}

const instant = { type: 'string', format: 'date-time' }
const maybeInstant = { type: ['string', 'null'], format: 'date-time' }

const records = list(
  closed({
    id: { type: 'string' },
    kind: { type: 'string' },
    madeAt: instant,
    categories: list(
      closed({
        category: { type: 'string' },
        state: { enum: ['in-use', 'restricted', 'gone'] },
        restrictedSince: maybeInstant,
        until: maybeInstant,
        deletedBy: maybeInstant,
        outcome: { enum: ['delete', 'anonymise'] },
        kept: list({ type: 'object', required: ['kind', 'until'] }),
      }),
    ),
  }),
)

function list(items: object) {
  return { type: 'array', items }
}

function closed(properties: Record<string, object>, required: readonly string[] = Object.keys(properties)) {
  return { type: 'object', properties, required, additionalProperties: false }
}

/** The title for people, and the category of the policy where it is personal; else what the column is, as the code says it. */
function described(
  binding: BoundTable['columns'][string],
  language: Content['language'],
  categories: Content['policy']['categories'],
): object {
  if ('nothingPersonal' in binding) return { description: binding.nothingPersonal }
  const { holds, title, store = 'plain' } = binding
  const category = categories[holds]?.title[language] ?? holds
  return { title: title[language], description: category, 'x-category': holds, 'x-store': store }
}

/** How `plainValue` writes a value of a type of PostgreSQL's. */
function typeOf(type: string): object {
  if (type.endsWith('[]')) return { type: ['array', 'null'], items: typeOf(type.slice(0, -2)) }
  if (/^(?:smallint|integer)$/.test(type)) return { type: ['integer', 'null'] }
  if (/^(?:real|double precision)$/.test(type)) return { type: ['number', 'null'] }
  if (type === 'boolean') return { type: ['boolean', 'null'] }
  if (type.startsWith('timestamp')) return maybeInstant
  if (/^jsonb?$/.test(type)) return {}
  // Longer whole numbers come as a text or a number, as they fit.
  if (/^(?:bigint|numeric)/.test(type)) return { type: ['string', 'number', 'null'] }
  return { type: ['string', 'null'] }
}
