import { createHmac, randomInt } from 'node:crypto'
import type { Language } from '@samtale/policy'
import { newId } from '../../../platform/ids.ts'
import { Personal, reveal } from '../../../platform/personal.ts'
import { accountStore, unlessTaken } from '../account-store.ts'
import type { AccountParts, Transaction } from '../parts.ts'
import { codeStore } from '../sign-in/code-store.ts'
import type { CodeWays } from '../sign-in/codes.ts'
import { accountCategory as category, codeCategory, signInRecord } from '../tables.ts'
import { smsText } from './sms-words.ts'

export interface PhoneParts extends AccountParts, CodeWays {}

const codeLasts = 5 * 60_000
const mostTries = 3

/**
 * The phone number of an account that there is already. Somebody shows that a number is theirs by a code in a text message to
 * it, and the account's mail address is told of each change. Whether a number has an account already is told to nobody: then no
 * message is sent, and the page says the same.
 */
export function createPhones(parts: PhoneParts) {
  const { database, seals } = parts
  const store = accountStore(database)
  return {
    /** Null where the account has none. */
    of: async (account: string): Promise<Personal<string> | null> => {
      const sealed = (await store.get(account))?.phone ?? null
      if (sealed === null) return null
      return (await seals.forOpening([account], [category])).open(phoneCell(account), sealed)
    },

    /** Sends a code to a number. @param phone E.164 */
    begin: (account: string, phone: string, language: Language): Promise<void> =>
      begin(parts, { account, phone, language }),

    /** Makes a number the account's where the code is right; false where it isn't, or isn't any more. */
    confirm: async (asked: Asked, code: string): Promise<boolean> =>
      (await takeCode(parts, asked, code)) && setPhone(parts, asked),

    /** Takes the number away; false where nothing would be left to sign in with, or there is none. */
    remove: (account: string): Promise<boolean> => remove(parts, account),
  }
}

/** Which number is to be whose, asked on a page in which language. @property phone E.164 */
interface Asked {
  readonly account: string
  readonly phone: string
  readonly language: Language
}

function phoneCell(record: string) {
  return { table: 'account', column: 'phone', record, category } as const
}

/** What a code is found by: a code for one account and number is none for another. */
function aboutOf({ seals }: PhoneParts, { account, phone }: Asked) {
  return seals.index(codeCategory, `phone ${account} ${phone}`)
}

/** HMAC: there are only a million codes, so a hash without a key would tell them. */
function hashOf({ seals }: PhoneParts, { account, phone }: Asked, code: string): string {
  return createHmac('sha256', seals.secret('account.phone')).update(`${account} ${phone} ${code}`).digest('hex')
}

async function begin(parts: PhoneParts, asked: Asked): Promise<void> {
  const { database, seals, clock, sms } = parts
  const { account, phone, language } = asked
  const at = clock.now()
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  const accounts = accountStore(database)
  const own = await accounts.get(account)
  const isTaken = (await accounts.findPhone(seals.index(category, phone))) !== undefined
  // Whoever shows later that the address is theirs would find somebody else's number there.
  const isTheirs = own !== undefined && (own.address === null || own.address_verified)
  const isSent = isTheirs && !isTaken
  for (const { id } of await codeStore(database).about(aboutOf(parts, asked))) await codeStore(database).use(id, at)
  const record = newId(at)
  const value = { hash: hashOf(parts, asked, isSent ? code : newId(at)), tries: 0 }
  const row = await codeRow(parts, { record, asked, value, at, expires: new Date(at.getTime() + codeLasts) })
  await database.transaction(async (transaction) => {
    await parts.records.open(transaction, { id: record, kind: signInRecord, address: null, at })
    await codeStore(transaction).add(row)
  })
  if (!isSent) return
  const said = smsText[language].replace('{service}', parts.serviceName.slice(0, 40)).replace('{code}', code)
  const text = new Personal(codeCategory, `${said}\n\n@${parts.publicUrl.hostname} #${code}`)
  await sms.send({ to: new Personal(category, phone), text, kind: 'account.code', record })
}

interface CodeOfPhone {
  readonly record: string
  readonly asked: Asked
  readonly value: { readonly hash: string; readonly tries: number }
  readonly at: Date
  readonly expires: Date
}

async function codeRow(parts: PhoneParts, { record, asked, value, at, expires }: CodeOfPhone) {
  const sealer = await parts.seals.forSealing([record], [codeCategory])
  const cell = { table: 'sign_in_code', column: 'value', record, category: codeCategory } as const
  return {
    id: newId(at),
    record_id: record,
    about_index: aboutOf(parts, asked),
    value: sealer.seal(cell, `${value.hash} ${value.tries}`),
    created_at: at,
    expires_at: expires,
  }
}

/** Each try uses the code up; a wrong one leaves it with a try less. */
async function takeCode(parts: PhoneParts, asked: Asked, given: string): Promise<boolean> {
  const { database, seals, clock } = parts
  const store = codeStore(database)
  const kept = (await store.about(aboutOf(parts, asked))).at(-1)
  const at = clock.now()
  if (kept === undefined || kept.value === null || kept.expires_at <= at || !(await store.use(kept.id, at)))
    return false
  const record = kept.record_id
  const opener = await seals.forOpening([record], [codeCategory])
  const cell = { table: 'sign_in_code', column: 'value', record, category: codeCategory } as const
  const [hash = '', tries = ''] = reveal(opener.open(cell, kept.value)).split(' ')
  if (hash === hashOf(parts, asked, given.replace(/\s/g, ''))) return true
  const value = { hash, tries: Number(tries) + 1 }
  if (value.tries < mostTries)
    await store.add(await codeRow(parts, { record, asked, value, at, expires: kept.expires_at }))
  return false
}

/** False where the number has another account. */
async function setPhone(parts: PhoneParts, { account, phone, language }: Asked): Promise<boolean> {
  const { database, seals, clock } = parts
  const index = seals.index(category, phone)
  const sealed = (await seals.forSealing([account], [category])).seal(phoneCell(account), phone)
  const tell = await word(parts, account, language)
  const changed = database.transaction(async (transaction) => {
    const accounts = accountStore(transaction)
    if ((await accounts.findPhone(index)) !== undefined) return false
    await accounts.change(account, { phone: sealed, phone_index: index, updated_at: clock.now() })
    await tell(transaction)
    return true
  })
  return unlessTaken(changed)
}

async function remove(parts: PhoneParts, account: string): Promise<boolean> {
  const { database, clock } = parts
  const row = await accountStore(database).get(account)
  if (row === undefined || row.address === null || row.phone === null) return false
  const tell = await word(parts, account, row.language)
  await database.transaction(async (transaction) => {
    await accountStore(transaction).change(account, { phone: null, phone_index: null, updated_at: clock.now() })
    await tell(transaction)
  })
  return true
}

/** The mail to whoever reads the account's address; nothing where it has none. */
async function word({ database, seals, clock, mailer }: PhoneParts, account: string, language: Language) {
  const address = (await accountStore(database).get(account))?.address ?? null
  if (address === null) return () => Promise.resolve()
  const opener = await seals.forOpening([account], [category])
  const mail = await mailer.prepare({
    kind: 'account.phone-changed',
    record: account,
    occasion: newId(clock.now()),
    to: opener.open({ table: 'account', column: 'address', record: account, category }, address),
    language,
    values: {},
  })
  return (transaction: Transaction) => mailer.queue(transaction, mail)
}
