/** A row as better-auth has it, by its names of fields. */
export type Fields = Readonly<Record<string, unknown>>

/** What one of better-auth's models is over tables of ours. */
export interface Model {
  /** Keeps what a row may have, and drops whatever else it was given; gives what was kept. */
  create(row: Fields): Promise<Fields>
  /** Rows whose fields equal these, oldest first. @throws TypeError for fields that nothing is found by */
  find(by: Fields): Promise<Fields[]>
  /** Changes what may be changed. */
  change(id: string, change: Fields): Promise<void>
  /** Empties a row; false where somebody else did before. */
  remove(id: string): Promise<boolean>
}

/** A model of better-auth's that has no rows here: links to providers and passwords are kept without it. */
export const emptyModel: Model = {
  create: () => Promise.reject(new TypeError('Nothing of this model is kept.')),
  find: async () => [],
  change: async () => {},
  remove: async () => false,
}

/** The only one of some fields that rows are looked for by, as text. @throws TypeError for others */
export function soleField<Name extends string>(by: Fields, names: readonly Name[]): [Name, string] {
  const [[name, value] = [], ...more] = Object.entries(by)
  const known = names.find((one) => one === name)
  if (known === undefined || more.length > 0 || typeof value !== 'string')
    throw new TypeError(`Rows are not looked for by ${Object.keys(by).join(' and ')}.`)
  return [known, value]
}
