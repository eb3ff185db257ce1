import * as z from 'zod'
import { command, CommandRefused, type Commands } from '../../platform/control/command.ts'
import { lists, type List } from './list.ts'
import type { Letter, Sent } from './send.ts'

/** What the commands work with. */
export interface ListContext {
  readonly sendToList: (list: List, letter: Letter) => Promise<Sent>
  isAwake(list: List): boolean
}

const language = z.enum(['en', 'nb', 'sv']).nullable().default(null)
const subject = z.string().trim().min(1).max(200)
const text = z.string().trim().min(1).max(50_000)

/** `samtale newsletter send`, `samtale waiting-list announce`: letters to those who asked for them. */
export const listCommands = {
  'newsletter.send': command({
    arguments: z.strictObject({ subject, text, language }),
    run: async (context: ListContext, letter) => ({
      facts: await send(context, 'newsletter', { ...letter, country: null }),
    }),
  }),
  'waiting-list.announce': command({
    arguments: z.strictObject({
      subject,
      text,
      language,
      country: z
        .string()
        .regex(/^[A-Z]{2}$/)
        .nullable()
        .default(null),
    }),
    run: async (context: ListContext, letter) => ({ facts: await send(context, 'waiting-list', letter) }),
  }),
} as const satisfies Commands<ListContext>

function send({ sendToList, isAwake }: ListContext, key: List['key'], letter: Letter): Promise<Sent> {
  const list = lists.find((one) => one.key === key)
  if (list === undefined || !isAwake(list))
    throw new CommandRefused('list.asleep', 'The policy in force has no such list.')
  return sendToList(list, letter)
}
