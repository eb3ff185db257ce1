import { backupCommands, type BackupContext } from '../features/backup/index.ts'
import { breachCommands, type BreachContext } from '../features/breach/index.ts'
import { ticketCommands, type TicketContext } from '../features/correspondence/index.ts'
import { disclosureCommands, type DisclosureContext } from '../features/disclosures/index.ts'
import { erasureCommands, type ErasureContext } from '../features/erasure/index.ts'
import { exportCommands, type ExportContext } from '../features/export/index.ts'
import { listCommands, type ListContext } from '../features/lists/index.ts'
import { mailQueueCommands, type MailQueueContext } from '../features/mail-queue/index.ts'
import { policyCommands, type PolicyContext } from '../features/privacy/index.ts'
import { operatorCommands, type OperatorContext } from '../features/operator/index.ts'
import { recordCommands, type RecordContext } from '../features/records/index.ts'
import { retentionCommands, type RetentionContext } from '../features/retention/index.ts'
import { rightsCommands, type RightsContext } from '../features/rights/index.ts'
import type { Commands } from '../platform/control/command.ts'
import type { CommandUsage } from './command-words.ts'

/** What the operator's commands work with. */
export type CommandContext = TicketContext &
  ListContext &
  OperatorContext &
  RecordContext &
  ErasureContext &
  RetentionContext &
  RightsContext &
  BackupContext &
  ExportContext &
  DisclosureContext &
  MailQueueContext &
  BreachContext &
  PolicyContext

/** Every command that works on the installation's data, by its name; `samtale tickets list` asks for `tickets.list`. */
export const commands = {
  ...ticketCommands,
  ...listCommands,
  ...operatorCommands,
  ...recordCommands,
  ...erasureCommands,
  ...retentionCommands,
  ...rightsCommands,
  ...backupCommands,
  ...exportCommands,
  ...breachCommands,
  ...disclosureCommands,
  ...mailQueueCommands,
  ...policyCommands,
} as const satisfies Commands<CommandContext>

