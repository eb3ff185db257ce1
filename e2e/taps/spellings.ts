/** How bytes may stand in a text or a memory. */
interface Spelled {
  spelling: string
  bytes: Buffer
}

/**
 * Every spelling: raw, hex, base64 and base64url (wherever in a longer text they begin), and each of these in UTF-16.
 */
export function spellingsOf(bytes: Uint8Array): Spelled[] {
  const raw = Buffer.from(bytes)
  const hex = raw.toString('hex')
  const texts = [
    { spelling: 'raw bytes', text: raw.toString('latin1') },
    { spelling: 'hex', text: hex },
    { spelling: 'hex', text: hex.toUpperCase() },
    ...[0, 1, 2].flatMap((before) => [
      { spelling: 'base64', text: insideBase64(raw, before, 'base64') },
      { spelling: 'base64url', text: insideBase64(raw, before, 'base64url') },
    ]),
  ]
  return texts.flatMap(({ spelling, text }) => [
    { spelling, bytes: Buffer.from(text, 'latin1') },
    { spelling: `${spelling} in UTF-16`, bytes: Buffer.from(text, 'utf16le') },
  ])
}

/** The characters that are the same whatever stands before and after. */
function insideBase64(bytes: Buffer, before: number, coding: 'base64' | 'base64url'): string {
  const text = Buffer.concat([Buffer.alloc(before), bytes]).toString(coding)
  return text.slice(Math.ceil((before * 4) / 3), Math.floor(((before + bytes.length) * 4) / 3))
}
