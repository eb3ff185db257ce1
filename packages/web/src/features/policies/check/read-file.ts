/** Characters that a policy may have; the compiler refuses more. */
export const mostCharacters = 1_000_000
// A character takes four bytes at most (RFC 3629).
const mostBytes = 4 * mostCharacters

export type FileProblem = 'too-large' | 'binary' | 'unreadable'
export type ReadFile = { readonly text: string } | { readonly problem: FileProblem }

/** A file's text, where it is one: UTF-8 (RFC 3629) without null characters, and no larger than a policy can be. */
export async function readTextFile(file: Pick<File, 'size' | 'arrayBuffer'>): Promise<ReadFile> {
  if (file.size > mostBytes) return { problem: 'too-large' }
  const bytes = await bytesOf(file)
  if (bytes === null) return { problem: 'unreadable' }
  const text = decoded(bytes)
  if (text === null || text.includes('\0')) return { problem: 'binary' }
  return text.length > mostCharacters ? { problem: 'too-large' } : { text }
}

// A folder that is dropped looks like a file, and fails when it is read.
async function bytesOf(file: Pick<File, 'arrayBuffer'>): Promise<ArrayBuffer | null> {
  try {
    return await file.arrayBuffer()
  } catch {
    return null
  }
}

function decoded(bytes: ArrayBuffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
