import { ticketCommands, type TicketContext } from '../features/correspondence/index.ts'
import { listCommands, type ListContext } from '../features/lists/index.ts'
import type { Commands } from '../platform/control/command.ts'
import type { CommandUsage } from './command-words.ts'

/** What the operator's commands work with. */
export type CommandContext = TicketContext & ListContext

/** Every command that works on the installation's data, by its name; `samtale tickets list` asks for `tickets.list`. */
export const commands = { ...ticketCommands, ...listCommands } as const satisfies Commands<CommandContext>

/** How each is written. */
export const usage: Readonly<Record<keyof typeof commands, CommandUsage>> = {
  'tickets.list': { takes: [], help: '[--state open|answered|closed]   conversations of the contact form' },
  'tickets.show': { takes: ['reference'], help: '<reference>   one of them, whole' },
  'tickets.reply': {
    takes: ['reference'],
    help: '<reference> --text <text> | --text-file <file>   answers it by mail',
  },
  'tickets.close': { takes: ['reference'], help: '<reference>   closes it' },
  'newsletter.send': {
    takes: [],
    help: '--subject <text> --text-file <file> [--language en|nb|sv]   to all who subscribed',
  },
  'waiting-list.announce': {
    takes: [],
    help: '--subject <text> --text-file <file> [--country NO]   to all who wait there, and deletes their entries',
  },
}
