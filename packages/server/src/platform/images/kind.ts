/** What pictures can be. SVG is none of them: it is a program. */
export type PictureKind = 'jpeg' | 'png' | 'webp' | 'gif'

/** Which kind a file is by its first bytes (WHATWG MIME Sniffing §6.1); null where it is none of them. */
export function kindOf(bytes: Uint8Array): PictureKind | null {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1')
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg'
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (head.startsWith('RIFF') && head.endsWith('WEBP')) return 'webp'
  return head.startsWith('GIF87a') || head.startsWith('GIF89a') ? 'gif' : null
}
