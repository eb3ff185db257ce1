/** Cells of a column that couldn't be opened, and why. */
export interface UnreadableCells {
  readonly table: string
  readonly column: string
  readonly code: string
  readonly count: number
}

/** Counts what couldn't be opened, so that an export says of itself where it is short. */
export class Unreadable {
  readonly #counts = new Map<string, UnreadableCells>()

  add({ table, column }: { table: string; column: string }, code: string): void {
    const key = JSON.stringify([table, column, code])
    const count = (this.#counts.get(key)?.count ?? 0) + 1
    this.#counts.set(key, { table, column, code, count })
  }

  list(): UnreadableCells[] {
    return [...this.#counts.values()]
  }
}
