import type { DeviceProblem } from './local-media.ts'

const problems: Record<string, DeviceProblem> = {
  NotAllowedError: 'denied',
  SecurityError: 'denied',
  NotReadableError: 'busy',
  AbortError: 'busy',
  NotFoundError: 'missing',
  OverconstrainedError: 'missing',
}

/** What an error of `getUserMedia` (Media Capture and Streams §10.2) means to a person. */
export function problemOf(error: unknown): DeviceProblem {
  const name = typeof error === 'object' && error !== null && 'name' in error ? String(error.name) : ''
  return problems[name] ?? 'failed'
}
