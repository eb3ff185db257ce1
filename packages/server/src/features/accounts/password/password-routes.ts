import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Language, Text } from '@samtale/policy'
import { HttpRefusal } from '../../../platform/http/errors.ts'
import { fieldsOf, form, markup, type Page } from '../../pages/index.ts'
import { press } from '../markup.ts'
import type { AccountRouteParts, Doors, OwnVisit } from '../routes.ts'
import { settingsPage } from '../settings/frame.ts'
import { faultOf } from './passwords.ts'
import { passwordFaults, passwordWords as words } from './password-words.ts'

/** Setting a password, where the policy has them. Who forgot theirs signs in with a code, and sets another here. */
export function registerPasswordRoutes(server: FastifyInstance, { pages }: AccountRouteParts, { own }: Doors): void {
  const show = async (request: FastifyRequest, reply: FastifyReply, visit: OwnVisit, more: State = {}) => {
    const isSet = await passwordsOf(visit).isSet(visit.who.account)
    return pages.send(request, reply, passwordPage(visit.language, isSet, more))
  }
  server.get(
    '/account/password',
    own((request, reply, visit) => show(request, reply, visit)),
  )
  server.post(
    '/account/password',
    own(async (request, reply, visit) => {
      const { accounts, who } = visit
      const password = fieldsOf(request.body)['password'] ?? ''
      const passwords = passwordsOf(visit)
      const fault = faultOf(password)
      if (fault !== null) return show(request, reply, visit, { wrong: passwordFaults[fault] })
      await passwords.set(who.account, password)
      // Whoever knew the one before is out.
      await accounts.sessions.endOthers(who.account, who.session)
      return show(request, reply, visit, { said: words.saved })
    }),
  )
  server.post(
    '/account/password/remove',
    own(async (request, reply, visit) => {
      await passwordsOf(visit).remove(visit.who.account)
      return show(request, reply, visit, { said: words.removed })
    }),
  )
}

function passwordsOf({ accounts }: OwnVisit) {
  const { passwords } = accounts.signIn
  if (passwords === null) throw new HttpRefusal('not-found')
  return passwords
}

interface State {
  readonly wrong?: Text
  readonly said?: Text
}

/** What was sent is never shown again. */
function passwordPage(language: Language, isSet: boolean, { wrong, said }: State): Page {
  const given = form({
    action: '/account/password',
    language,
    fields: [
      {
        name: 'password',
        label: words.fresh,
        hint: words.hint,
        kind: 'password',
        autocomplete: 'new-password',
        longest: 200,
      },
    ],
    submit: words.save,
    ...(wrong === undefined ? {} : { wrong: { password: wrong } }),
  })
  const remove = isSet && press('/account/password/remove', { language, label: words.remove[language] })
  return settingsPage(
    {
      language,
      section: 'security',
      title: words.title,
      lead: words.lead,
      notice: said ?? null,
      wrong: wrong !== undefined,
    },
    markup`${isSet && markup`<p>${words.isSet[language]}</p>`}${given}${remove}`,
  )
}
