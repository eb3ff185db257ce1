import { readFileSync } from 'node:fs'
import { compileProfile, type Compiled } from '../src/profile/compile.ts'

const folder = new URL('../../../profiles/', import.meta.url)

/** A profile of ours, compiled alone, as on the day that it is tested for. */
export function compiledProfile(name: string): Compiled {
  const known = compiled.get(name) ?? compileProfile(profileText(name), { today: '2026-11-22' })
  compiled.set(name, known)
  return known
}

const compiled = new Map<string, Compiled>()

export function profileText(name: string): string {
  return readFileSync(new URL(`${name}.yaml`, folder), 'utf8')
}
