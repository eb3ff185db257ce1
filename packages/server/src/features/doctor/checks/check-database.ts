import { finding, type Finding } from '../finding.ts'

/** What is known of the database: by the running server, which alone may open the embedded one, or by opening it. */
export type DatabaseFacts =
  | { state: 'served'; isReady: boolean }
  | { state: 'in-use'; where: string }
  | { state: 'damaged'; where: string }
  | { state: 'none'; where: string }
  | { state: 'unwritable'; where: string }
  | { state: 'unreachable'; reason: string }
  /** Migrations by their numbers: what the database has run, and what this version brings. */
  | { state: 'open'; where: string; applied: readonly number[]; known: readonly number[] }

export function checkDatabase(facts: DatabaseFacts): Finding {
  switch (facts.state) {
    case 'served':
      return facts.isReady
        ? finding('database.ok', 'The running server uses it')
        : finding('database.not-ready', 'The running server says so')
    case 'in-use':
      return finding('database.in-use', facts.where)
    case 'damaged':
      return finding('database.damaged', facts.where)
    case 'none':
      return finding('database.to-be-made', facts.where)
    case 'unwritable':
      return finding('database.folder-unwritable', facts.where)
    case 'unreachable':
      return finding('database.unreachable', facts.reason)
    case 'open':
      return ofMigrations(facts)
  }
}

function ofMigrations({ where, applied, known }: DatabaseFacts & { state: 'open' }): Finding {
  const newer = applied.filter((number) => !known.includes(number))
  if (newer.length > 0) return finding('database.ahead', `${where} has run ${newer.join(', ')}`)
  const missing = known.filter((number) => !applied.includes(number))
  if (missing.length > 0) return finding('database.behind', `${where} lacks ${missing.join(', ')}`)
  return finding('database.ok', `${where}, ${applied.length} migrations`)
}
