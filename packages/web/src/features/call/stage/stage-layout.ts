import { gridOf, type Rect, type Size } from './grid.ts'

/** Who and what is on the stage, by key. */
export interface StageContent {
  self: string
  others: readonly string[]
  /** Shared screens of others. */
  screens: readonly string[]
  /** The invitation, which stands where a second person would. */
  invitation: string | null
}

export interface Place extends Rect {
  /** Lies above another tile, in its corner. */
  floats: boolean
}

const gap = 8
const widest = 16 / 9

/** Where each of them goes. Every key has a place, whatever the size of the stage. */
export function layoutStage(stage: Size, content: StageContent): ReadonlyMap<string, Place> {
  const { self, others, screens, invitation } = content
  if (screens.length > 0) return withScreens(stage, screens, [...others, self])
  if (invitation !== null) return places([self, invitation], gridOf(stage, 2, { gap, minAspect: 1, maxAspect: 4 / 3 }))
  const [only] = others
  if (only !== undefined && others.length === 1) return faceToFace(stage, only, self)
  return places([...others, self], peopleGrid(stage, others.length + 1))
}

/** The other fills the stage; oneself is small, in a corner. */
function faceToFace(stage: Size, other: string, self: string): ReadonlyMap<string, Place> {
  const isWide = stage.width > stage.height
  const width = isWide ? clamp(stage.width * 0.18, 144, 272) : clamp(stage.width * 0.28, 88, 200)
  const height = isWide ? width / widest : (width * 4) / 3
  const inset = gap * 1.5
  const corner = { x: stage.width - width - inset, y: stage.height - height - inset, width, height, floats: true }
  return new Map([...places([other], gridOf(stage, 1, { gap, minAspect: 0.4, maxAspect: 2.4 })), [self, corner]])
}

/** Screens large, people in a strip: beside them in a wide window, below them in a tall one. */
function withScreens(stage: Size, screens: readonly string[], people: readonly string[]): ReadonlyMap<string, Place> {
  const isWide = stage.width > stage.height * 1.1
  const { large, strip } = isWide ? beside(stage, people.length) : below(stage, people.length, screens.length)
  const shown = gridOf(large, screens.length, { gap, minAspect: 0.3, maxAspect: 4 })
  return new Map([...places(screens, shown), ...places(people, moved(peopleGrid(strip, people.length), strip))])
}

function beside(stage: Size, people: number): { large: Rect; strip: Rect } {
  const columns = people > 6 ? 2 : 1
  const width = Math.min(clamp(stage.width * 0.17, 120, 260) * columns, stage.width / 3)
  const rest = stage.width - width - gap
  return {
    large: { x: 0, y: 0, width: rest, height: stage.height },
    strip: { x: rest + gap, y: 0, width, height: stage.height },
  }
}

// A tall window has more room than a screen, which is wide, can fill.
function below(stage: Size, people: number, screens: number): { large: Rect; strip: Rect } {
  const most = stage.height * (people > 4 ? 0.55 : 0.64)
  const height = Math.min(most, (stage.width / 1.45) * screens)
  const rest = stage.height - height - gap
  return {
    large: { x: 0, y: 0, width: stage.width, height },
    strip: { x: 0, y: height + gap, width: stage.width, height: rest },
  }
}

function peopleGrid(box: Size, count: number): Rect[] {
  const minAspect = box.width > box.height ? 4 / 5 : 3 / 4
  return gridOf(box, count, { gap, minAspect, maxAspect: widest })
}

function moved(rects: readonly Rect[], by: { x: number; y: number }): Rect[] {
  return rects.map((rect) => ({ ...rect, x: rect.x + by.x, y: rect.y + by.y }))
}

function places(keys: readonly string[], rects: readonly Rect[]): ReadonlyMap<string, Place> {
  return new Map(
    rects.flatMap((rect, index) => {
      const key = keys[index]
      return key === undefined ? [] : [[key, { ...rect, floats: false }] as const]
    }),
  )
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value))
}
