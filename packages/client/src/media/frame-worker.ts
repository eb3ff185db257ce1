import type { KeyMessage } from '../sframe/key-messages.ts'
import { FrameGate } from './frame-gate.ts'
import type {
  EncodedFrame,
  FrameLabel,
  FrameReadable,
  FrameWritable,
  FromFrameWorker,
  ToFrameWorker,
  TransformOptions,
} from './frame-messages.ts'

/**
 * The worker that every encoded frame passes through, in both directions; it holds the keys that frames are sealed and
 * opened with. Both of the browsers' interfaces end in `pipe`. What goes wrong with a frame drops it.
 */

/** `RTCTransformEvent` (WebRTC Encoded Transform §6), which TypeScript's page library doesn't have. */
interface TransformEvent extends Event {
  transformer: Transformer
}

interface Transformer {
  options: TransformOptions
  readable: FrameReadable
  writable: FrameWritable
  /** Chromium lacks the first. */
  generateKeyFrame?(): Promise<unknown>
  sendKeyFrameRequest?(): Promise<unknown>
}

/** Of one transform: how pictures are asked for, and what payload types mean. */
interface Piped {
  label: FrameLabel
  transformer: Transformer | null
  codecs: Map<number, string> | null
  askedForCodecs: boolean
  /** The last frame was dropped. */
  dropped: boolean
}

const tell = (message: FromFrameWorker) => self.postMessage(message)
const gate = new FrameGate(() => performance.now(), tellPage)
const piped = new Map<number, Piped>()

function pipe(
  id: number,
  label: FrameLabel,
  readable: FrameReadable,
  writable: FrameWritable,
  transformer: Transformer | null,
) {
  const one: Piped = { label, transformer, codecs: null, askedForCodecs: false, dropped: false }
  piped.set(id, one)
  gate.attach(id, label)
  const passing = new TransformStream<EncodedFrame, EncodedFrame>({
    async transform(frame, controller) {
      try {
        const passed = await gate.pass(id, codecOf(id, one, frame), new Uint8Array(frame.data))
        noteDrop(id, one, frame, passed === null)
        if (passed === null) return
        frame.data = passed.buffer
        controller.enqueue(frame)
      } catch {
        one.dropped = true
      }
    },
  })
  // The streams end with their connection, cleanly or not; there is nothing to do then.
  readable
    .pipeThrough(passing)
    .pipeTo(writable)
    .catch(() => undefined)
}

/** Empty where it isn't known, which is no codec that is sealed. */
function codecOf(id: number, one: Piped, frame: EncodedFrame): string {
  const { mimeType, payloadType } = frame.getMetadata()
  if (mimeType) return mimeType
  if (!one.askedForCodecs) tell({ type: 'codecs-wanted', id })
  one.askedForCodecs = true
  return one.codecs?.get(payloadType ?? -1) ?? ''
}

/** A picture that opens again after others didn't builds on those: a whole one is asked for. */
function noteDrop(id: number, one: Piped, { type }: EncodedFrame, dropped: boolean) {
  const again = one.dropped && !dropped
  one.dropped = dropped
  if (!again || type !== 'delta' || one.label.direction === 'send') return
  if (one.transformer?.sendKeyFrameRequest) ask(one, 'sendKeyFrameRequest')
  else tell({ type: 'picture-wanted', id })
}

function ask({ transformer }: Piped, method: 'generateKeyFrame' | 'sendKeyFrameRequest') {
  // Refused where the track is muted or ended; then no picture is missed.
  transformer?.[method]?.().catch(() => undefined)
}

/** Who gets a new key can't use what came before: pictures begin anew with it. */
function tellPage(message: FromFrameWorker) {
  tell(message)
  if (message.type !== 'sealing' || message.epoch === null) return
  for (const one of piped.values()) {
    const picture = one.label.slot === 'camera' || one.label.slot === 'screen'
    if (one.label.direction === 'send' && picture) ask(one, 'generateKeyFrame')
  }
}

let keyPort: MessagePort | null = null

/** Keys come by one port: with another, those of before are over. */
function listenForKeys(port: MessagePort) {
  if (keyPort) void gate.takeKey({ type: 'stop' })
  keyPort?.close()
  keyPort = port
  port.addEventListener('message', ({ data }: MessageEvent<KeyMessage>) => void gate.takeKey(data))
  port.start()
}

self.addEventListener('message', ({ data: message }: MessageEvent<ToFrameWorker>) => {
  switch (message.type) {
    case 'keys':
      return listenForKeys(message.port)
    case 'members':
      return gate.setMembers(message.members)
    case 'attach':
      return pipe(message.id, message.label, message.readable, message.writable, null)
    case 'codecs': {
      const one = piped.get(message.id)
      if (one) one.codecs = new Map(message.codecs)
      return
    }
    case 'forget':
      piped.delete(message.id)
      return gate.forget(message.id)
    case 'count':
      return tell({ type: 'counts', request: message.request, counts: gate.counts() })
  }
})

self.addEventListener('rtctransform', (event) => {
  const { transformer } = event as TransformEvent
  pipe(transformer.options.id, transformer.options.label, transformer.readable, transformer.writable, transformer)
})

setInterval(() => gate.tick(), 500)
tell({ type: 'started' })
