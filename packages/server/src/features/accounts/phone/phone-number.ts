/** Of the countries whose people write their numbers without a prefix here: the prefix, and what a number looks like. */
const national: Readonly<Record<string, { prefix: string; trunk: string; shape: RegExp }>> = {
  NO: { prefix: '47', trunk: '', shape: /^[2-9]\d{7}$/ },
  SE: { prefix: '46', trunk: '0', shape: /^[1-9]\d{6,9}$/ },
  DK: { prefix: '45', trunk: '', shape: /^[2-9]\d{7}$/ },
  FI: { prefix: '358', trunk: '0', shape: /^[1-9]\d{4,11}$/ },
}
/** With its country's prefix: at most fifteen digits, none beginning with 0 (ITU-T E.164 §6.2.1); shorter is no phone. */
const international = /^[1-9]\d{7,14}$/
/** A domain that can't exist (RFC 2606 §2), by which better-auth is told of phone numbers. */
const domain = 'phone.invalid'

/**
 * A phone number as it is kept: `+` and digits (E.164). Read with `+` or `00`, else as a number of the country; spaces,
 * hyphens, dots and brackets are left out. Null where it is none, and where it could be two.
 * @param country ISO 3166-1 alpha-2
 */
export function readPhone(text: string, country: string | null): string | null {
  const written = text.trim().replace(/[\s().\u00ad\u2010-\u2015-]/gu, '')
  const abroad = /^(?:\+|00)(\d+)$/.exec(written)?.[1]
  if (abroad !== undefined) return checked(abroad)
  const plan = national[country ?? '']
  if (plan === undefined || !/^\d+$/.test(written) || !written.startsWith(plan.trunk)) return null
  const own = written.slice(plan.trunk.length)
  return plan.shape.test(own) ? checked(plan.prefix + own) : null
}

function checked(digits: string): string | null {
  const plan = Object.values(national).find(({ prefix }) => digits.startsWith(prefix))
  // “+46 (0)70 …” is written by many; the zero belongs to calls inside the country alone.
  const own = plan === undefined ? digits : plan.prefix + digits.slice(plan.prefix.length).replace(/^0/, '')
  if (!international.test(own)) return null
  return plan === undefined || plan.shape.test(own.slice(plan.prefix.length)) ? `+${own}` : null
}

/** A number as better-auth has it, which knows people by e-mail addresses alone. */
export function asLogin(phone: string): string {
  return `${phone}@${domain}`
}

/** The number in such an address; null where it is an address. */
export function phoneOf(login: string): string | null {
  return isPhoneLogin(login) ? login.slice(0, -domain.length - 1) : null
}

export function isPhoneLogin(login: string): boolean {
  return login.endsWith(`@${domain}`)
}
