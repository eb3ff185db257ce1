import { listen } from './senses.ts'

/** What a decoder makes of what arrives on a connection, whatever the client shows of it. */
export interface Tapped {
  /** Pictures that were decoded. */
  decoded: number
  /** The brightest point of them so far, 0 to 255. */
  brightest: number
  /** The loudest frequency at each look at which there was sound, in hertz. */
  pitches: number[]
}

const taps = new WeakMap<RTCRtpReceiver, { video: HTMLVideoElement; brightest: number } | { pitches: number[] }>()

/** Begins, where it hasn't, and tells what has come out of every receiver since. */
export async function tap(connections: readonly RTCPeerConnection[]): Promise<Tapped> {
  const result: Tapped = { decoded: 0, brightest: 0, pitches: [] }
  for (const receiver of connections.flatMap((connection) => connection.getReceivers())) {
    const known = taps.get(receiver) ?? begin(receiver)
    if ('pitches' in known) {
      known.pitches.push(Math.round(listen(receiver.track)))
      result.pitches.push(...known.pitches.filter((hertz) => hertz > 0))
      continue
    }
    result.brightest = Math.max(result.brightest, known.brightest)
    for (const stats of (await receiver.getStats()).values()) {
      if (stats.type === 'inbound-rtp') result.decoded += stats.framesDecoded ?? 0
    }
  }
  return result
}

function begin(receiver: RTCRtpReceiver) {
  const one = receiver.track.kind === 'audio' ? { pitches: [] as number[] } : watch(receiver.track)
  taps.set(receiver, one)
  return one
}

function watch(track: MediaStreamTrack) {
  const video = document.createElement('video')
  Object.assign(video, { muted: true, autoplay: true, srcObject: new MediaStream([track]) })
  document.body.append(video)
  const canvas = new OffscreenCanvas(64, 36)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  const one = { video, brightest: 0 }
  const next = () => {
    context?.drawImage(video, 0, 0, 64, 36)
    const pixels = context?.getImageData(0, 0, 64, 36).data ?? []
    for (let at = 0; at < pixels.length; at += 4) {
      one.brightest = Math.max(one.brightest, pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0)
    }
    video.requestVideoFrameCallback(next)
  }
  video.requestVideoFrameCallback(next)
  void video.play()
  return one
}
