/** A place on the stage, in CSS pixels from its top left corner. */
export interface Rect {
  x: number
  y: number
  width: number
  height: number
}

export interface Size {
  width: number
  height: number
}

export interface GridOptions {
  gap: number
  /** How narrow and how wide a tile may become, width by height. Between them it takes the room there is. */
  minAspect: number
  maxAspect: number
}

// A head and shoulders: what is surely wanted of a picture that fills its tile.
const headAspect = 4 / 3

/**
 * Places `count` tiles of one size in rows, as large as the box allows; the last row stands in the middle.
 * Every number of columns is tried, and the one taken where heads and shoulders, and the tiles around them, come out largest.
 */
export function gridOf(box: Size, count: number, options: GridOptions): Rect[] {
  let best: { tile: Size; columns: number; worth: number } | null = null
  for (let columns = 1; columns <= count; columns += 1) {
    const tile = tileFor(box, columns, Math.ceil(count / columns), options)
    const worth = worthOf(tile)
    if (best === null || worth > best.worth) best = { tile, columns, worth }
  }
  return best === null ? [] : placed(box, count, best.columns, best.tile, options.gap)
}

/** Larger for a better tile: the area of the head in it, by the area of the whole. */
export function worthOf(tile: Size): number {
  const head = Math.min(tile.width, tile.height * headAspect)
  return (head * head * tile.width * tile.height) / headAspect
}

/** The largest tile of an allowed shape that fits so many times. */
function tileFor(box: Size, columns: number, rows: number, { gap, minAspect, maxAspect }: GridOptions): Size {
  const width = Math.max(0, (box.width - gap * (columns - 1)) / columns)
  const height = Math.max(0, (box.height - gap * (rows - 1)) / rows)
  return { width: Math.min(width, height * maxAspect), height: Math.min(height, width / minAspect) }
}

function placed(box: Size, count: number, columns: number, tile: Size, gap: number): Rect[] {
  const rows = Math.ceil(count / columns)
  const top = (box.height - rows * tile.height - (rows - 1) * gap) / 2
  return Array.from({ length: count }, (_, index) => {
    const row = Math.floor(index / columns)
    const inRow = row === rows - 1 ? count - row * columns : columns
    const left = (box.width - inRow * tile.width - (inRow - 1) * gap) / 2
    return {
      x: left + (index % columns) * (tile.width + gap),
      y: top + row * (tile.height + gap),
      ...tile,
    }
  })
}
