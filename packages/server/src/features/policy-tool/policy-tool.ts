import { senseless, type Answer, type PolicyToolOptions } from './answer.ts'
import { checkCommand } from './check-command.ts'
import { diffCommand } from './diff-command.ts'
import { readFlags } from './flags.ts'
import { renderCommand } from './render-command.ts'

/**
 * `samtale policy …`: looks at policies; changes nothing but what `--out` names.
 * @throws StartupError `policy.file-invalid` for a file that can't be read
 */
export async function runPolicyTool(
  [command = '', ...words]: readonly string[],
  options: PolicyToolOptions,
): Promise<Answer> {
  const flags = readFlags(words)
  if (typeof flags === 'string') return senseless(flags)
  switch (command) {
    case 'check':
      return checkCommand(flags, options)
    case 'diff':
      return diffCommand(flags, options)
    case 'render':
      return renderCommand(flags, options)
    default:
      return senseless(command === '' ? 'policy: which command?' : `policy ${command}: not known`)
  }
}
