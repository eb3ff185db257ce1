import type { FastifyInstance } from 'fastify'
import type { AccountRouteParts, Doors } from '../routes.ts'
import { registerAddress } from './address-routes.ts'
import { registerOwnData } from './data-routes.ts'
import { registerPhoneRoutes } from '../phone/phone-routes.ts'
import { settingsRoutes } from './declared.ts'
import { registerLinks } from './link-routes.ts'
import { registerProfile } from './profile-routes.ts'
import { registerSignInSettings } from './sign-in-routes.ts'

/** The settings of an account; nothing is at their addresses while the policy in force has no accounts. */
export function registerSettings(server: FastifyInstance, parts: AccountRouteParts, doors: Doors): void {
  const { accounts, own } = parts
  if (accounts === null || own === null) {
    for (const name of Object.keys(settingsRoutes)) {
      const [method = 'GET', url = ''] = name.split(' ')
      if (!url.startsWith('/account/factor'))
        server.route({ method, url, handler: (_request, reply) => reply.callNotFound() })
    }
    return
  }
  const there = { ...parts, accounts, own }
  registerProfile(server, there, doors)
  registerAddress(server, there, doors)
  registerPhoneRoutes(server, there, doors)
  registerSignInSettings(server, there, doors)
  registerOwnData(server, there, doors)
  registerLinks(server, there, doors)
}
