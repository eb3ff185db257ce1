import type { ClaimKind } from '../../packages/policy/src/claim.ts'

/** A test that proves a claim: its file, and its title or the beginning of it. */
export interface Proof {
  readonly file: string
  readonly title: string
}

const server = (file: string, title: string): Proof => ({ file: `packages/server/src/${file}`, title })
const ours = (title: string): Proof => ({ file: 'tools/checks/undeclared.test.ts', title })
const measured: Proof = { file: 'packages/policy/src/check/catalogue.test.ts', title: '$index finds $code at $at' }
const client = (file: string, title: string): Proof => ({ file: `packages/client/src/${file}`, title })
const byLaw = (title: string): Proof => ({ file: 'packages/policy/src/coverage/law.test.ts', title })

/** Which tests prove what a policy claims of the system. Every kind that our own profile claims is here. */
export const proofs: Partial<Readonly<Record<ClaimKind, readonly [Proof, ...Proof[]]>>> = {
  'not-recorded': [ours('claim not-recorded: media goes to the people of a call, and nobody keeps it')],
  'media-not-stored': [ours('claim media-not-stored: what carries media writes to no disk')],
  'end-to-end-encrypted': [
    client('sframe/frames.test.ts', 'without a key nothing is sent and nothing shown'),
    client('group/attacks.test.ts', 'a commit that adds without the link’s secret is refused'),
    client('group/attacks.test.ts', 'a server between two people of a bare-name room: their numbers differ'),
    { file: 'e2e/headless/group/lying-server.test.ts', title: 'a ghost put among the people is added by nobody' },
    { file: 'e2e/headless/group/lying-server.test.ts', title: 'no name crosses readable' },
  ],
  'encrypted-in-transit': [
    ours('claim encrypted-in-transit: media leaves by WebRTC alone, which is never without DTLS'),
    server(
      'platform/mail/smtp.test.ts',
      'nothing is sent where encryption isn’t offered or the certificate is not the server’s',
    ),
    server(
      'platform/http/cookie-border.test.ts',
      'a declared cookie has the attributes of its declaration, whatever was asked for',
    ),
  ],
  'guest-leaves-nothing': [
    server('app/personal-data.test.ts', 'a guest’s call writes nothing'),
    server(
      'platform/http/cookie-border.test.ts',
      'an undeclared cookie by %s is dropped, counted and told without its name',
    ),
    {
      file: 'packages/server/test/signalling/said.test.ts',
      title: 'T1 what passes between people is neither logged nor kept',
    },
  ],
  'addresses-cut': [
    server('platform/log.test.ts', 'whatever a field is given, the line has declared shapes only'),
    server('platform/log.test.ts', 'no field of any event takes something that names or follows a person'),
  ],
  'no-tracking': [
    server(
      'platform/http/content-security-policy.test.ts',
      'without recipients everything comes from here, nothing inline, and no text becomes code',
    ),
    server(
      'platform/http/cookie-border.test.ts',
      'an undeclared cookie by %s is dropped, counted and told without its name',
    ),
    measured,
  ],
  'no-profiling': [measured],
  'no-automated-decisions': [byLaw('row G08: no policy here decides by machine, and one that says so can’t')],
  'no-mail-tracking': [
    server('platform/mail/parts.test.ts', 'HTML fetches nothing and runs nothing, whatever the values are'),
  ],
  'never-sold': [measured, byLaw('row X10: a policy that says that nothing is sold can’t sell')],
  'purpose-enforced-by-database': [
    server(
      'platform/db/purposes.test.ts',
      'a category that none of its processings covers is denied, and the value is in no error',
    ),
    server(
      'platform/db/purposes.test.ts',
      'another purpose’s tables are denied, and so is a whole statement that touches one of them',
    ),
  ],
  'egress-closed': [server('platform/egress/egress.test.ts', '%s: %s')],
  'erasure-reaches-backups': [
    server(
      'platform/seals/seals.test.ts',
      'a record’s keys are destroyed together, a category’s key alone, and nobody else’s',
    ),
    server(
      'platform/seals/folder/residue.test.ts',
      'after a person is erased, their wrapped keys are nowhere in the folder, of any epoch',
    ),
    server(
      'platform/seals/epoch-keys.test.ts',
      'whenever the job looks at least daily, no copy of a destroyed key lives longer than what is told',
    ),
  ],
}
