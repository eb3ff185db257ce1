import type { Family } from '../../mutation.ts'
import { without, type Attack } from './attack.ts'

const accounts = 'packages/server/src/features/accounts'
const attack = (title: string): Attack => [`${accounts}/sign-in/sign-in.test.ts`, title]
const another = (title: string): Attack => [`${accounts}/sign-in/ways.test.ts`, title]
const factor = (title: string): Attack => [`${accounts}/factors/factors.test.ts`, title]
const sessions = `${accounts}/sessions/sessions.ts`
const steps = `${accounts}/factors/step-routes.ts`
const stores = `${accounts}/factors/factor-store.ts`
const gate = `${accounts}/gate.ts`
const auth = `${accounts}/auth.ts`

const half = attack('with a second factor a code by mail alone opens nothing')
const operators = attack('who may change things for others doesn’t come in with a mail alone')
const inItsPlace = factor('who reads an operator’s mail puts no passkey in the place of theirs')

/** Sessions of others, and sessions with less than they need. */
export const sessionsAndFactors: Family = {
  name: 'attacks: sessions and second factors',
  mutations: [
    without('a session goes on beside the one that begins', attack('signing in gives a new session'), [
      `${accounts}/sign-in/come-in.ts`,
      'await endSession(accounts, request)\n  passCookies',
      'passCookies',
    ]),
    without(
      'a session keeps its token after the second factor',
      half,
      [
        sessions,
        '        token_index: seals.index(sessionCategory, token),\n        waiting: false,',
        '        waiting: false,',
      ],
      [
        sessions,
        'updated_at: now,\n      })\n      return cookieOf(token)',
        "updated_at: now,\n      })\n      return ''",
      ],
    ),
    without('scripts read the session’s cookie', attack('a code in a mail makes an account'), [
      'packages/server/src/platform/http/cookies.ts',
      "${name}=${value}; Path=/${lifetime}${mustBeSecure(name, secure) ? '; Secure' : ''}; HttpOnly;",
      "${name}=${value}; Path=/${lifetime}${mustBeSecure(name, secure) ? '; Secure' : ''};",
    ]),
    without('the session’s cookie goes with what other sites send', attack('a code in a mail makes an account'), [
      'packages/server/src/platform/http/cookies.ts',
      "${name}=${value}; Path=/${lifetime}${mustBeSecure(name, secure) ? '; Secure' : ''}; HttpOnly; SameSite=Lax",
      "${name}=${value}; Path=/${lifetime}${mustBeSecure(name, secure) ? '; Secure' : ''}; HttpOnly; SameSite=None",
    ]),
    without('sites beside ours set the session’s cookie', attack('a code in a mail makes an account'), [
      `${accounts}/personal-data.ts`,
      "'__Host-samtale.session'",
      "'samtale.session'",
    ]),
    without('somebody’s session is ended by others', attack('nobody ends a session or a passkey of somebody else'), [
      sessions,
      'return own.some(({ id }) => id === session) && store.end(session, clock.now())',
      'return own.length >= 0 && store.end(session, clock.now())',
    ]),
    without('who signs out stays signed in', attack('a session that is ended elsewhere is over at once'), [
      `${accounts}/sign-in/sign-in-routes.ts`,
      'await endSession(accounts, request)\n      return',
      'return',
    ]),
    without('other sessions are not ended', attack('a session that is ended elsewhere is over at once'), [
      sessions,
      'if (id !== except) await store.end(id, clock.now())',
      'if (id === null) await store.end(except, clock.now())',
    ]),
    without('a session lasts for ever', attack('a session that isn’t used ends, and none outlives thirty days'), [
      sessions,
      'clock.now().getTime() - session.createdAt.getTime() > oldestMs',
      'clock.now().getTime() - session.createdAt.getTime() > 100 * oldestMs',
    ]),
    without(
      'what can’t be undone takes no new sign-in',
      attack('who signed in long ago shows again that they are it'),
      [
        gate,
        "return asksFresh === true && !fresh ? '/sign-in' : null",
        "return asksFresh === true && !fresh && factors > 2 ? '/sign-in' : null",
      ],
    ),
    without('a session without its second factor opens the account', half, [
      gate,
      "if (who.waiting) return to('/sign-in/factor')\n",
      '',
    ]),
    without('a code by mail is enough where there is a second factor', half, [
      auth,
      "const waiting = way !== 'passkey' && (await options.asksForFactor(session.userId))",
      'const waiting = false',
    ]),
    without('who runs things needs no second factor', operators, [
      `${accounts}/accounts.ts`,
      '(await factor.isSetUp(account)) || (await isPrivileged(account))',
      'factor.isSetUp(account)',
    ]),
    without(
      'sessions from before a role go on without a second factor',
      another('who gets a role is asked for a second factor'),
      [
        `${accounts}/roles/roles.ts`,
        "if (role !== 'member') await askForFactor(account)",
        'if (role === null) await askForFactor(account)',
      ],
    ),
    without('a code of the app counts twice', half, [stores, ".where('last_step', '<', step)\n", '']),
    without('the code that set the app up counts again', half, [
      stores,
      '.set({ confirmed_at: at, last_step: step })',
      '.set({ confirmed_at: at })',
    ]),
    without(
      'a recovery code counts twice, though it is emptied and marked',
      attack('a recovery code lets in once'),
      [
        stores,
        ".set({ code_index: null })\n      .where('record_id', '=', account)\n      .where('used_at', 'is', null)",
        ".set({ used_at: null })\n      .where('record_id', '=', account)",
      ],
      [stores, ".set({ used_at: at })\n        .where('code_index', '=', code)", ".where('code_index', '=', code)"],
    ),
    without(
      'second factors are guessed as often as one likes',
      factor('a second factor is guessed five times at once'),
      [steps, 'if (!accounts.paces.factors.take(who.account)) return wrong(words.tooMany, 429)\n', ''],
    ),
    without('a first factor is added beside the one there is', inItsPlace, [
      steps,
      "if (await hasFactor(at)) return reply.redirect(inLanguage('/sign-in/factor', language, next), 303)\n",
      '',
    ]),
    without('a first factor is added long after the code', inItsPlace, [
      steps,
      'if (!who.fresh) return signInAgain(reply, at)\n      if (!accounts.paces',
      'if (!accounts.paces',
    ]),
    without('a passkey counts without being unlocked', factor('without being unlocked signs nobody in'), [
      auth,
      "if (!said.includes('\"userVerified\":true')) throw new APIError('UNAUTHORIZED')",
      '',
    ]),
    without('an answer for another site signs in', factor('for a page of another site signs nobody in'), [
      auth,
      'origin: publicUrl.origin,\n    authenticatorSelection',
      "origin: [publicUrl.origin, 'https://evil.example'],\n    authenticatorSelection",
    ]),
    without('a passkey’s answer counts twice', factor('what it answered counts once'), [
      `${accounts}/sign-in/code-store.ts`,
      '.set({ used_at: at, value: null })',
      '.set({ created_at: at })',
    ]),
    without('somebody’s passkey is taken away by others', factor('nobody takes it from somebody else'), [
      `${accounts}/factors/passkeys.ts`,
      'return own.some(({ id }) => id === passkey) && store.remove(passkey, clock.now())',
      'return own.length >= 0 && store.remove(passkey, clock.now())',
    ]),
  ],
}
