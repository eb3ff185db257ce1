import { parse } from 'yaml'
import { compileProfile, type Compiled } from '../src/profile/compile.ts'
import { profileText } from './profiles.ts'

/** A profile of ours with one value changed, or left out where it is given none, compiled. */
export function compiledWith(profile: string, path: readonly string[], value?: unknown): Compiled {
  const whole: unknown = parse(profileText(profile))
  const place = path.slice(0, -1).reduce(inside, whole)
  const name = path.at(-1)
  if (typeof place !== 'object' || place === null || name === undefined) throw new Error(`No ${path.join('.')}.`)
  if (value === undefined) Reflect.deleteProperty(place, name)
  else Reflect.set(place, name, value)
  return compileProfile(JSON.stringify(whole), { today: '2026-11-22' })
}

function inside(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) throw new Error(`No ${name}.`)
  return Reflect.get(value, name)
}
