import { dateInWords, type Language, type Policy } from '@samtale/policy'
import { diffInWords, touchedCategories } from '@samtale/policy/diff'
import type { Clock } from '../../../platform/clock.ts'
import type { TransactingPurposes } from '../../../platform/db/db.ts'
import type { Mailer, MailerTables, PreparedMail } from '../../../platform/mail/mailer.ts'
import { reveal } from '../../../platform/personal.ts'
import type { Seals } from '../../../platform/seals/seals.ts'
import type { Ledger, LedgerTables } from '../../ledger/index.ts'
import { policyVersionStore } from '../store.ts'
import type { PrivacyTables } from '../tables.ts'
import { stepOf } from '../versions/course.ts'
import { rowOfStep } from '../versions/stored.ts'
import { comingChange, fixedAt, type ComingChange } from './coming-change.ts'
import type { policyMailKinds } from './mail-kinds.ts'
import { mailedFor, outcomeOf } from '../mail-store.ts'
import type { AddressBook, Reachable } from './people.ts'

type Tables = PrivacyTables & MailerTables & LedgerTables

export interface TellOptions {
  readonly database: TransactingPurposes<Tables>
  readonly secret: Buffer
  readonly seals: Pick<Seals, 'index'>
  readonly mailer: Mailer<typeof policyMailKinds, Tables>
  readonly books: readonly AddressBook[]
  readonly ledger: Pick<Ledger, 'append'>
  readonly publicUrl: URL
  readonly clock: Pick<Clock, 'now'>
}

/**
 * Tells everybody whose data a coming version touches, once each, and fixes the day when all have been. Who comes while it
 * waits is told too. It begins where it left off: what was queued is known by its mail.
 */
export function createTell(options: TellOptions): () => Promise<void> {
  return async () => {
    const change = await comingChange(options)
    if (change === null) return
    const unopened = await tellAll(options, change)
    if (stepOf(change.version, 'told') !== null) return
    const { waiting, sent, failed } = await outcomeOf(options.database, change.version.id)
    if (waiting > 0) return
    await fix(options, change, { told: sent, unreached: failed + unopened })
  }
}

/** Queues the mails that aren't yet; counts those whose address can't be opened. */
async function tellAll(options: TellOptions, change: ComingChange): Promise<number> {
  const touched = touchedCategories(change.diff, change)
  const seen = new Set<string>()
  let unopened = 0
  for (const book of options.books.filter(({ category }) => touched === 'all' || touched.includes(category))) {
    for await (const page of book.pages()) {
      const known = await mailedFor(
        options.database,
        change.version.id,
        page.map(({ record }) => record),
      )
      const mails: PreparedMail[] = []
      for (const person of page) {
        if (person.address === null) {
          unopened += 1
          continue
        }
        // Whoever is in several books is told once.
        const who = options.seals.index('policy.change', reveal(person.address))
        if (!seen.has(who) && !known.has(person.record))
          mails.push(await write(options, change, { ...person, address: person.address }))
        seen.add(who)
      }
      if (mails.length === 0) continue
      await options.database.transaction(async (transaction) => {
        for (const mail of mails) await options.mailer.queue(transaction, mail)
      })
    }
  }
  return unopened
}

function write(
  { mailer, publicUrl }: TellOptions,
  { version, after, diff, isTransfer, effectiveAt }: ComingChange,
  { record, address, language }: Reachable & { address: NonNullable<Reachable['address']> },
): Promise<PreparedMail> {
  const at = (path: string) => new URL(`${path}?lang=${language}`, publicUrl).href
  return mailer.prepare({
    kind: isTransfer ? 'policy.transfer' : 'policy.change',
    record,
    occasion: version.id,
    to: address,
    language,
    values: {
      date: dateInWords(effectiveAt, language),
      summary: summaryIn(diff, after, language),
      changes: at(`/privacy/versions/${version.version}/changes`),
      rights: at('/rights'),
    },
  })
}

/** More of them than a mail can say stand on the page that it links to. */
const mostChanges = 12

const asked = {
  en: 'What you said yes to becomes something else, so your yes ends with that day, and you are asked again:',
  nb: 'Det du sa ja til, blir noe annet. Derfor slutter ja-et ditt å gjelde den dagen, og du blir spurt på nytt:',
  sv: 'Det du sade ja till blir något annat. Därför slutar ditt ja att gälla den dagen, och du blir tillfrågad igen:',
}

function summaryIn(diff: ComingChange['diff'], after: Policy, language: Language): string {
  const material = diff.changes.filter((change) => change.class === 'material')
  const shown = diffInWords({ ...diff, changes: material.slice(0, mostChanges) }, language).trim()
  const questions = diff.consents.map((key) => `- ${after.consents?.[key]?.title[language] ?? key}`)
  return [
    shown,
    ...(material.length > mostChanges ? ['- …'] : []),
    ...(questions.length > 0 ? ['', asked[language], ...questions] : []),
  ].join('\n')
}

async function fix(
  { database, ledger, clock }: TellOptions,
  change: ComingChange,
  counts: { told: number; unreached: number },
): Promise<void> {
  const { version } = change
  const at = clock.now()
  const effectiveAt = fixedAt(at, change)
  await database.transaction(async (transaction) => {
    const step = { version: version.version, step: 'told' as const, at, effectiveAt, ...counts }
    if (!(await policyVersionStore(transaction).addStep(rowOfStep(step)))) return
    await ledger.append(transaction, [
      {
        kind: 'policy.told',
        at,
        about: { record: version.id },
        facts: { told: String(counts.told), unreached: String(counts.unreached), expires: effectiveAt.toISOString() },
      },
    ])
  })
}
