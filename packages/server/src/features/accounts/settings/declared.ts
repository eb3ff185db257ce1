import * as z from 'zod'
import type { RouteCatalogue } from '../../../platform/http/routes.ts'
import { accountCategory, codeCategory, keysCategory, sessionCategory } from '../tables.ts'
import { pictureRules } from './settings.ts'
import { digestCategory } from './tables.ts'

/** What a browser is asked about a passkey: as WebAuthn has it (level 3, §5.10.1). */
const Question = z.looseObject({ challenge: z.string() })
const Done = z.object({ done: z.literal(true) })

const own = {
  access: 'signed-in',
  reads: [accountCategory, keysCategory, sessionCategory],
  writes: [],
  answers: 'page',
  errors: [],
} as const
const link = { ...own, access: 'link' } as const
const fresh = true
const ownAccount = { ...own, writes: [accountCategory] } as const
const ownKeys = { ...own, writes: [keysCategory] } as const
const ownSessions = { ...own, writes: [sessionCategory] } as const
const all = { ...own, reads: [...own.reads, digestCategory, 'consent.record', 'staff.read'] } as const
const errors = ['sign-in.refused'] as const

/** The settings of an account. */
export const settingsRoutes = {
  'GET /account': own,
  'POST /account/profile': ownAccount,
  'GET /account/picture': { ...own, answers: 'file' },
  'POST /account/picture': { ...ownAccount, takesFile: pictureRules.most.bytes },
  'POST /account/picture/remove': ownAccount,
  // Whoever has the address of an account has the account.
  'GET /account/address': { ...own, fresh },
  'POST /account/address': {
    ...ownAccount,
    fresh,
    writes: [accountCategory, 'mail.address'],
    errors: ['form.too-many'],
  },
  'POST /account/address/code': {
    ...ownAccount,
    fresh,
    writes: [accountCategory, 'mail.address', 'subject.address'],
    errors: ['form.too-many'],
  },
  'GET /account/address/undo': link,
  'POST /account/address/undo': { ...link, writes: [accountCategory, sessionCategory, 'subject.address'] },
  // Whoever has the number of an account signs in with it.
  'GET /account/phone': { ...own, fresh },
  'POST /account/phone': { ...own, fresh, writes: [codeCategory], errors: ['form.too-many'] },
  'POST /account/phone/code': {
    ...ownAccount,
    fresh,
    reads: [...own.reads, codeCategory],
    writes: [accountCategory, codeCategory, 'mail.address'],
    errors: ['form.too-many'],
  },
  'POST /account/phone/remove': { ...ownAccount, fresh, writes: [accountCategory, 'mail.address'] },
  'GET /account/security': own,
  // A passkey outlives the session that added it.
  'POST /account/passkeys/ask': { ...own, fresh, writes: [codeCategory], answers: Question, errors },
  'POST /account/passkeys': { ...ownKeys, fresh, answers: Done, errors },
  'POST /account/passkeys/remove': { ...ownKeys, fresh },
  'POST /account/factor': { ...ownKeys, fresh },
  'POST /account/factor/confirm': { ...ownKeys, fresh },
  'POST /account/factor/remove': { ...ownKeys, fresh },
  'GET /account/devices': own,
  'POST /account/sessions/end': ownSessions,
  'POST /account/sessions/others': ownSessions,
  'GET /account/privacy': all,
  'POST /account/consents': { ...all, writes: [digestCategory, 'consent.record', 'mail.suppression'] },
  'GET /account/digest/stop': { ...link, reads: [digestCategory] },
  // Mail programs may send a form of several parts (RFC 8058 §3.2).
  'POST /account/digest/stop': {
    ...link,
    takesFile: 0,
    reads: [digestCategory],
    writes: [digestCategory, 'consent.record'],
  },
  'GET /account/keep': link,
  'POST /account/keep': link,
  'GET /account/export': { ...all, fresh },
  'POST /account/export': { ...all, fresh },
  'GET /account/delete': { ...all, fresh },
  'POST /account/delete': { ...all, fresh, writes: [accountCategory, keysCategory, sessionCategory] },
} as const satisfies RouteCatalogue
