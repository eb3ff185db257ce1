import type { Text } from './text.ts'

/**
 * How a column keeps what it holds: as it is, sealed under the record's key, or as an index that finds a value and
 * doesn't tell it.
 */
export type ColumnStore = 'plain' | 'sealed' | 'index'

/**
 * What one database column holds: nothing personal, and then what instead, or a declared category. A table with a
 * column that holds something has a column `record_id`: the record that retention, erasure and restriction work on.
 */
export type ColumnBinding<Category extends string = string> = (
  | { readonly nothingPersonal: string }
  | {
      readonly holds: Category
      readonly title: Text
      readonly store?: ColumnStore | undefined
      /** WebP, in base64: an export gives it as a file. */
      readonly picture?: true | undefined
    }
) & {
  /**
   * Where the column is JSON, every path that may be in it: keys parted by dots, `*` for any one key, `**` at the end for
   * what is there and anything below. The elements of a list share its path.
   */
  readonly paths?: readonly string[] | undefined
}

/** What one field that the server holds in memory during a call is. */
export interface LiveBinding<Category extends string = string> {
  readonly holds: Category
  readonly title: Text
}

/**
 * Bindings of a table by its row type: every column exactly once. With `satisfies`, one left out and one too many both
 * fail to compile.
 */
export type RowBindings<Row, Category extends string = string> = {
  readonly [Column in keyof Row]-?: ColumnBinding<Category>
}

/** Bindings of every table of a database type. */
export type TableBindings<Tables, Category extends string = string> = {
  readonly [Table in keyof Tables]-?: RowBindings<Tables[Table], Category>
}

/** Bindings of something held in memory, by its type: every field exactly once. */
export type LiveBindings<Known, Category extends string = string> = {
  readonly [Field in keyof Known]-?: LiveBinding<Category>
}
