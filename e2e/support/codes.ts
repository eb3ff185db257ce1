import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from '@playwright/test'
import type { RunningServer } from './server.ts'

/** The codes that were sent, by mail and by SMS, oldest first. */
function codesOf({ dataDir }: Pick<RunningServer, 'dataDir'>): string[] {
  const outbox = path.join(dataDir, 'outbox')
  const files = existsSync(outbox) ? readdirSync(outbox).toSorted() : []
  const codes = files.filter((name) => /-account\.code-.*\.(?:eml|sms\.txt)$/.test(name))
  // Not in the header, whose numbers may have six digits too.
  return codes.flatMap((name) => {
    const [, ...body] = readFileSync(path.join(outbox, name), 'utf8').split(/\r?\n\r?\n/)
    return /\b\d{6}\b/.exec(body.join('\n'))?.[0] ?? []
  })
}

/** The code that an act brings, as its addressee reads it. */
export async function codeSentBy(server: Pick<RunningServer, 'dataDir'>, act: () => Promise<unknown>): Promise<string> {
  const before = codesOf(server).length
  await act()
  await expect.poll(() => codesOf(server).length).toBe(before + 1)
  return codesOf(server).at(-1) ?? ''
}
