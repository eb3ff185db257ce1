import { toBase64url } from '../sealing/base64url.ts'

/**
 * What the server calls a member in one group. It can't be told from it who they are in another, even for who keeps
 * their key.
 */
export async function memberHandle(groupId: string, memberId: string): Promise<string> {
  const input = new TextEncoder().encode(JSON.stringify(['samtale handle v1', groupId, memberId]))
  return toBase64url(new Uint8Array(await crypto.subtle.digest('SHA-256', input)).slice(0, 16))
}