/** How each is written. */
export const usage: Readonly<Record<keyof typeof commands, CommandUsage>> = {
  'policy.status': { takes: [], help: '  which version is in force, which is coming, and what it waits for' },
  'policy.announce': {
    takes: [],
    help: '[--compiled-file <file>]   tells people of what the policy file says now, or of what another version of the program made',
  },
  'admin.create': {
    takes: ['address'],
    help: '<address> [--language en|nb|sv]   makes somebody an operator',
  },
  'admin.list': { takes: [], help: '  who the operators are' },
  'admin.remove': { takes: ['address'], help: '<address>   makes somebody an operator no more' },
  'tickets.list': { takes: [], help: '[--state open|answered|closed]   conversations of the contact form' },
  'tickets.show': { takes: ['reference'], help: '<reference>   one of them, whole' },
  'tickets.reply': {
    takes: ['reference'],
    help: '<reference> --text <text> | --text-file <file>   answers it by mail',
  },
  'tickets.close': { takes: ['reference'], help: '<reference>   closes it' },
  'requests.list': { takes: [], flags: ['late'], help: '[--late]   requests about one’s own data, next due first' },
  'requests.show': { takes: ['reference'], help: '<reference>   one of them, whole' },
  'requests.enter': {
    takes: [],
    help: '--address <address> --kind <right> [--text <text>] [--received <day>] [--language en|nb|sv]   one that came by letter',
  },
  'requests.answer': {
    takes: ['reference'],
    help: '<reference> --text <text> | --text-file <file>   answers it by mail',
  },
  'requests.correct': {
    takes: ['reference'],
    help: '<reference> [--name <name>] [--language en|nb|sv] | --address <address>   puts it right wherever it stands',
  },
  'requests.decide': {
    takes: ['reference'],
    help: '<reference> --outcome upheld|overridden --reason <text>   decides an objection',
  },
  'requests.extend': {
    takes: ['reference'],
    help: '<reference> --reason <text>   up to two months more, told in time',
  },
  'requests.refuse': {
    takes: ['reference'],
    help: '<reference> --ground <17-3-b> --categories <key,…> [--until <day>] --reason <text>   says no, and why',
  },
  'requests.told': {
    takes: ['reference', 'recipient'],
    help: '<reference> <recipient>   notes who was told (art. 19)',
  },
  'requests.lift': {
    takes: ['reference'],
    help: '<reference> --reason <text>   says that a restriction will end; without the reason then, ends it',
  },
  'newsletter.send': {
    takes: [],
    help: '--subject <text> --text-file <file> [--language en|nb|sv]   to all who subscribed',
  },
  'waiting-list.announce': {
    takes: [],
    help: '--subject <text> --text-file <file> [--country NO]   to all who wait there, and deletes their entries',
  },
  'mail.list': {
    takes: [],
    help: '[--state waiting|failed] [--before <id>]   mail that was given up, or that waits: kinds, times and codes',
  },
  'mail.retry': { takes: ['id'], help: '<id>   has it tried again now' },
  'mail.give-up': { takes: ['id'], help: '<id>   deletes what it says; it is not sent' },
  'records.of': {
    takes: [],
    help: '--address <address>   what is kept about somebody: ids, states and ends, no values',
  },
  'hold.place': {
    takes: [],
    help: '--record <id,…> --category <key,…> --ground <17-3-e> --owner <role> --review-by <day>   keeps what would go',
  },
  'hold.list': { takes: [], flags: ['due'], help: '[--due]   holds that stand, or those whose day of review is past' },
  'hold.release': { takes: ['id'], help: '<id>   lets go what nothing else keeps' },
  'restriction.place': {
    takes: [],
    help: '--address <address> | --record <id> --ground <18-1-a>   keeps what somebody has from being used',
  },
  'restriction.told': { takes: ['id'], help: '<id>   notes that the person was told that it will be lifted' },
  'restriction.lift': { takes: ['id'], help: '<id>   lifts it, once they were told' },
  'restriction.list': { takes: [], help: '  restrictions that stand' },
  erase: {
    takes: [],
    file: true,
    help: '--address <address> | --record <id> [--language en|nb|sv] --out <file>   erases, and writes a signed certificate',
  },
  'disclosures.add': {
    takes: [],
    flags: ['told-forbidden'],
    file: true,
    help: '--to <authority> --law <law> --demand <reference> --address <address> | --record <id> --categories <key,…> [--told <day> | --told-forbidden] --out <file.zip>   enters what a law demands, and writes it',
  },
  'disclosures.list': { takes: [], help: '  the register of disclosures' },
  'disclosures.show': { takes: ['id'], help: '<id>   one of them' },
  'disclosures.told': { takes: ['id'], help: '<id>   notes that the person was told of it' },
  'breach.report': {
    takes: [],
    flags: ['keys-leaked'],
    help: '--aware-at <time> --kind <confidentiality,…> [--tables <a,b>] [--hosts <host,…>] [--from <time>] [--to <time>] [--risk none|risk|high] [--keys-leaked] [--what <text>] [--consequences <text>] [--measures <text>] [--language en|nb|sv]   enters a breach: whom it reached, and drafts',
  },
  'breach.list': { takes: [], help: '  the register of breaches' },
  'breach.show': { takes: ['id'], help: '<id>   one of them, whole' },
  'breach.notified': {
    takes: ['id'],
    help: '<id> --to authority|subjects|public [--phase <n>] [--late-reason <text>]   notes that they were told',
  },
  'breach.draft': {
    takes: ['id'],
    help: '<id> --for authority|subjects|public [--language en|nb|sv]   words of the notice',
  },
  'breach.letters': { takes: ['id'], help: '<id>   writes to everybody it reached whose address can be opened' },
  export: {
    takes: [],
    flags: ['portable'],
    file: true,
    help: '--address <address> [--record <id>] [--portable] [--language en|nb|sv] --out <file.zip>   all that is kept about somebody',
  },
  backup: {
    takes: [],
    paths: ['out', 'keys'],
    help: '--out <file or folder> [--keys <file or folder>]   copies the data, and apart from it the keys',
  },
  'keys.status': { takes: [], help: '  how many keys there are, in which epoch, and how many belong to nothing' },
  'retention.preview': { takes: [], help: '--at <day>   what goes by then, by which rule; numbers alone' },
  'certificate.ledger': {
    takes: [],
    help: '--certificate-file <file>   looks for a certificate in this ledger, and what became of the rest since',
  },
}
