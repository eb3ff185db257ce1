import * as z from 'zod'
import type { RouteCatalogue } from '../../../platform/http/routes.ts'
import { accountCategory, codeCategory, keysCategory, passwordCategory, sessionCategory } from '../tables.ts'

/** What a browser is asked about a passkey: as WebAuthn has it (level 3, §5.10.1, §5.10.2). */
const Question = z.looseObject({ challenge: z.string() })
const Done = z.object({ done: z.literal(true) })

const asked = { access: 'anyone', reads: [], writes: [], answers: 'page', errors: ['request.other-site'] } as const
const reads = [accountCategory, keysCategory, sessionCategory] as const
const codes = [codeCategory, 'mail.address', 'subject.address'] as const
const signing = { ...asked, writes: [...reads, codeCategory, 'subject.address'] } as const
const ofStep = { ...asked, reads, writes: [keysCategory, sessionCategory] } as const
const errors = ['request.other-site', 'sign-in.refused', 'form.too-many'] as const

const own = { ...asked, access: 'signed-in', fresh: true, reads: [...reads, passwordCategory] } as const

/** The pages of signing in and out. Who asks has not signed in yet, or is on the way. */
export const signInRoutes = {
  'GET /sign-in': asked,
  'POST /sign-in': { ...asked, writes: codes },
  'POST /sign-in/code': signing,
  'GET /sign-in/password': asked,
  'POST /sign-in/password': { ...signing, reads: [...reads, passwordCategory] },
  'POST /sign-in/provider': { ...asked, writes: [codeCategory] },
  'GET /sign-in/provider/back': { ...signing, reads, writes: [...signing.writes, ...codes] },
  'POST /sign-in/passkey/ask': { ...asked, writes: [codeCategory], answers: Question, errors },
  'POST /sign-in/passkey': { ...signing, answers: Done, errors },
  'GET /sign-in/factor': { ...asked, reads },
  'POST /sign-in/factor': ofStep,
  'POST /sign-in/factor/app': { ...ofStep, errors },
  'POST /sign-in/factor/app/confirm': { ...ofStep, errors },
  'POST /sign-in/factor/passkey/ask': { ...asked, reads, writes: [codeCategory], answers: Question, errors },
  'POST /sign-in/factor/passkey': { ...ofStep, errors },
  'GET /account/password': own,
  'POST /account/password': { ...own, writes: [passwordCategory, sessionCategory] },
  'POST /account/password/remove': { ...own, writes: [passwordCategory] },
  'GET /sign-out': asked,
  'POST /sign-out': { ...asked, writes: [sessionCategory] },
} as const satisfies RouteCatalogue
