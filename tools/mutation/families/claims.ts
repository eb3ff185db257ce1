import type { ClaimKind } from '../../../packages/policy/src/claim.ts'
import { ownChecks, tests } from '../checks.ts'
import type { ProjectCopy } from '../copy.ts'
import type { Check, Family, Mutation } from '../mutation.ts'

/** What a claim rests on, taken away. */
export interface Removal extends Mutation {
  readonly claim: ClaimKind
}

const platform = 'packages/server/src/platform'
const measures = 'packages/policy/src/check/claims/claims.ts'

function removal(
  claim: ClaimKind,
  what: string,
  change: (copy: ProjectCopy) => void,
  check: Check,
  expects: RegExp,
): Removal {
  return { claim, name: `${claim}: ${what}`, change, check, expects }
}

const catalogue = tests('packages/policy/src/check/catalogue.test.ts')

/** A claim that is a promise of the policy rests on the compiler, which measures the policy by it. */
function unmeasured(claim: ClaimKind, why: string, test = catalogue): Removal {
  return removal(
    claim,
    'nobody measures the policy by it',
    (copy) => copy.replace(measures, `'${claim}': [['claim.contradicted', ${why}]]`, `'${claim}': []`),
    test,
    /FAIL[\s\S]*claim\.contradicted/,
  )
}

const router = `${platform}/media/mediasoup/router.ts`
const smtp = tests(`${platform}/mail/smtp.test.ts`, 'encryption')
const group = 'packages/client/src/group'
const frames = tests('packages/client/src/sframe/frames.test.ts')
const groupAttacks = tests(`${group}/attacks.test.ts`)
const seals = tests(`${platform}/seals/seals.test.ts`)

