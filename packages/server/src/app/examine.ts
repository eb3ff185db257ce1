import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'
import { codes, type Finding } from '../features/doctor/index.ts'
import { processEnvironment } from '../platform/environment.ts'

const program = fileURLToPath(new URL('../cli.ts', import.meta.url))
const Findings = z.array(
  z.object({ code: z.enum(codes), level: z.enum(['ok', 'warn', 'fail']), what: z.string(), nextStep: z.string() }),
)

/**
 * What `samtale doctor` finds, in a process of its own: this one may ask nobody, not even itself. None where it can't run.
 */
export function examineMachine(): Promise<Pick<Finding, 'code' | 'level' | 'what' | 'nextStep'>[]> {
  const options = { env: { ...processEnvironment() }, timeout: 30_000 }
  return new Promise((resolve) => {
    execFile(process.execPath, [program, 'doctor', '--json'], options, (_error, printed) => {
      resolve(Findings.safeParse(parse(printed)).data ?? [])
    })
  })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
