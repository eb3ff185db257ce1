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
