import type { FastifyInstance } from 'fastify'
import { Personal, reveal } from '../../../platform/personal.ts'
import type { Sent } from '../../pages/index.ts'
import { logDays, usageDays, type Organisation } from '../organisation.ts'
import type { Doors } from '../doors.ts'
import { organisationCategory } from '../tables.ts'
import { askedOf } from './frame.ts'
import { noticeWords, wrongWords } from './page-words.ts'
import { isSame, readAddress, readName, readWhy, readWords } from './read-forms.ts'
import { deletedPage, deletePage, settingsPage } from './settings-pages.ts'
import { fieldsOf } from '../../pages/index.ts'

const nothing = new Personal(organisationCategory, '')

/** What an organisation says of itself, and its end. */
export function registerSettingsRoutes(server: FastifyInstance, { inside }: Doors): void {
  server.get(
    '/organisations/:organisation/settings',
    inside((request, reply, { frame, about }, { pages }) => {
      const notice = askedOf(request.url).query.has('saved') ? noticeWords.saved : null
      return pages.send(request, reply, settingsPage({ ...frame, notice }, { sent: valuesOf(about) }))
    }),
  )
  server.post(
    '/organisations/:organisation/settings',
    inside(async (request, reply, { frame, about, acting, language }, { pages, organisations }) => {
      const sent = fieldsOf(request.body)
      const name = readName(sent['name'])
      const legalName = isEmpty(sent['legalName']) ? nothing : readWords(sent['legalName'])
      const contact = sent['privacyContact']
      const privacyContact = isEmpty(contact) ? nothing : readAddress(contact, organisationCategory)
      const { why, wrong: wrongWhy } = readWhy(sent['why'], false)
      if (name === null || legalName === null || privacyContact === null || Object.keys(wrongWhy).length > 0) {
        const wrong = {
          ...(name === null ? { name: wrongWords.name } : {}),
          ...(legalName === null ? { legalName: wrongWords.name } : {}),
          ...(privacyContact === null ? { privacyContact: wrongWords.address } : {}),
          ...wrongWhy,
        }
        return pages.send(request, reply, settingsPage(frame, { sent, wrong }))
      }
      const changed = await organisations.change(acting, { name, legalName, privacyContact, ...keptIn(sent) }, why)
      if (changed) return reply.redirect(`/organisations/${about.id}/settings?lang=${language}&saved`, 303)
      const refused = { notice: noticeWords['not-allowed'], status: 403 }
      return pages.send(request, reply, settingsPage({ ...frame, ...refused }, { sent }))
    }),
  )
  server.get(
    '/organisations/:organisation/delete',
    inside((request, reply, { frame }, { pages }) => pages.send(request, reply, deletePage(frame))),
  )
  server.post(
    '/organisations/:organisation/delete',
    inside(async (request, reply, { frame, about, acting, language }, { pages, organisations }) => {
      const sent = fieldsOf(request.body)
      const { why, wrong } = readWhy(sent['why'], false)
      if (!isSame(sent['typed'], about.name) || Object.keys(wrong).length > 0)
        return pages.send(request, reply, deletePage(frame, { sent, wrong: { ...wrong, typed: wrongWords.typed } }))
      if (await organisations.remove(acting, why)) return pages.send(request, reply, deletedPage(language))
      const refused = { notice: noticeWords['not-allowed'], status: 403 }
      return pages.send(request, reply, deletePage({ ...frame, ...refused }))
    }),
  )
}

function valuesOf({ name, legalName, privacyContact, logDays: log, usageDays: usage }: Organisation): Sent {
  const said = { name: reveal(name), legalName: reveal(legalName), privacyContact: reveal(privacyContact) }
  return { ...said, logDays: String(log ?? ''), usageDays: String(usage ?? '') }
}

/** What isn't offered is not taken, whatever is sent: then it is as the policy has it. */
function keptIn(sent: Sent): Pick<Organisation, 'logDays' | 'usageDays'> {
  return {
    logDays: logDays.find((days) => String(days) === sent['logDays']) ?? null,
    usageDays: usageDays.find((days) => String(days) === sent['usageDays']) ?? null,
  }
}

function isEmpty(text: string | undefined): boolean {
  return (text ?? '').trim() === ''
}
