import { createFrameCounter } from './frame-counter.ts'
import type { FromFrameWorker, ToFrameWorker, TransformOptions } from './frame-messages.ts'

/**
 * The worker that every encoded frame passes through, in both directions. It counts and passes on; later it encrypts.
 * Both of the browsers' interfaces end in `passThrough`.
 */

/** `RTCTransformEvent` (WebRTC Encoded Transform §6), which TypeScript's page library doesn't have. */
interface TransformEvent extends Event {
  transformer: { options: TransformOptions; readable: ReadableStream<unknown>; writable: WritableStream<unknown> }
}

const counter = createFrameCounter()
const tell = (message: FromFrameWorker) => self.postMessage(message)

function passThrough(id: number, readable: ReadableStream<unknown>, writable: WritableStream<unknown>) {
  counter.open(id)
  const counting = new TransformStream<unknown, unknown>({
    transform(frame, controller) {
      const flow = counter.count(id, performance.now())
      if (flow) tell({ type: 'flow', id, flow })
      controller.enqueue(frame)
    },
  })
  // The streams end with their connection, cleanly or not; there is nothing to do then.
  readable
    .pipeThrough(counting)
    .pipeTo(writable)
    .catch(() => undefined)
}

self.addEventListener('message', (event: MessageEvent<ToFrameWorker>) => {
  const message = event.data
  if (message.type === 'attach') passThrough(message.id, message.readable, message.writable)
  if (message.type === 'forget') counter.forget(message.id)
  if (message.type === 'count') tell({ type: 'counts', request: message.request, counts: counter.counts() })
})

self.addEventListener('rtctransform', (event) => {
  const { options, readable, writable } = (event as TransformEvent).transformer
  passThrough(options.id, readable, writable)
})

setInterval(() => {
  for (const id of counter.newlyQuiet(performance.now())) tell({ type: 'flow', id, flow: 'quiet' })
}, 500)
