import type { Policy } from '@samtale/policy'
import { sentTo, type ProviderOptions } from '../features/accounts/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { SignInSettings } from '../platform/config/sign-in-settings.ts'
import { ownDoor } from '../platform/egress/own-door.ts'
import type { Egress, RecipientDoor } from '../platform/egress/recipients.ts'
import type { Outbox } from '../platform/mail/outbox.ts'
import { createHttpGateway, createOutboxGateway, type SmsGateway } from '../platform/sms/gateway.ts'
import { StartupError } from '../platform/startup-error.ts'
import { isOurs } from './destinations.ts'

type Named = Pick<Policy, 'recipients' | 'processings'>

/**
 * Refuses to sign people in by somebody whom the policy doesn't name: an identity provider sees who comes here and when, a
 * gateway for text messages whom they go to and what they say (GDPR art. 4(9), 28).
 * @throws StartupError `sign-in.provider-undeclared`, `sign-in.sms-undeclared`
 */
export function assertSignInDeclared({ provider, sms }: SignInSettings, policy: Named): void {
  if (provider !== null && !isOurs(provider.issuer) && recipientAt(provider.issuer, sentTo.provider, policy) === null)
    throw undeclared('sign-in.provider-undeclared', provider.issuer)
  if (sms !== null && !isOurs(sms.address) && recipientAt(sms.address, sentTo.sms, policy) === null)
    throw undeclared('sign-in.sms-undeclared', sms.address)
}

/** Who people sign in with, and how text messages leave. */
export interface SignIn {
  readonly provider: ProviderOptions | null
  readonly sms: SmsGateway
}

export function openSignIn(parts: {
  settings: SignInSettings
  policy: Named
  /** Null where nothing may leave: in a command beside the server. */
  egress: Egress | null
  outbox: Outbox
  clock: Clock
}): SignIn {
  const { settings, policy, egress, outbox, clock } = parts
  const doorTo = (address: URL, carries: readonly string[]): RecipientDoor => {
    if (isOurs(address)) return ownDoor()
    return egress?.(recipientAt(address, carries, policy) ?? '') ?? closed
  }
  return {
    provider: settings.provider && {
      settings: settings.provider,
      door: {
        fetch: doorTo(settings.provider.issuer, sentTo.provider).fetch,
        isTheirs: isTheirs(settings.provider.issuer, policy),
      },
    },
    sms:
      settings.sms === null
        ? createOutboxGateway(outbox, clock)
        : createHttpGateway(settings.sms, {
            fetch: (address, sent) => doorTo(address, sentTo.sms).fetch(address, { ...sent, carries: sentTo.sms }),
          }),
  }
}

const closed: RecipientDoor = { fetch: () => Promise.reject(new TypeError('Nothing leaves here.')) }

function isTheirs(issuer: URL, policy: Named): (host: string) => boolean {
  const named = recipientAt(issuer, sentTo.provider, policy)
  const hosts = named === null ? [issuer.host] : (policy.recipients[named]?.hosts ?? [])
  return (host) => hosts.some((known) => known.toLowerCase() === host)
}

/** The recipient that has the address among its hosts, and may have all of these categories. */
function recipientAt({ host }: URL, carries: readonly string[], { recipients, processings }: Named): string | null {
  const gets = (key: string, category: string) =>
    Object.values(processings).some(
      (one) => one.recipients !== 'nobody' && one.recipients.includes(key) && one.categories.includes(category),
    )
  const found = Object.entries(recipients).find(
    ([key, { hosts = [] }]) =>
      hosts.some((known) => known.toLowerCase() === host) && carries.every((category) => gets(key, category)),
  )
  return found?.[0] ?? null
}

function undeclared(code: 'sign-in.provider-undeclared' | 'sign-in.sms-undeclared', { host }: URL): StartupError {
  return new StartupError(code, `The policy names nobody who runs ${host} and gets what it is sent.`)
}
