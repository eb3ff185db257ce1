import { readFileSync } from 'node:fs'
import { systemClock } from '../platform/clock.ts'
import type { Config } from '../platform/config/config.ts'
import { CommandRefused, type CommandAnswer } from '../platform/control/command.ts'
import { askServer } from '../platform/control/control-client.ts'
import { controlSocket } from '../platform/control/control-socket.ts'
import { createLog } from '../platform/log.ts'
import { commands, usage, type CommandContext } from './commands.ts'
import { openInstallation } from './installation.ts'

/**
 * Does a command: the running server does it, or where none runs on this data folder, this program itself.
 * @throws CommandRefused, StartupError
 */
export async function operate(config: Config, words: readonly string[]): Promise<CommandAnswer> {
  const [name, asked] = readWords(words)
  const answer = await askServer(controlSocket(config.dataDir), name, asked)
  if (answer !== null) return answer
  const installation = await openInstallation(config, systemClock, createLog('error'))
  try {
    return await commands[name].run(installation.features.forCommands satisfies CommandContext, asked)
  } finally {
    await installation.close()
  }
}

/** Whether a command works on the installation's data. */
export function isOperation([area, verb]: readonly string[]): boolean {
  return Object.hasOwn(commands, `${area}.${verb}`)
}

/** How they are all written, one a line. */
export function operationsHelp(): string {
  return Object.entries(usage)
    .map(([name, { help }]) => `  ${name.replace('.', ' ')} ${help}\n`)
    .join('')
}

function readWords([area, verb, ...rest]: readonly string[]): [keyof typeof commands, Record<string, unknown>] {
  const name = `${area}.${verb}`
  if (!isCommand(name)) throw new CommandRefused('command.unknown', `There is no command ${area} ${verb}.`)
  const asked: Record<string, unknown> = {}
  const takes = [...usage[name].takes]
  for (let at = 0; at < rest.length; at += 1) {
    const word = rest[at] ?? ''
    if (!word.startsWith('--')) asked[takes.shift() ?? word] = word
    else {
      at += 1
      const value = rest[at]
      if (value === undefined) throw new CommandRefused('command.arguments-invalid', `${word} says nothing.`)
      const key = word.slice(2)
      if (key.endsWith('-file')) asked[key.slice(0, -5)] = readText(value)
      else asked[key] = value
    }
  }
  return [name, asked]
}

function isCommand(name: string): name is keyof typeof commands {
  return Object.hasOwn(commands, name)
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new CommandRefused('command.arguments-invalid', `${file} can't be read.`)
  }
}
