import type * as z from 'zod'

/** What a command answers: facts to print, or a file to write. */
export type CommandAnswer =
  { readonly facts: object } | { readonly file: AsyncIterable<Uint8Array>; readonly type: string }

/** Something that an operator asks of the installation by the `samtale` program. */
export interface Command<Context, Arguments> {
  readonly arguments: z.ZodType<Arguments>
  run(context: Context, asked: Arguments): Promise<CommandAnswer>
}

/** Makes a command whose arguments are checked before it runs. */
export function command<Context, Arguments>(made: Command<Context, Arguments>): AnyCommand<Context> {
  return {
    run: async (context, asked) => {
      const parsed = made.arguments.safeParse(asked)
      if (parsed.success) return made.run(context, parsed.data)
      const [issue] = parsed.error.issues
      throw new CommandRefused(
        'command.arguments-invalid',
        `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'wrong'}`,
      )
    },
  }
}

/** A command whose arguments are not yet checked. */
export interface AnyCommand<Context> {
  run(context: Context, asked: unknown): Promise<CommandAnswer>
}

export type Commands<Context> = Readonly<Record<string, AnyCommand<Context>>>

/** A command that can't be done, in words for the operator: they name no person. */
export class CommandRefused extends Error {
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.name = 'CommandRefused'
    this.code = code
  }
}
