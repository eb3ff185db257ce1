import type { Family } from '../../mutation.ts'
import { without, type Attack } from './attack.ts'

const accounts = 'packages/server/src/features/accounts'
const attack = (title: string): Attack => [`${accounts}/sign-in/sign-in.test.ts`, title]
const another = (title: string): Attack => [`${accounts}/sign-in/ways.test.ts`, title]
const moved = (title: string): Attack => [`${accounts}/settings/address-changes.test.ts`, title]
const phoned = (title: string): Attack => [`${accounts}/phone/phones.test.ts`, title]
const auth = `${accounts}/auth.ts`
const signIn = `${accounts}/sign-in/sign-in.ts`
const routes = `${accounts}/sign-in/sign-in-routes.ts`
const codes = `${accounts}/sign-in/code-store.ts`

const guessing = attack('a code is tried three times, works once')
const spraying = another('a header that names another network gives no new tries')
const silent = attack('whoever asks for a code learns nothing about accounts')

/** Guessing codes and passwords, and finding out who has an account. */
export const guesses: Family = {
  name: 'attacks: guessing, and finding out who has an account',
  mutations: [
    without('a code is tried as often as one likes', guessing, [auth, 'allowedAttempts: 3', 'allowedAttempts: 9_999']),
    without('codes of an address are tried as often as one likes', guessing, [
      signIn,
      "if (!paces.tries.take(whose)) return { as: 'too-many' }\n      return unlessRestricted",
      'return unlessRestricted',
    ]),
    without('a code stays of use', attack('tried at the same moment, a code lets one in'), [
      codes,
      '.set({ used_at: at, value: null })',
      '.set({ created_at: at })',
    ]),
    without('a code never ends', another('a code that is over opens nothing'), [
      `${accounts}/adapter/verification.ts`,
      'expiresAt: expires_at,',
      'expiresAt: new Date(8.64e15),',
    ]),
    without('codes are kept as they are', another('who has the database and its keys has no code'), [
      auth,
      'storeOTP: { hash }',
      "storeOTP: 'plain'",
    ]),
    without(
      'codes are sent to an address as often as one likes',
      attack('codes are sent to one address only so often'),
      [signIn, 'if (!paces.codes.take(whose)) return false\n', ''],
    ),
    without('one network asks for codes of as many as it likes', spraying, [
      routes,
      'if (!accounts.paces.network.take(request.ip)) return again(words.tooMany, 429)\n',
      '',
    ]),
    without('whoever comes says from which network', spraying, [
      'packages/server/src/platform/http/http-server.ts',
      'trustProxy: options.trustProxy.length > 0 ? options.trustProxy : false',
      'trustProxy: true',
    ]),
    without(
      'one network tries codes of as many as it likes',
      another('codes of many are tried from one network only so often'),
      [
        routes,
        'if (!accounts.paces.network.take(request.ip)) return wrong(words.tooMany, 429)\n  const code',
        'const code',
      ],
    ),
    without('messages go to one number as often as one likes', another('messages cost money'), [
      signIn,
      'paces.sms.take(whose) && ',
      '',
    ]),
    without('one network has as many messages sent as it likes', another('messages cost money'), [
      signIn,
      'paces.smsOfNetwork.take(network) && ',
      '',
    ]),
    without(
      'passwords are tried as often as one likes',
      [`${accounts}/password/password.test.ts`, 'a password is tried fifteen times'],
      [signIn, "if (!paces.tries.take(whose)) return { as: 'too-many' }\n        // The same work", '// The same work'],
    ),
    without(
      'an address without an account is answered sooner',
      [`${accounts}/password/password.test.ts`, 'get the same answer, after the same work'],
      [
        signIn,
        'if (!(await passwords.check(account?.record_id ?? null, password)) || account === undefined)',
        'if (account === undefined || !(await passwords.check(account.record_id, password)))',
      ],
    ),
    without('no code is made for an address without an account', silent, [
      signIn,
      'await askForCode(auth, login, language)',
      'if ((await findByLogin(options, whose)) !== undefined) await askForCode(auth, login, language)',
    ]),
    without('an address without an account is told so', silent, [
      signIn,
      'await askForCode(auth, login, language)',
      'if ((await findByLogin(options, whose)) === undefined) return false\n    await askForCode(auth, login, language)',
    ]),
    without('a number without an account is told so', another('a number that has no account gets the same'), [
      signIn,
      'await askForCode(auth, login, language)',
      'if ((await findByLogin(options, whose)) === undefined) return false\n    await askForCode(auth, login, language)',
    ]),
    without(
      'an account that is locked away says so to everybody',
      another('an account that is locked away says so to who shows'),
      [
        signIn,
        'const headers = await signInWithCode(',
        "const own = await findByLogin(options, whose)\n        if (own === undefined && code === '000000') return { as: 'restricted' }\n        const headers = await signInWithCode(",
      ],
    ),
    without('letters that mail servers take for others make another account', another('the Kelvin sign'), [
      `${accounts}/sign-in/identity.ts`,
      '!z.email().safeParse(address).success || ',
      '',
    ]),
    without('a number comes in an address’s clothes', another('a phone number in the clothes of an address'), [
      `${accounts}/sign-in/identity.ts`,
      ' || isPhoneLogin(address.toLowerCase())',
      '',
    ]),
    without(
      'whether a new address has an account is told',
      moved('whether a new address has an account is told to nobody'),
      [
        `${accounts}/settings/address-changes.ts`,
        'const isTaken = (await accountStore(database).find(seals.index(category, reveal(after)))) !== undefined',
        'const isTaken = false',
      ],
    ),
    without(
      'a new address’s code is guessed as often as one likes',
      moved('a code for a new address is guessed five times'),
      [`${accounts}/settings/address-changes.ts`, 'if (!(await store.take(account, mostTries))) return false\n', ''],
    ),
    without(
      'a number is another account’s by its own code',
      phoned('whether a number has an account is told to nobody'),
      [
        `${accounts}/phone/phones.ts`,
        'const isTaken = (await accounts.findPhone(seals.index(category, phone))) !== undefined',
        'const isTaken = false',
      ],
    ),
    without('a number’s code is guessed as often as one likes', phoned('a code is for one number and one account'), [
      `${accounts}/phone/phones.ts`,
      'if (value.tries < mostTries)',
      'if (value.tries < 9_999)',
    ]),
    without('a number’s code never ends', phoned('a code is for one number and one account'), [
      `${accounts}/phone/phones.ts`,
      ' || kept.expires_at <= at',
      '',
    ]),
    without(
      'a number’s code is everybody’s, though it is bound to its account twice',
      phoned('a code is for one number and one account'),
      [
        `${accounts}/phone/phones.ts`,
        'seals.index(codeCategory, `phone ${account} ${phone}`)',
        'seals.index(codeCategory, `phone ${account.slice(0, 0)} ${phone}`)',
      ],
      [
        `${accounts}/phone/phones.ts`,
        '.update(`${account} ${phone} ${code}`)',
        '.update(`${account.slice(0, 0)} ${phone} ${code}`)',
      ],
    ),
  ],
}
