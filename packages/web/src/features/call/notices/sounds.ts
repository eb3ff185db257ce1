/** Two soft notes to come, one to leave, two low ones for a knock: sines that swell and fade, in hertz and seconds. */
const notes = {
  came: [
    { pitch: 523.25, at: 0 },
    { pitch: 783.99, at: 0.13 },
  ],
  left: [{ pitch: 440, at: 0 }],
  knocked: [
    { pitch: 329.63, at: 0 },
    { pitch: 329.63, at: 0.22 },
  ],
} as const

const peak = 0.06
const swell = 0.02
const length = 0.5

let context: AudioContext | null = null

/** Plays through the browser's own speaker; silent where it allows no sound yet. */
export function playSound(kind: keyof typeof notes): void {
  context ??= new AudioContext()
  if (context.state === 'suspended') void context.resume().catch(() => undefined)
  for (const note of notes[kind]) playNote(context, note.pitch, context.currentTime + note.at)
}

function playNote(audio: AudioContext, pitch: number, start: number): void {
  const tone = audio.createOscillator()
  const volume = audio.createGain()
  tone.frequency.value = pitch
  volume.gain.setValueAtTime(0, start)
  volume.gain.linearRampToValueAtTime(peak, start + swell)
  volume.gain.exponentialRampToValueAtTime(0.0001, start + length)
  tone.connect(volume).connect(audio.destination)
  tone.start(start)
  tone.stop(start + length)
}
