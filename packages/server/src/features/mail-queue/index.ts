export { mailQueueCommands, type MailQueueContext } from './commands.ts'
