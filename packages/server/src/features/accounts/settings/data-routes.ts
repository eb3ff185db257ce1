import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { forgetPerson } from '../recognise.ts'
import type { Doors } from '../routes.ts'
import { passwordCategory, sessionCategory } from '../tables.ts'
import { deletedPage, deletePage, exportPage } from './data-pages.ts'
import { sections } from './frame.ts'
import type { Kept } from './own-data.ts'
import { pageAt, type SettingsRouteParts } from './parts.ts'
import { privacyPage } from './privacy-page.ts'
import { queryOf } from '../../../platform/http/query.ts'
import { fieldsOf } from '../../pages/index.ts'

/** What is kept, what was agreed to, all of it as a file, and the end of it. */
export function registerOwnData(server: FastifyInstance, parts: SettingsRouteParts, doors: Doors): void {
  registerPrivacy(server, parts, doors)
  registerExport(server, parts, doors)
  registerDelete(server, parts, doors)
}

/** All that is kept: what stands in records, a password where there is one, and where the person is signed in. */
async function allOf({ accounts, own: { data } }: SettingsRouteParts, account: string): Promise<Kept[]> {
  const hasPassword = (await accounts.signIn.passwords?.isSet(account)) ?? false
  const beside = hasPassword ? [passwordCategory, sessionCategory] : [sessionCategory]
  return [...(await data.kept(account)), ...data.declared(beside)]
}

function registerPrivacy(server: FastifyInstance, parts: SettingsRouteParts, { own }: Doors): void {
  const { pages, timeZone, exportAt: rightsAt, own: ofOwn } = parts
  const { data } = ofOwn
  server.get(
    sections.privacy,
    own(async (request, reply, { who, language }) => {
      const [consents, reads] = [await data.consents(who.account), await data.staffReads(who.account)]
      const kept = await allOf(parts, who.account)
      const saved = queryOf(request).has('saved')
      const state = { language, timeZone, consents, kept, reads, rightsAt, saved }
      return pages.send(request, reply, privacyPage(state))
    }),
  )
  server.post(
    '/account/consents',
    own(async (request, reply, visit) => {
      const { consent: key = '', given } = fieldsOf(request.body)
      const answer = { key, given: given === 'yes', language: visit.language, method: 'settings' }
      const isSaved = (given === 'yes' || given === 'no') && (await data.answer(visit.who.account, answer))
      return reply.redirect(pageAt(sections.privacy, visit, isSaved ? '&saved' : ''), 303)
    }),
  )
}

function registerExport(server: FastifyInstance, parts: SettingsRouteParts, { own }: Doors): void {
  const { pages, timeZone, own: ofOwn } = parts
  server.get(
    sections.export,
    own(async (request, reply, { who, language }) => {
      const kept = await allOf(parts, who.account)
      return pages.send(request, reply, exportPage({ language, timeZone, kept }))
    }),
  )
  server.post(
    sections.export,
    own((_request, reply, { who, language }) =>
      reply
        .type('application/zip')
        .header('content-disposition', 'attachment; filename="samtale-my-data.zip"')
        .send(Readable.from(ofOwn.data.pack(who.account, language))),
    ),
  )
}

function registerDelete(server: FastifyInstance, parts: SettingsRouteParts, { own }: Doors): void {
  const { pages, timeZone, own: ofOwn } = parts
  const { data } = ofOwn
  const stateOf = async (account: string) => ({
    timeZone,
    kept: await allOf(parts, account),
    stays: await data.staysAfterDeletion(account),
    hasRooms: data.hasRooms,
    organisations: await data.solelyOwned(account),
    canMail: (await data.addressOf(account)) !== null,
  })
  server.get(
    sections.delete,
    own(async (request, reply, { who, language }) =>
      pages.send(request, reply, deletePage({ language, ...(await stateOf(who.account)) })),
    ),
  )
  server.post(
    sections.delete,
    own(async (request, reply, { who, language }) => {
      const sent = fieldsOf(request.body)
      if (sent['sure'] !== 'yes')
        return pages.send(request, reply, deletePage({ language, ...(await stateOf(who.account)), unsure: true, sent }))
      const mailTo = sent['mail'] === 'yes' ? await data.addressOf(who.account) : null
      const deleted = await data.erase(who.account, language, mailTo)
      const page = deletedPage(deleted, { language, isMailed: mailTo !== null })
      return pages.send(request, forgetPerson(request, reply), page)
    }),
  )
}
