import { expect, test } from 'vitest'
import { compiledProfile } from '../../test/profiles.ts'
import type { Policy } from '../policy.ts'

/** Lifetimes of what parties keep in the browser, as the policy's text has them; those that are refused have none. */
function lifetimesOf(profile: string, ...parties: (string | undefined)[]): Record<string, string> {
  const storage: Policy['storage'] = compiledProfile(profile).policy?.storage ?? {}
  const theirs = Object.entries(storage).filter(([, { party }]) => parties.includes(party))
  return Object.fromEntries(theirs.map(([name, { lifetime }]) => [name, lifetime]))
}

function consentsOf(profile: string, party: string): Set<string | undefined> {
  const storage = Object.values(compiledProfile(profile).policy?.storage ?? {})
  return new Set(storage.filter((key) => key.party === party).map(({ consent }) => consent))
}

test('rows K01 and K02: what is needed asks for nothing, and choices are kept where they are made', () => {
  expect(lifetimesOf('huddly', undefined)).toEqual({
    session: 'session',
    loading: 'until-cleared',
    language: 'until-cleared',
    login: 'until-cleared',
    customisation: 'until-cleared',
  })
  const { storage } = compiledProfile('huddly').policy ?? {}
  for (const name of ['session', 'loading']) {
    expect(storage?.[name]).toMatchObject({ class: 'essential' })
    expect(storage?.[name]).not.toHaveProperty('consent')
  }
})

test('row K03: Google Analytics, with the lifetimes of the text', () => {
  expect(lifetimesOf('huddly', 'google')).toEqual({ ga: 'P2Y', gid: 'PT24H', 'ga_*': 'P2Y' })
  expect(consentsOf('huddly', 'google')).toEqual(new Set(['statistical']))
})

test('row K05: FreshChat, asked for, loaded on a click and without following', () => {
  const { storage, recipients } = compiledProfile('klikk').policy ?? {}
  expect(lifetimesOf('klikk', 'freshchat')).toEqual({ _fw_crm_v: 'P1Y' })
  expect(storage?.['_fw_crm_v']).toMatchObject({ class: 'functional', consent: 'functional' })
  expect(recipients?.['freshchat']?.browser).toMatchObject({ onClick: true, consent: 'functional' })
})

test('row K06: Matomo, run by itself, with the lifetimes of the text', () => {
  const { policy } = compiledProfile('klikk')
  expect(lifetimesOf('klikk', undefined)).toEqual({
    zenMode: 'session',
    MATOMO_SESSID: 'session',
    _pk_testcookie: 'session',
    _pk_cvar: 'PT30M',
    _pk_ref: 'P6M',
    _pk_id: 'P13M',
    _pk_ses: 'PT30M',
    mtm_consent: 'session',
  })
  expect(policy?.processings['statistics']?.recipients).toBe('nobody')
  expect(policy?.categories['analytics']?.storedIn).toEqual(['NO'])
})

test('row K07: LinkedIn, with the lifetimes of the text, all after the marketing consent', () => {
  expect(lifetimesOf('klikk', 'linkedin')).toEqual({
    bcookie: 'P2Y',
    bscookie: 'P1Y',
    UserMatchHistory: 'P6M',
    lidc: 'P1D',
  })
  expect(consentsOf('klikk', 'linkedin')).toEqual(new Set(['marketing']))
})

test('row K08: Facebook, with the lifetimes of the text, all after the marketing consent', () => {
  expect(lifetimesOf('klikk', 'facebook')).toEqual({
    _fbp: 'P3M',
    c_user: 'P3M',
    datr: 'P2Y',
    fr: 'P3M',
    presence: 'session',
    sb: 'P2Y',
    wd: 'P1W',
    xs: 'P3M',
  })
  expect(consentsOf('klikk', 'facebook')).toEqual(new Set(['marketing']))
})

test('row K09: Google, with the lifetimes of the text but for those called persistent, all after the marketing consent', () => {
  expect(lifetimesOf('klikk', 'google-ads', 'doubleclick')).toEqual({
    NID: 'P6M',
    OTZ: 'P1M',
    SIDCC: 'P3M',
    HSID: 'P2Y',
    APISID: 'P2Y',
    SID: 'P2Y',
    '__Secure-3PAPISID': 'P2Y',
    '__Secure-3PSID': 'P2Y',
    '__Secure-APISID': 'P8M',
    '__Secure-HSID': 'P8M',
    '__Secure-SSID': 'P8M',
    '1P_JAR': 'P1W',
    SEARCH_SAMESITE: 'P5M',
    IDE: 'P1Y',
    RUL: 'P1Y',
    DSID: 'P2W',
    DV: 'PT7M',
  })
  expect(Object.keys(lifetimesOf('klikk', 'doubleclick'))).toEqual(['IDE', 'RUL'])
  expect(consentsOf('klikk', 'google-ads')).toEqual(new Set(['marketing']))
})

test('row K10: buttons of social networks are loaded after a yes and a click', () => {
  const { recipients } = compiledProfile('huddly').policy ?? {}
  for (const name of ['facebook', 'twitter', 'google-plus'])
    expect(recipients?.[name]?.browser, name).toMatchObject({ consent: 'social', onClick: true })
})

test('row K12: visits without cookies are counted by the server, over many and about nobody', () => {
  const { categories, storage, processings } = compiledProfile('klikk').policy ?? {}
  expect(categories?.['visit.count']).toMatchObject({ identifies: 'nobody', atLeastPeople: 10 })
  expect(Object.values(storage ?? {}).filter(({ holds }) => holds === 'visit.count')).toEqual([])
  expect(processings?.['visit-counts']?.basis.article).toBe('6-1-f')
})

test('row K14: local storage stands in the same table, and each network with its party', () => {
  const { storage } = compiledProfile('whereby').policy ?? {}
  expect(storage?.['CredentialsStorage']).toMatchObject({ store: 'local', class: 'essential' })
  const parties = new Set(Object.values(storage ?? {}).flatMap(({ party }) => party ?? []))
  expect([...parties].toSorted()).toEqual([
    'amplitude',
    'facebook',
    'google-ads',
    'google-analytics',
    'instagram',
    'linkedin',
    'stripe',
    'twitter',
    'youtube-ads',
  ])
})

test.for(['huddly', 'whereby', 'no-isolation', 'klikk'])(
  'rows C02 and K11: under %s whatever is not needed has a question of its own kind',
  (profile) => {
    const { storage = {}, consents = {} } = compiledProfile(profile).policy ?? {}
    const asked = Object.entries(storage).filter(([, { class: called = 'essential' }]) => called !== 'essential')
    expect(asked.length).toBeGreaterThan(0)
    for (const [name, { class: called, consent }] of asked) {
      expect(consents, name).toHaveProperty([consent ?? ''])
      if (called === 'statistical' || called === 'marketing') expect(consent, name).toBe(called)
    }
  },
)
