import type { Slot } from '@samtale/protocol'

/** How a track is to be encoded; the fields are `RTCRtpEncodingParameters`'. */
export interface Encoding {
  /** Bits a second. */
  maxBitrate: number
  scaleResolutionDownBy?: number
  maxFramerate?: number
}

const screen: Encoding = { maxBitrate: 1_500_000, scaleResolutionDownBy: 1, maxFramerate: 15 }

/** Pictures are never made smaller than this many lines. */
const fewestLines = 180

const cameraByPeers = [
  { maxBitrate: 1_200_000, scale: 1 },
  { maxBitrate: 500_000, scale: 1.5 },
  { maxBitrate: 300_000, scale: 2 },
] as const

/**
 * What is sent to each of `peers` others directly: everyone's uplink carries it as many times as there are others.
 * @param height lines of the captured picture; unknown for 720.
 */
export function directEncoding(slot: Slot, peers: number, height = 720): Encoding | null {
  if (slot === 'screen') return screen
  if (slot !== 'camera') return null
  const index = Math.min(Math.max(peers, 1), cameraByPeers.length) - 1
  const { maxBitrate, scale } = cameraByPeers[index] ?? cameraByPeers[2]
  return { maxBitrate, scaleResolutionDownBy: Math.max(1, Math.min(scale, height / fewestLines)), maxFramerate: 24 }
}

/** Of a picture with fewer lines than this Chromium sends the first layer only, whatever is asked. */
const fewestLinesForLayers = 270

/**
 * What is sent to the router: for the camera two layers (simulcast), the small one first, of 180 and 360 lines; of a
 * small picture one, whole.
 * @param height lines of the captured picture; unknown for 720.
 */
export function routerEncodings(slot: Slot, height = 720): Encoding[] {
  if (slot === 'screen') return [screen]
  if (slot !== 'camera') return []
  const scale = Math.max(1, height / 360)
  const large = { maxBitrate: 500_000, scaleResolutionDownBy: scale, maxFramerate: 24 }
  if (height < fewestLinesForLayers) return [large]
  return [{ maxBitrate: 150_000, scaleResolutionDownBy: scale * 2, maxFramerate: 24 }, large]
}

/** Widest picture, in the screen's own pixels, for which the small layer (about 320 pixels wide) is enough. */
const smallLayerWidth = 400

/** Which of the camera's layers is worth receiving for a picture that is shown `width` CSS pixels wide. */
export function layerFor(width: number, pixelRatio: number): number {
  return width * pixelRatio > smallLayerWidth ? 1 : 0
}

/**
 * Sets a sender's encodings, without renegotiation. Their number stays: a sender of one layer sends the largest asked for.
 */
export async function applyEncodings(sender: RTCRtpSender, encodings: Encoding[]): Promise<void> {
  const parameters = sender.getParameters()
  if (parameters.encodings.length === 0 || encodings.length === 0) return
  const wanted = encodings.slice(-parameters.encodings.length)
  wanted.forEach((one, index) => Object.assign(parameters.encodings[index] ?? {}, one))
  await sender.setParameters(parameters)
}
