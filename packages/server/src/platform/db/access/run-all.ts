import { sql, type QueryExecutorProvider, type RawBuilder } from 'kysely'

/** Runs statements that take no values, in one go: on the embedded database each way to its thread and back takes time. */
export async function runAll(
  database: QueryExecutorProvider,
  statements: readonly RawBuilder<unknown>[],
): Promise<void> {
  if (statements.length === 0) return
  const texts = statements.map((statement) => {
    const { sql: text, parameters } = statement.compile(database)
    if (parameters.length > 0) throw new TypeError('A statement among several takes no values.')
    return text
  })
  await sql.raw(texts.join(';\n')).execute(database)
}
