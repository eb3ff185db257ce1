import { newId } from '../../platform/ids.ts'
import { reveal, type Personal } from '../../platform/personal.ts'
import { keepAnswer, prepareStep } from './answer.ts'
import { openCase, type OpenedCase } from './case.ts'
import type { RightsOptions } from './options.ts'
import { putRight } from './settle.ts'
import { caseChanges } from './store.ts'
import { category } from './tables.ts'

const tokenPurpose = 'rights.new-address'
const proveWithin = 7 * 86_400_000

/** Asks a new address whether it is the person's: until that is proved, nothing is sent to it and nothing is changed. */
export async function proveNewAddress(
  options: RightsOptions,
  { request }: OpenedCase,
  address: Personal<string>,
): Promise<void> {
  const { database, seals, mailer, tokens, publicUrl, clock } = options
  const { record_id: record, language, number } = request
  const at = clock.now()
  const sealer = await seals.forSealing([record], [category])
  const new_address = sealer.seal({ table: 'rights_request', column: 'new_address', record, category }, reveal(address))
  const step = await prepareStep(options, record, { step: 'proof-of-new-address', text: null })
  // Names the step too: a link for an address that was replaced since proves nothing.
  const token = tokens.sign(tokenPurpose, [record, step.row.id], new Date(at.getTime() + proveWithin))
  const mail = await mailer.prepare({
    kind: 'rights.new-address',
    record,
    occasion: newId(at),
    to: address,
    language,
    values: {
      reference: number,
      link: new URL(`/rights/new-address?t=${token}&lang=${language}`, publicUrl).href,
    },
  })
  await database.transaction(async (transaction) => {
    await caseChanges(transaction).change(record, ['open'], { new_address })
    await keepAnswer(options, transaction, step)
    await mailer.queue(transaction, mail)
  })
}

/** The request whose new address a link proves; null where there is nothing to prove any more. */
export async function readNewAddress(options: RightsOptions, token: string): Promise<OpenedCase | null> {
  const [record, proof] = options.tokens.read(tokenPurpose, token, options.clock.now()) ?? []
  const opened = record === undefined ? null : await openCase(options, record)
  if (opened === null || opened.newAddress === null || opened.request.state !== 'open') return null
  const last = opened.steps.findLast(({ step }) => step === 'proof-of-new-address')
  return last?.id === proof ? opened : null
}

/** Puts a proved address in the place of the old one. False where there is nothing to prove any more. */
export async function takeNewAddress(options: RightsOptions, token: string): Promise<boolean> {
  const opened = await readNewAddress(options, token)
  if (opened === null || opened.newAddress === null) return false
  await putRight(options, opened, { address: reveal(opened.newAddress) })
  return true
}
