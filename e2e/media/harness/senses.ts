/** What a person would see and hear of a track, as numbers. */

const pictures = new WeakMap<MediaStreamTrack, { video: HTMLVideoElement; count: number }>()

/** Pictures that a video element showed of this track since the first call. */
export function countPictures(track: MediaStreamTrack): number {
  const known = pictures.get(track)
  if (known) return known.count
  const video = document.createElement('video')
  video.muted = true
  video.srcObject = new MediaStream([track])
  document.body.append(video)
  const shown = { video, count: 0 }
  pictures.set(track, shown)
  const next = () => {
    shown.count += 1
    video.requestVideoFrameCallback(next)
  }
  video.requestVideoFrameCallback(next)
  void video.play()
  return 0
}

/** How wide the pictures are that arrive; 0 before the first. */
export function pictureWidth(track: MediaStreamTrack): number {
  return pictures.get(track)?.video.videoWidth ?? 0
}

const ears = new WeakMap<MediaStreamTrack, AnalyserNode>()
let context: AudioContext | undefined

/** The loudest frequency of this track now, in hertz; 0 where all is quieter than −90 dB. */
export function listen(track: MediaStreamTrack): number {
  const analyser = ears.get(track) ?? open(track)
  const bins = new Float32Array(analyser.frequencyBinCount)
  analyser.getFloatFrequencyData(bins)
  const loudest = bins.reduce((best, level, bin) => (level > (bins[best] ?? -Infinity) ? bin : best), 0)
  if ((bins[loudest] ?? -Infinity) < -90) return 0
  return (loudest * analyser.context.sampleRate) / analyser.fftSize
}

function open(track: MediaStreamTrack): AnalyserNode {
  // Chromium gives a remote track's sound to Web Audio only while an element plays it.
  const player = document.createElement('audio')
  player.muted = true
  player.srcObject = new MediaStream([track])
  document.body.append(player)
  void player.play()
  context ??= new AudioContext()
  const analyser = new AnalyserNode(context, { fftSize: 8_192, smoothingTimeConstant: 0.2 })
  context.createMediaStreamSource(new MediaStream([track])).connect(analyser)
  ears.set(track, analyser)
  return analyser
}
