import * as z from 'zod'
import { command, CommandRefused, type Commands } from '../../platform/control/command.ts'
import type { MailQueue, QueuedMail } from '../../platform/mail/mail-queue.ts'

/** What the commands work with. */
export interface MailQueueContext {
  readonly mailQueue: MailQueue
}

const Named = z.object({ id: z.uuid() })
const Listed = z.object({ state: z.enum(['waiting', 'failed']).default('failed'), before: z.uuid().optional() })

/** `samtale mail …`: mail that waits, mail that was given up, and what becomes of it. */
export const mailQueueCommands = {
  'mail.list': command({
    arguments: Listed,
    run: async ({ mailQueue }: MailQueueContext, { state, before }) => {
      const { mails, next } = await mailQueue.list({ state, ...(before === undefined ? {} : { before }) })
      return { facts: { ...(await mailQueue.counts()), mails: mails.map(inFacts), next } }
    },
  }),
  'mail.retry': command({
    arguments: Named,
    run: async ({ mailQueue }: MailQueueContext, { id }) => there(id, await mailQueue.retry(id)),
  }),
  'mail.give-up': command({
    arguments: Named,
    run: async ({ mailQueue }: MailQueueContext, { id }) => there(id, await mailQueue.giveUp(id)),
  }),
} as const satisfies Commands<MailQueueContext>

function there(id: string, state: 'waiting' | 'given-up' | 'gone') {
  if (state !== 'gone') return { facts: { id, state } }
  throw new CommandRefused('mail.gone', 'No such mail is there to be sent: it was sent, deleted, or never was.')
}

function inFacts({ id, kind, queuedAt, failedAt, code, held, tries, endsAt }: QueuedMail) {
  return {
    id,
    kind,
    queued: queuedAt.toISOString(),
    ...(failedAt === null ? {} : { givenUp: failedAt.toISOString() }),
    code: code ?? tries?.code ?? null,
    ...(tries === null ? {} : { attempts: tries.attempts, next: tries.nextAt?.toISOString() ?? null }),
    canBeRetried: held,
    deletedBy: endsAt.toISOString(),
  }
}
