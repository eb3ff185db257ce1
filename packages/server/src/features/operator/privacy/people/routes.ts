import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Readable } from 'node:stream'
import * as z from 'zod'
import { isAddress } from '../../../../platform/written.ts'
import { visitorOf } from '../../../accounts/index.ts'
import { textIn } from '../../closing/read.ts'
import { deedForms } from '../../deeds/deed-form.ts'
import { factsOf, shownOf, type Shown } from '../../deeds/desk.ts'
import { doDeed } from '../../deeds/do-deed.ts'
import { say } from '../../deeds/fields.ts'
import type { OperatorParts } from '../../parts.ts'
import { adminPage } from '../../shell/frame.ts'
import { shellWords } from '../../shell/words.ts'
import { handOverDeeds } from './deeds.ts'

const path = '/admin/privacy/people'
const words = {
  lead: say(
    'For what doesn’t come as a request: a court, a child’s guardian, a letter. What people ask for themselves is under “Requests”.',
    'For det som ikke kommer som et krav: en domstol, et barns foresatte, et brev. Det folk selv ber om, står under «Krav».',
    'För det som inte kommer som en begäran: en domstol, ett barns vårdnadshavare, ett brev. Det människor själva ber om står under ”Begäranden”.',
  ),
  incomplete: say(
    'Write an e-mail address and a reason.',
    'Skriv en e-postadresse og en begrunnelse.',
    'Skriv en e-postadress och ett skäl.',
  ),
  nobody: say(
    'Nothing is kept about this address.',
    'Ingenting er lagret om denne adressen.',
    'Inget finns sparat om den här adressen.',
  ),
  operator: say(
    'This is an operator. Take that role away first: samtale admin remove.',
    'Dette er en operatør. Ta fra dem rollen først: samtale admin remove.',
    'Det här är en operatör. Ta ifrån dem rollen först: samtale admin remove.',
  ),
} as const

const Found = z.object({ records: z.array(z.object({ record: z.string() })) })

type OfDeed = FastifyRequest<{ Params: { deed: string } }>

/** Export and erasure of somebody, by the commands of those names: with a reason, by who has just shown that it is them. */
export function registerHandOver(server: FastifyInstance, parts: OperatorParts): void {
  server.get(path, (request, reply) => show(parts, request, reply))
  server.post(`${path}/:deed`, async (request: OfDeed, reply) => {
    const key = request.params.deed
    const deed = Object.hasOwn(handOverDeeds, key) ? handOverDeeds[key] : undefined
    if (deed === undefined) return reply.callNotFound()
    const { who, language } = visitorOf(request)
    const [address, why] = [textIn(request.body, 'address').toLowerCase(), textIn(request.body, 'reason')]
    const fields = { address, reason: why, language: textIn(request.body, 'language') }
    const refuse = (refused: string) => show(parts, request, reply, { refused, sent: { deed: key, fields } })
    if (!isAddress(address) || why === '') return refuse(words.incomplete[language])
    const { records } = await factsOf(parts, ['records.of', { address }], Found)
    const [first] = records
    if (first === undefined) return refuse(words.nobody[language])
    if (key === 'erase' && (await isOperator(parts, address))) return refuse(words.operator[language])
    await parts.noteRead({ record: first.record, by: who.account, why })
    const about = { kind: 'record', id: first.record }
    const done = await doDeed(parts, { deed, of: {}, body: request.body, by: who.account, language, about })
    if (done.kind === 'refused') return refuse(done.message)
    return 'file' in done.answer ? send(reply, done.answer, key) : reply.redirect(`${path}?lang=${language}`, 303)
  })
}

async function show(parts: OperatorParts, request: FastifyRequest, reply: FastifyReply, more: Partial<Shown> = {}) {
  const { language, refused, sent } = { ...shownOf(parts, request, handOverDeeds), ...more }
  const title = shellWords.handOver[language]
  const frame = { language, here: 'handOver', title, lead: words.lead[language], refused } as const
  const forms = deedForms(handOverDeeds, { action: path, language, sent })
  return parts.pages.send(request, reply, adminPage({ ...frame, status: refused === null ? 200 : 422 }, forms))
}

async function isOperator({ closing }: OperatorParts, address: string): Promise<boolean> {
  const account = (await closing?.accountAt(address)) ?? null
  return account !== null && (await closing?.see(account))?.role === 'operator'
}

function send(reply: FastifyReply, { file, type }: { file: AsyncIterable<Uint8Array>; type: string }, key: string) {
  const name = `samtale-${key}.${type === 'application/zip' ? 'zip' : 'json'}`
  // A page's route answers with no JSON of its own; as bytes, the certificate is a file like any other.
  return reply
    .type(type === 'application/zip' ? type : 'application/octet-stream')
    .headers({ 'content-disposition': `attachment; filename="${name}"`, 'cache-control': 'no-store' })
    .send(Readable.from(file, { objectMode: false }))
}
