import type { Family } from '../../mutation.ts'
import { without, type Attack } from './attack.ts'

const accounts = 'packages/server/src/features/accounts'
const attack = (title: string): Attack => [`${accounts}/provider/provider.test.ts`, title]
const provider = `${accounts}/provider/provider.ts`
const signIn = `${accounts}/provider/provider-sign-in.ts`
const discovery = `${accounts}/provider/discovery.ts`
const back = attack('what came back counts once, in the browser that left')

/** Takes the provider’s answer as it comes: no signature, issuer, audience, nonce or time is looked at. */
const believing = `const believed = await way.attempt(async () => {
        const { token_endpoint: place = '' } = configuration.serverMetadata()
        const sent = { grant_type: 'authorization_code', code: query.get('code') ?? '', code_verifier: begun.verifier }
        const answer = await fetch(place, { method: 'POST', body: new URLSearchParams(sent) })
        const { id_token: token = '' } = (await answer.json()) as { id_token?: string }
        const told = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())
        const address = readIdentity(told.email, null)?.login
        return { as: 'person', person: { subject: JSON.stringify([told.iss, told.sub]), address } } as Answered
      })
      return { ...believed, next: begun.next }`

/** Who somebody is by another’s word. */
export const providers: Family = {
  name: 'attacks: identity providers',
  mutations: [
    ...[
      'signs with a key that it doesn’t show',
      'answers for another provider',
      'answers for another installation',
      'answers to another question',
      'answers with a token that is over',
    ].map((lie) =>
      without(`a provider is believed that ${lie}`, attack(lie), [
        provider,
        'const answered = await way.attempt(() => exchange(configuration, back, begun))\n      return { ...answered, next: begun.next }',
        believing,
      ]),
    ),
    without(
      'an address is taken that the provider doesn’t vouch for',
      attack('an address that the provider doesn’t vouch for'),
      [provider, 'email_verified: z.literal(true)', 'email_verified: z.unknown()'],
    ),
    without('what came back counts in any browser', back, [
      provider,
      'if (!isSame(begun.browser, hashOf(browser))) return null\n',
      '',
    ]),
    without('what came back counts for ever', back, [provider, " || row['expiresAt'] <= parts.clock.now()", '']),
    without('what came back counts as often as it comes', back, [
      provider,
      "return (await underWay.remove(String(row['id']))) ? { ...begun, state } : null",
      'return { ...begun, state }',
    ]),
    without(
      'a code goes to the provider without proof of who asked',
      attack('row D02: the provider is asked for what is declared'),
      [provider, "code_challenge_method: 'S256',\n", ''],
    ),
    without(
      'the provider opens whatever account it names',
      attack('a provider that says whose account it is opens nobody’s'),
      [
        signIn,
        'const link = randomText(43)\n',
        "const named = await findByLogin(parts, login)\n      if (named !== undefined) return { as: 'known', account: named.record_id }\n      const link = randomText(43)\n",
      ],
    ),
    without(
      'a code for one’s own account ties what waits for another’s',
      attack('a provider that says whose account it is opens nobody’s'),
      [signIn, 'waiting.login !== login || ', ''],
    ),
    without('who made an account beforehand keeps a way into it', attack('an account that somebody made beforehand'), [
      `${accounts}/adapter/user.ts`,
      'if (emailVerified === true && (await store.get(id))?.address_verified === false) await beginAnew(parts, id)\n',
      '',
    ]),
    without(
      'people are sent wherever the provider says',
      attack('people are sent to no host but the provider’s'),
      [
        discovery,
        'if (address === null || !isTheirs(address.host)) return false',
        'if (address === null || isTheirs.length > 9) return false',
      ],
      [
        discovery,
        "return address.protocol === 'https:' || ",
        "return address.protocol === 'https:' || address.host !== '' || ",
      ],
    ),
  ],
}
