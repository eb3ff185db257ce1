import { systemClock } from '../platform/clock.ts'
import type { Config } from '../platform/config/config.ts'
import type { CommandAnswer } from '../platform/control/command.ts'
import { askServer } from '../platform/control/control-client.ts'
import { controlSocket } from '../platform/control/control-socket.ts'
import { createLog } from '../platform/log.ts'
import { commandIn, readCommand } from './command-words.ts'
import { commands, usage, type CommandContext } from './commands.ts'
import { openInstallation } from './installation.ts'
import { refuseExisting, saveFile } from './save-file.ts'

/**
 * Does a command: the running server does it, or where none runs on this data folder, this program itself. Gives the facts
 * to print; a file is written where `--out` says, and the facts are about it.
 * @throws CommandRefused, StartupError
 */
export async function operate(config: Config, words: readonly string[]): Promise<object> {
  const { name, asked, out } = readCommand(usage, words)
  if (out !== null) refuseExisting(out)
  const answer = await askServer(controlSocket(config.dataDir), name, asked)
  if (answer !== null) return kept(answer, out)
  const installation = await openInstallation(config, systemClock, createLog('error'))
  try {
    return await kept(await commands[name].run(installation.features.forCommands satisfies CommandContext, asked), out)
  } finally {
    await installation.close()
  }
}

async function kept(answer: CommandAnswer, out: string | null): Promise<object> {
  if ('facts' in answer) return answer.facts
  if (out === null) throw new TypeError('A command answered with a file, and its usage doesn’t say so.')
  return { file: out, bytes: await saveFile(out, answer.file) }
}

/** Whether a command works on the installation's data. */
export function isOperation(words: readonly string[]): boolean {
  return commandIn(usage, words) !== null
}

/** How they are all written, one a line. */
export function operationsHelp(): string {
  return Object.entries(usage)
    .map(([name, { help }]) => `  ${name.replace('.', ' ')} ${help}\n`)
    .join('')
}
