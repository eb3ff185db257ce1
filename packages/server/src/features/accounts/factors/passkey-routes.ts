import type { FastifyInstance } from 'fastify'
import { cookiesOf, passCookies } from '../../../platform/http/cookie-jar.ts'
import { HttpRefusal } from '../../../platform/http/errors.ts'
import type { Doors } from '../routes.ts'
import { comeIn } from '../sign-in/come-in.ts'
import { home } from '../sign-in/next.ts'
import { SignInAnswer } from './passkey-answers.ts'

/** Signing in with a passkey, which stands for both factors. */
export function registerPasskeyRoutes(server: FastifyInstance, { open }: Doors): void {
  server.post(
    '/sign-in/passkey/ask',
    open(async (request, reply, { accounts }) => {
      if (!accounts.paces.network.take(request.ip)) throw new HttpRefusal('form.too-many')
      const { options, cookies } = await accounts.passkeys.askToSignIn()
      passCookies(reply, cookies)
      return reply.send(options)
    }),
  )
  server.post(
    '/sign-in/passkey',
    open(async (request, reply, at) => {
      if (!at.accounts.paces.network.take(request.ip)) throw new HttpRefusal('form.too-many')
      const { data } = SignInAnswer.safeParse(request.body)
      const cookies = data && (await at.accounts.passkeys.signIn(cookiesOf(request), data))
      if (!cookies) throw new HttpRefusal('sign-in.refused')
      await comeIn(request, reply, at, { cookies, next: home })
      return reply.send({ done: true })
    }),
  )
}