export const removals: readonly Removal[] = [
  removal(
    'not-recorded',
    'the router gives media to a program that keeps it',
    (copy) =>
      copy.append(
        router,
        'export const tap = (r: { createPlainTransport(o: object): unknown }) => r.createPlainTransport({})\n',
      ),
    ownChecks,
    /mediasoup\/router\.ts:\d+ \S*createPlainTransport: media goes to the people of a call/,
  ),
  removal(
    'not-recorded',
    'the page records',
    (copy) =>
      copy.append(
        'packages/client/src/media/local-media.ts',
        'export const record = (s: MediaStream) => new MediaRecorder(s)\n',
      ),
    ownChecks,
    /local-media\.ts:\d+ MediaRecorder: nothing is recorded/,
  ),
  removal(
    'media-not-stored',
    'what carries media writes to a disk',
    (copy) =>
      copy.append(
        router,
        "import { appendFileSync } from 'node:fs'\nexport const keep = (b: Buffer) => appendFileSync('/tmp/call', b)\n",
      ),
    ownChecks,
    /mediasoup\/router\.ts:\d+ import appendFileSync of fs: media is written to no disk/,
  ),
  removal(
    'end-to-end-encrypted',
    'without a key frames go as they are',
    (copy) =>
      copy.replace(
        'packages/client/src/sframe/frame-sealer.ts',
        "if (using === null) return withhold('no-key')",
        'if (using === null) return frame',
      ),
    frames,
    /FAIL[\s\S]*without a key nothing is sent/,
  ),
  removal(
    'end-to-end-encrypted',
    'who has not the link’s secret is let into the keys',
    (copy) =>
      copy.replace(
        `${group}/commit-checks.ts`,
        "return ours && (psks.length === 1 || (psks.length === 0 && !adds)) ? null : 'no-link-secret'",
        'return ours || adds ? null : null',
      ),
    groupAttacks,
    /FAIL[\s\S]*a commit that adds without the link’s secret is refused/,
  ),
  removal(
    'end-to-end-encrypted',
    'the safety number doesn’t depend on who is there',
    (copy) =>
      copy.replace(`${group}/safety-number.ts`, 'room, tag, [...members].sort()]))', 'room, tag, members.length]))'),
    groupAttacks,
    /FAIL[\s\S]*a server between two people of a bare-name room/,
  ),
  removal(
    'encrypted-in-transit',
    'media leaves without DTLS',
    (copy) => copy.replace(router, '#router.createWebRtcTransport({', "#router['createDirectTransport']({"),
    ownChecks,
    /mediasoup\/router\.ts:\d+ .*createDirectTransport: media goes to the people of a call/,
  ),
  removal(
    'encrypted-in-transit',
    'mail goes without encryption where none is offered',
    (copy) => copy.replace(`${platform}/mail/smtp.ts`, "requireTLS: security === 'starttls'", 'requireTLS: false'),
    smtp,
    /FAIL[\s\S]*nothing is sent where encryption/,
  ),
  removal(
    'encrypted-in-transit',
    'any certificate will do for mail',
    (copy) => copy.replace(`${platform}/mail/smtp.ts`, 'rejectUnauthorized: true', 'rejectUnauthorized: false'),
    smtp,
    /FAIL[\s\S]*nothing is sent where encryption/,
  ),
  removal(
    'guest-leaves-nothing',
    'a call is kept in the database',
    (copy) => {
      const place = 'packages/server/src/features/meetings/personal-data.ts'
      copy.write(place, copy.read(place).replace("held: 'memory'", "held: 'database'"))
    },
    tests('packages/server/src/app/personal-data.test.ts'),
    /FAIL.*a guest’s call writes nothing/,
  ),
  removal(
    'guest-leaves-nothing',
    'any cookie leaves the server',
    (copy) =>
      copy.replace(
        `${platform}/http/cookie-border.ts`,
        'redeclared(String(cookie), border.declared, border.secure)',
        'String(cookie)',
      ),
    tests(`${platform}/http/cookie-border.test.ts`),
    /FAIL.*an undeclared cookie by/,
  ),
  removal(
    'addresses-cut',
    'a field of the log takes any text',
    (copy) =>
      copy.replace(`${platform}/log.ts`, 'field !== undefined && fits(logFields[field], value)', 'field !== undefined'),
    tests(`${platform}/log.test.ts`),
    /FAIL.*whatever a field is given/,
  ),
  removal(
    'no-tracking',
    'pages may ask any host',
    (copy) =>
      copy.replace(`${platform}/http/content-security-policy.ts`, `'connect-src': ["'self'"]`, `'connect-src': ['*']`),
    tests(`${platform}/http/content-security-policy.test.ts`),
    /FAIL.*without recipients everything comes from here/,
  ),
  unmeasured('no-tracking', 'whyTracked'),
  unmeasured('no-profiling', 'whyProfiled'),
  unmeasured('no-automated-decisions', 'whyDecided', tests('packages/policy/src/coverage/law.test.ts', 'row G08')),
  unmeasured('never-sold', 'whySold'),
  removal(
    'no-mail-tracking',
    'a picture in each mail tells that it was opened',
    (copy) =>
      copy.replace(
        `${platform}/mail/render.ts`,
        '<div class="foot" style',
        '<img src="https://o.example/1"><div class="foot" style',
      ),
    tests(`${platform}/mail/parts.test.ts`),
    /FAIL.*HTML fetches nothing/,
  ),
  unmeasured('no-mail-tracking', 'whyMailWatched'),
  removal(
    'purpose-enforced-by-database',
    'every purpose may read every column of its tables',
    (copy) =>
      copy.replace(
        `${platform}/db/access/privileges.ts`,
        'SELECT: new Set([...access.select, ...keysAndTimes.map(({ name }) => name)])',
        'SELECT: new Set([...columns, ...keysAndTimes].map(({ name }) => name))',
      ),
    tests(`${platform}/db/purposes.test.ts`, 'embedded'),
    /FAIL.*a category that none of its processings covers is denied/,
  ),
  removal(
    'egress-closed',
    'sockets go where nobody is declared',
    (copy) =>
      copy.replace(
        `${platform}/egress/guard-sockets.ts`,
        "if ('refused' in verdict) return refuseSocket(socket, refuse(wayOf(options), verdict.refused))",
        "if ('refused' in verdict) return original(...given)",
      ),
    tests(`${platform}/egress/egress.test.ts`),
    /FAIL/,
  ),
  removal(
    'erasure-reaches-backups',
    'keys of erased records stay',
    (copy) =>
      copy.replace(
        `${platform}/seals/create-seals.ts`,
        'const destroyed = await store.destroyRecords(records, madeBefore)',
        'const destroyed = madeBefore === undefined ? records.length : 0',
      ),
    seals,
    /FAIL.*(keys are destroyed together|is swept)/,
  ),
  removal(
    'erasure-reaches-backups',
    'the key that backups were made under stays',
    (copy) =>
      copy.replace(`${platform}/seals/epoch-keys.ts`, 'return { ...keys, previous: null }', 'return { ...keys }'),
    tests(`${platform}/seals/epoch-keys.test.ts`),
    /FAIL/,
  ),
]

export const claims: Family = { name: 'claims of the policy page', mutations: removals }
