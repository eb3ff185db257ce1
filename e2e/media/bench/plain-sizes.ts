import type { Page } from '@playwright/test'

/** A frame as the encoder made it, before anything was sealed. */
export interface PlainFrame {
  kind: 'audio' | 'video'
  ssrc: number
  timestamp: number
  bytes: number
}

declare global {
  interface Window {
    plainFrames: PlainFrame[]
  }
}

/** Notes every frame of the page's encoders on its way to the worker. */
export function notePlainSizes(page: Page): Promise<unknown> {
  return page.addInitScript(() => {
    window.plainFrames = []
    // What of Chromium's interface is used.
    type Frame = { data: ArrayBuffer; getMetadata(): { synchronizationSource: number; rtpTimestamp: number } }
    type Streams = { readable: ReadableStream<Frame>; writable: WritableStream<Frame> }
    const prototype = RTCRtpSender.prototype as RTCRtpSender & { createEncodedStreams(): Streams }
    const create = prototype.createEncodedStreams
    prototype.createEncodedStreams = function (this: RTCRtpSender) {
      const { readable, writable } = create.call(this)
      const note = new TransformStream<Frame, Frame>({
        transform: (frame, controller) => {
          const { synchronizationSource, rtpTimestamp } = frame.getMetadata()
          window.plainFrames.push({
            kind: this.track?.kind === 'video' ? 'video' : 'audio',
            ssrc: synchronizationSource,
            timestamp: rtpTimestamp,
            bytes: frame.data.byteLength,
          })
          controller.enqueue(frame)
        },
      })
      return { readable: readable.pipeThrough(note), writable }
    }
  })
}
