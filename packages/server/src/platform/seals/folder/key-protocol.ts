import type { KeyFile } from './key-file.ts'

/** What the main thread asks the key file's thread. */
export interface KeyRequest<Name extends keyof KeyFile = keyof KeyFile> {
  id: number
  name: Name
  values: Parameters<KeyFile[Name]>
}

export type KeyAnswer = 'ready' | { id: number; result: unknown } | { id: number; error: string }
