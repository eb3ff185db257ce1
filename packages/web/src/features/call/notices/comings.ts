/** Who is in the room, by id. */
export type Names = ReadonlyMap<string, string>

export interface Comings {
  came: string[]
  left: string[]
}

/** Who came and who left between two moments, by name, in the order they stood. */
export function comingsBetween(before: Names, now: Names): Comings {
  return {
    came: [...now].filter(([id]) => !before.has(id)).map(([, name]) => name),
    left: [...before].filter(([id]) => !now.has(id)).map(([, name]) => name),
  }
}
