/** Between the page and the worker that every frame passes through. */

export type ToFrameWorker =
  /** Encoded streams; a script transform arrives by the worker's own `rtctransform` event instead. */
  | { type: 'attach'; id: number; readable: ReadableStream<unknown>; writable: WritableStream<unknown> }
  | { type: 'forget'; id: number }
  | { type: 'count'; request: number }

export type FromFrameWorker =
  /** Frames began to pass, or none has passed for a while. */
  | { type: 'flow'; id: number; flowing: boolean }
  | { type: 'counts'; request: number; counts: [id: number, frames: number][] }

/** What a script transform is told at its making. */
export interface TransformOptions {
  id: number
}
