import type { FrameLabel, FrameReadable, FrameWritable, TransformOptions } from './frame-messages.ts'
import type { FrameWorkerKeeper } from './frame-worker-keeper.ts'
import { transformKind } from './support.ts'

/** Chromium's encoded streams, which TypeScript's library doesn't have. */
interface WithEncodedStreams {
  createEncodedStreams(): { readable: FrameReadable; writable: FrameWritable }
}

/**
 * Leads the frames of a sender or receiver through the worker, by whichever interface the browser has.
 * @throws where the browser refuses or no worker runs.
 */
export function attachTransform(
  end: RTCRtpSender | RTCRtpReceiver,
  id: number,
  label: FrameLabel,
  keeper: FrameWorkerKeeper,
): void {
  const { worker } = keeper
  if (!worker) throw new Error('No worker runs')
  if (transformKind() === 'streams') {
    // Chromium has the method on both; TypeScript's library knows of neither.
    const { readable, writable } = (end as typeof end & WithEncodedStreams).createEncodedStreams()
    return keeper.send({ type: 'attach', id, label, readable, writable }, [readable, writable])
  }
  const options: TransformOptions = { id, label }
  end.transform = new RTCRtpScriptTransform(worker, options)
}
