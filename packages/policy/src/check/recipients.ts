import { adequacyOf, isInEea } from '../countries.ts'
import type { Policy } from '../policy.ts'
import type { Recipient, Transfer } from '../recipient.ts'
import type { Finding } from './findings.ts'
import { found } from './found.ts'
import { hasHosts } from './reach.ts'

/** Who processors are, and on what ground data leaves the EEA. */
export function checkRecipients(policy: Policy): Finding[] {
  return [
    ...Object.entries(policy.recipients).flatMap(([key, recipient]) => [
      ...checkIdentity(key, recipient),
      ...checkWay(policy, key, recipient),
    ]),
    ...Object.entries(policy.transfers ?? {}).flatMap(([key, transfer]) => checkTool(policy, key, transfer)),
    ...checkPlaces(policy),
    ...checkHolders(policy),
  ]
}

/** What somebody else holds for us goes to somebody, who has to be named. */
function checkHolders(policy: Policy): Finding[] {
  return Object.entries(policy.processings)
    .filter(([, { retention, recipients }]) => retention.held === 'elsewhere' && recipients === 'nobody')
    .map(([key]) => {
      const message = `${key} is held elsewhere, and nobody is said to get it.`
      return found('recipient.undeclared', ['processings', key, 'recipients'], message)
    })
}

function checkIdentity(key: string, recipient: Recipient): Finding[] {
  // Who has hosts is known by name.
  if (recipient.byCategory === true && !hasHosts(recipient)) {
    const message = `${key} is a category of recipients; whoever asks is told their names.`
    return [found('recipient.by-category', ['recipients', key, 'byCategory'], message)]
  }
  if (recipient.kind !== 'processor') return []
  const missing = (['legalName', 'country', 'agreement'] as const).filter(
    (part) => (recipient[part] ?? '').trim() === '',
  )
  if (missing.length === 0) return []
  const message = `The processor ${key} has no ${missing.join(', no ')}.`
  return [found('recipient.identity.missing', ['recipients', key], message)]
}

/** Whoever is outside, and neither in the call oneself nor an authority with a demand, needs a declared transfer. */
function checkWay(policy: Policy, key: string, recipient: Recipient): Finding[] {
  const { kind, country } = recipient
  const isDemand = (kind === 'participant' || kind === 'authority') && !hasHosts(recipient)
  if (country === undefined || isDemand || !needsTool(country)) return []
  const transfers = Object.values(policy.transfers ?? {})
  if (transfers.some((transfer) => transfer.recipient === key && transfer.to === country)) return []
  const message = `${key} is in ${country}, outside the EEA, and no transfer says on what ground.`
  return [found('transfer.tool.missing', ['recipients', key, 'country'], message)]
}

/** Data kept in a country that nobody is declared to be sent data in. */
function checkPlaces(policy: Policy): Finding[] {
  const covered = new Set(Object.values(policy.transfers ?? {}).map(({ to }) => to))
  return Object.entries(policy.categories).flatMap(([key, { storedIn = [] }]) =>
    storedIn
      .filter((country) => needsTool(country) && !covered.has(country))
      .map((country) => {
        const message = `${key} is stored in ${country}, and no transfer there is declared.`
        return found('transfer.tool.missing', ['categories', key, 'storedIn'], message)
      }),
  )
}

/** A country whose protection counts as adequate for everybody needs nothing more (art. 45). */
function needsTool(country: string): boolean {
  return !isInEea(country) && (adequacyOf(country) === null || adequacyOf(country)?.only !== undefined)
}

function checkTool(policy: Policy, key: string, { tool, to, recipient }: Transfer): Finding[] {
  const say = (message: string) => [found('transfer.tool.missing', ['transfers', key, 'tool'], message)]
  if (tool === 'A45-3' && !isInEea(to) && adequacyOf(to) === null)
    return say(`There is no adequacy decision for ${to} (art. 45).`)
  if (tool === 'A49-1-a' && !restsOnExplicitConsent(policy, recipient))
    return say(`Explicit consent is given as ground (art. 49(1)(a)), and none is asked for ${recipient}.`)
  return []
}

function restsOnExplicitConsent(policy: Policy, recipient: string): boolean {
  const uses = Object.values(policy.processings).filter(
    ({ recipients }) => recipients !== 'nobody' && recipients.includes(recipient),
  )
  return (
    uses.length > 0 &&
    uses.every(({ basis }) => basis.article === '6-1-a' && policy.consents?.[basis.consent]?.explicit === true)
  )
}
