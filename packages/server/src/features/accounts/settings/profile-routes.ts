import { languages } from '@samtale/policy'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { hasCardNumber } from '../../../platform/card-numbers.ts'
import { HttpRefusal } from '../../../platform/http/errors.ts'
import { SentFile, TooLarge } from '../../../platform/http/uploads.ts'
import { noPicture, tooHeavy, type ImageProblem } from '../../../platform/images/problems.ts'
import { remadeType } from '../../../platform/images/remake.ts'
import { Personal, reveal } from '../../../platform/personal.ts'
import { tidyName } from '../../../platform/written.ts'
import { fieldsOf, themes, type Sent, type Wrong } from '../../pages/index.ts'
import type { Doors, OwnVisit } from '../routes.ts'
import { accountCategory } from '../tables.ts'
import { accountWords } from './account-words.ts'
import { sections } from './frame.ts'
import { pageAt, type SettingsRouteParts } from './parts.ts'
import { profilePage, type ProfileState } from './profile-page.ts'
import { pictureRules } from './settings.ts'
import { settingsWords as words } from './settings-words.ts'
import { queryOf } from '../../../platform/http/query.ts'

/** The profile: name, language, looks and picture. */
export function registerProfile(server: FastifyInstance, parts: SettingsRouteParts, { own }: Doors): void {
  const { pages } = parts
  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    visit: OwnVisit,
    more: Partial<ProfileState> = {},
  ) => pages.send(request, reply, profilePage({ ...(await stateOf(parts, visit)), ...more }))
  server.get(
    sections.profile,
    own((request, reply, visit) => show(request, reply, visit, { done: doneOf(request) })),
  )
  server.post(
    '/account/profile',
    own(async (request, reply, visit) => {
      const read = readProfile(request.body)
      if (read.kind === 'wrong') return show(request, reply, visit, { sent: read.sent, wrong: read.wrong })
      await visit.accounts.settings.change(visit.who.account, read.profile)
      // The page comes in the language that was just chosen.
      return reply.redirect(pageAt(sections.profile, read.profile, '&saved'), 303)
    }),
  )
  registerPicture(server, own, show)
}

type Show = (
  request: FastifyRequest,
  reply: FastifyReply,
  visit: OwnVisit,
  more?: Partial<ProfileState>,
) => Promise<FastifyReply>

function registerPicture(server: FastifyInstance, own: Doors['own'], show: Show): void {
  server.get(
    '/account/picture',
    own(async (_request, reply, { accounts, who }) => {
      const picture = await accounts.settings.picture(who.account)
      if (picture === null) throw new HttpRefusal('not-found')
      // Whatever a browser makes of it, it runs nothing.
      return reply
        .type(remadeType)
        .headers({ 'content-security-policy': "default-src 'none'; sandbox", 'content-disposition': 'inline' })
        .send(reveal(picture))
    }),
  )
  server.post(
    '/account/picture',
    own(async (request, reply, visit) => {
      const problem = await takePicture(visit, request.body)
      if (problem !== null) return show(request, reply, visit, { wrong: { picture: problem.reason } })
      return reply.redirect(pageAt(sections.profile, visit, '&saved'), 303)
    }),
  )
  server.post(
    '/account/picture/remove',
    own(async (_request, reply, visit) => {
      await visit.accounts.settings.removePicture(visit.who.account)
      return reply.redirect(pageAt(sections.profile, visit, '&saved'), 303)
    }),
  )
}

async function takePicture({ accounts, who }: OwnVisit, body: unknown): Promise<ImageProblem | null> {
  if (body instanceof TooLarge) return tooHeavy(body.size, pictureRules.most.bytes)
  const sent: unknown = typeof body === 'object' && body !== null && 'picture' in body ? body.picture : null
  return sent instanceof SentFile ? accounts.settings.setPicture(who.account, sent.bytes) : noPicture
}

function readProfile(body: unknown) {
  const sent: Sent = fieldsOf(body)
  const name = tidyName(sent['name'] ?? '')
  const language = languages.find((one) => one === sent['language'])
  const theme = themes.find((one) => one === sent['theme'])
  const wrong: Wrong = {
    ...(hasCardNumber(name) ? { name: accountWords.cardNumber } : {}),
    ...(language === undefined ? { language: words.languageWrong } : {}),
    ...(theme === undefined ? { theme: words.themeWrong } : {}),
  }
  if (language === undefined || theme === undefined || Object.keys(wrong).length > 0)
    return { kind: 'wrong', sent, wrong } as const
  return { kind: 'read', profile: { name: new Personal(accountCategory, name), language, theme } } as const
}

function doneOf(request: FastifyRequest): 'saved' | 'address' | null {
  const query = queryOf(request)
  if (query.has('moved')) return 'address'
  return query.has('saved') ? 'saved' : null
}

async function stateOf({ timeZone, own: ofOwn }: SettingsRouteParts, visit: OwnVisit): Promise<ProfileState> {
  const { accounts, who, language } = visit
  const settings = await accounts.settings.of(who.account)
  if (settings === null) throw new TypeError('Somebody is signed in without an account.')
  const kept = await ofOwn.data.kept(who.account)
  const phone = await accounts.phones.of(who.account)
  const own = kept.filter(({ category }) => category === accountCategory)
  return { language, timeZone, who, settings, phone: phone === null ? '' : reveal(phone), kept: own }
}
