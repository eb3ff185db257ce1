import { writeFile } from 'node:fs/promises'

const samplesPerSecond = 48_000

/** Writes ten seconds of a steady tone as a WAV file (RIFF, 16-bit PCM, one channel). */
export async function writeTone(file: string, hertz: number): Promise<void> {
  const count = samplesPerSecond * 10
  const bytes = Buffer.alloc(44 + count * 2)
  bytes.write('RIFF', 0)
  bytes.writeUInt32LE(36 + count * 2, 4)
  bytes.write('WAVEfmt ', 8)
  bytes.writeUInt32LE(16, 16)
  bytes.writeUInt16LE(1, 20)
  bytes.writeUInt16LE(1, 22)
  bytes.writeUInt32LE(samplesPerSecond, 24)
  bytes.writeUInt32LE(samplesPerSecond * 2, 28)
  bytes.writeUInt16LE(2, 32)
  bytes.writeUInt16LE(16, 34)
  bytes.write('data', 36)
  bytes.writeUInt32LE(count * 2, 40)
  for (let at = 0; at < count; at += 1) {
    const sample = Math.sin((2 * Math.PI * hertz * at) / samplesPerSecond)
    bytes.writeInt16LE(Math.round(sample * 8_000), 44 + at * 2)
  }
  await writeFile(file, bytes)
}
