import * as z from 'zod'

const base64url = z.string().regex(/^[\w-]{1,4096}$/)
const shared = {
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  clientExtensionResults: z.record(z.string(), z.unknown()),
}

/** What a browser answers with a passkey (WebAuthn level 3, §5.1, `AuthenticationResponseJSON`); more is dropped. */
export const SignInAnswer = z.object({
  ...shared,
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    // A passkey that was found without being named says whose it is (§6.3.3).
    userHandle: base64url,
  }),
})
export type SignInAnswer = z.infer<typeof SignInAnswer>

/** What it answers with a new one (`RegistrationResponseJSON`). */
export const NewPasskeyAnswer = z.object({
  ...shared,
  response: z.object({ clientDataJSON: base64url, attestationObject: base64url }),
})
export type NewPasskeyAnswer = z.infer<typeof NewPasskeyAnswer>
