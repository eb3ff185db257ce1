/** `setParameters` with its second argument (W3C WebRTC Extensions), which TypeScript's library doesn't have. */
interface WithEncodingOptions {
  setParameters(parameters: RTCRtpSendParameters, options: { encodingOptions: { keyFrame: boolean }[] }): Promise<void>
}

const attempts = 3

/**
 * Asks a sender's encoder for a whole picture in each of its layers. Browsers that don't know how ignore it; they have
 * `generateKeyFrame` in the worker.
 */
export async function askForKeyFrame(sender: RTCRtpSender): Promise<void> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const parameters = sender.getParameters()
    if (sender.track?.kind !== 'video' || parameters.encodings.length === 0) return
    const encodingOptions = parameters.encodings.map(() => ({ keyFrame: true }))
    try {
      return await (sender as RTCRtpSender & WithEncodingOptions).setParameters(parameters, { encodingOptions })
    } catch {
      // Somebody else set them meanwhile, so these are old.
    }
  }
}

/** How often, in milliseconds, a whole picture is asked for at most. */
const onceInMs = 500

/** Keeps who asks for whole pictures, or makes them, from doing it again and again. */
export function createPictureLimit(): { mayAsk(what: string): boolean } {
  const lastAt = new Map<string, number>()
  return {
    mayAsk(what) {
      const now = performance.now()
      if (now - (lastAt.get(what) ?? -Infinity) < onceInMs) return false
      lastAt.set(what, now)
      return true
    },
  }
}
