/** Between the page and the worker that every frame passes through. */

export type ToFrameWorker =
  /** Encoded streams; a script transform arrives by the worker's own `rtctransform` event instead. */
  | { type: 'attach'; id: number; readable: ReadableStream<unknown>; writable: WritableStream<unknown> }
  | { type: 'forget'; id: number }
  | { type: 'count'; request: number }

export type FromFrameWorker =
  { type: 'flow'; id: number; flow: Flow } | { type: 'counts'; request: number; counts: [id: number, frames: number][] }

/**
 * Whether frames pass: none for a while, some, or for long enough that a decoder has settled too. A picture that is
 * changed for another just as that begins would stand still for a moment.
 */
export type Flow = 'quiet' | 'begun' | 'steady'

/** What a script transform is told at its making. */
export interface TransformOptions {
  id: number
}
