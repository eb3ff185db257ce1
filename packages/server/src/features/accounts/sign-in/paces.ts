import type { Clock } from '../../../platform/clock.ts'
import { createAddressPace, type AddressPace } from '../../../platform/http/address-pace.ts'

const dayMs = 86_400_000

/** How often something may be done with one e-mail address, or one account. */
export interface Pace {
  /** Takes a turn; false where it has had its share for now. */
  take(whose: string): boolean
}

/**
 * Limits for those whom the network's address doesn't tell apart. Like that limit it holds no address: the keys are HMACs
 * under a key that lives in this process, and with each day there is a new key and an empty table.
 */
export function createDailyPace(limit: { perSecond: number; burst: number }, clock: Clock): Pace {
  let day = Number.NaN
  let pace: AddressPace | null = null
  return {
    take: (whose) => {
      const today = Math.floor(clock.now().getTime() / dayMs)
      if (pace === null || today !== day) pace = createAddressPace(limit, clock)
      day = today
      return pace.take(whose.trim().toLowerCase())
    },
  }
}

export type Paces = ReturnType<typeof createPaces>

/** The limits of signing in. */
export function createPaces(clock: Clock) {
  return {
    /** From one network address: twenty at once, then one in six seconds. */
    network: createAddressPace({ burst: 20, perSecond: 1 / 6 }, clock),
    /** Codes sent to one e-mail address: five at once, then one in ten minutes. */
    codes: createDailyPace({ burst: 5, perSecond: 1 / 600 }, clock),
    /** Codes tried for one e-mail address: fifteen at once, then one in four minutes. */
    tries: createDailyPace({ burst: 15, perSecond: 1 / 240 }, clock),
    /** Text messages, which cost whoever runs the server: to one number, */
    sms: createDailyPace({ burst: 3, perSecond: 1 / 1_200 }, clock),
    /** from one network address, */
    smsOfNetwork: createAddressPace({ burst: 5, perSecond: 1 / 300 }, clock),
    /** and to everybody together. */
    allSms: createDailyPace({ burst: 200, perSecond: 1 / 20 }, clock),
    /** Second factors tried for one account: five at once, then one in two minutes. */
    factors: createDailyPace({ burst: 5, perSecond: 1 / 120 }, clock),
  }
}
