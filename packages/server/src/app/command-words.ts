import { readFileSync } from 'node:fs'
import path from 'node:path'
import { CommandRefused } from '../platform/control/command.ts'

export interface CommandUsage {
  /** Names of what follows the command without a `--`. */
  readonly takes: readonly string[]
  /** Options that stand by themselves, such as `portable` for `--portable`. */
  readonly flags?: readonly string[]
  /** Which of them all are paths, from where this program was started. */
  readonly paths?: readonly string[]
  /** It answers with a file, which is written where `--out` says. */
  readonly file?: true
  readonly help: string
}

/** What somebody asks for: a command of these, what it is given, and where its file goes. */
export interface AskedCommand<Name extends string> {
  readonly name: Name
  readonly asked: Readonly<Record<string, unknown>>
  readonly out: string | null
}

type Usage<Name extends string> = Readonly<Record<Name, CommandUsage>>

/** The command that words begin with: `tickets list` is `tickets.list`, `export` is itself; null where there is none. */
export function commandIn<Name extends string>(usage: Usage<Name>, [area, verb]: readonly string[]): Name | null {
  const isName = (name: string): name is Name => Object.hasOwn(usage, name)
  const [two, one] = [`${area}.${verb}`, area ?? '']
  if (isName(two)) return two
  return isName(one) ? one : null
}

/**
 * Reads a command's words. `--text-file x` is the text of the file x as `text`.
 * @throws CommandRefused `command.unknown`, `command.arguments-invalid`
 */
export function readCommand<Name extends string>(usage: Usage<Name>, words: readonly string[]): AskedCommand<Name> {
  const name = commandIn(usage, words)
  if (name === null) throw new CommandRefused('command.unknown', `There is no command ${words.slice(0, 2).join(' ')}.`)
  const { takes, flags = [], paths = [], file = false } = usage[name]
  const places = [...takes]
  const asked: Record<string, unknown> = {}
  for (const rest = words.slice(name.split('.').length); rest.length > 0;) {
    const word = rest.shift() ?? ''
    if (!word.startsWith('--')) asked[placeFor(word, places)] = word
    else if (flags.includes(word.slice(2))) asked[word.slice(2)] = true
    else Object.assign(asked, option(word.slice(2), rest.shift()))
  }
  for (const key of paths) if (typeof asked[key] === 'string') asked[key] = path.resolve(asked[key])
  if (!file) return { name, asked, out: null }
  const { out, ...others } = asked
  if (typeof out === 'string') return { name, asked: others, out }
  throw new CommandRefused('command.arguments-invalid', 'Say with --out where the file goes.')
}

function placeFor(word: string, places: string[]): string {
  const place = places.shift()
  if (place !== undefined) return place
  throw new CommandRefused('command.arguments-invalid', `${word} is one word too many.`)
}

function option(key: string, value: string | undefined): Record<string, string> {
  if (value === undefined) throw new CommandRefused('command.arguments-invalid', `--${key} says nothing.`)
  return key.endsWith('-file') ? { [key.slice(0, -5)]: readText(value) } : { [key]: value }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new CommandRefused('command.arguments-invalid', `${file} can't be read.`)
  }
}
