import { languages, type Language } from '@samtale/policy'
import * as z from 'zod'
import { command, CommandRefused, type Commands } from '../../platform/control/command.ts'
import { isAddress } from '../../platform/written.ts'

/** Who runs the installation, as the commands see them. */
export interface OperatorDesk {
  /** Where people sign in. */
  readonly signInAt: URL
  make(address: string, language: Language): Promise<void>
  all(): Promise<readonly { readonly address: string; readonly canSignIn: boolean }[]>
  /** `last`: nobody else could run it. */
  remove(address: string): Promise<'removed' | 'last' | 'unknown'>
}

/** What the commands work with; null while the policy in force has no accounts. */
export interface OperatorContext {
  readonly operators: OperatorDesk | null
}

const address = z.string().trim().toLowerCase()

/** `samtale admin …`: who runs the installation. */
export const operatorCommands = {
  'admin.create': command({
    arguments: z.strictObject({ address, language: z.enum(languages).default('en') }),
    run: async ({ operators }: OperatorContext, asked) => {
      const desk = awake(operators)
      if (!isAddress(asked.address)) throw new CommandRefused('admin.address-invalid', 'That is no e-mail address.')
      await desk.make(asked.address, asked.language)
      const next = `They sign in at ${desk.signInAt.href} with a code that is mailed to them, and set up a second factor there.`
      return { facts: { operator: asked.address, next } }
    },
  }),
  'admin.list': command({
    arguments: z.strictObject({}),
    run: async ({ operators }: OperatorContext) => ({ facts: { operators: await awake(operators).all() } }),
  }),
  'admin.remove': command({
    arguments: z.strictObject({ address }),
    run: async ({ operators }: OperatorContext, asked) => {
      const outcome = await awake(operators).remove(asked.address)
      if (outcome === 'last')
        throw new CommandRefused('admin.last', 'Nobody else could run the installation: make another operator first.')
      if (outcome === 'unknown') throw new CommandRefused('admin.unknown', 'No operator has this address.')
      return { facts: { operator: asked.address, state: 'removed' } }
    },
  }),
} as const satisfies Commands<OperatorContext>

function awake(operators: OperatorDesk | null): OperatorDesk {
  if (operators === null) throw new CommandRefused('admin.asleep', 'The policy in force has no accounts.')
  return operators
}
