import type { SignedTokens } from '../platform/signed-token.ts'

/** What tokens of such links are for. */
export const keepPurpose = 'account.keep'

/** A link by which an account that wasn't used for long is kept: one press, and nobody has to sign in. */
export function keepLink({ tokens, publicUrl }: { readonly tokens: SignedTokens; readonly publicUrl: URL }) {
  return (account: string, until: Date): string =>
    new URL(`/account/keep?t=${tokens.sign(keepPurpose, [account], until)}`, publicUrl).href
}
