import { openAudioContext } from './audio-context.ts'

export interface DrawnTone {
  track: MediaStreamTrack
  stop(): void
}

/** Amplitudes: soft, as background, and now and then as loud as somebody who speaks. */
const soft = 0.015
const loud = 0.06
const turnMs = 12_000
const loudMs = 3_000

/** A steady tone as an audio track, louder for three of every twelve seconds. Null where the browser has no audio. */
export function drawTone(toneHz: number): DrawnTone | null {
  const audio = openAudioContext()
  if (!audio) return null
  const { context } = audio
  const oscillator = new OscillatorNode(context, { frequency: toneHz })
  const gain = new GainNode(context, { gain: soft })
  const destination = new MediaStreamAudioDestinationNode(context, { channelCount: 1 })
  oscillator.connect(gain).connect(destination)
  oscillator.start()
  const timer = setInterval(() => {
    // The tone sets whose turn it is, so that not all are loud at once.
    const isLoud = (performance.now() + toneHz * 50) % turnMs < loudMs
    gain.gain.setTargetAtTime(isLoud ? loud : soft, context.currentTime, 0.2)
  }, 500)
  const track = destination.stream.getAudioTracks()[0]
  if (!track) return null
  return {
    track,
    stop() {
      clearInterval(timer)
      oscillator.stop()
      track.stop()
      audio.close()
    },
  }
}
