import { tests, typesOfPlanted } from '../checks.ts'
import type { Family, Mutation } from '../mutation.ts'

const planted = 'packages/server/src/features/lists/planted.ts'
const kinds = 'packages/server/src/features/lists/mail-kinds.ts'
const imports = `import type { NewMail } from '../../platform/mail/mailer.ts'
import type { listMailKinds } from './mail-kinds.ts'
`

/** Code that asks for a mail, and the compiler’s word for it. */
function code(name: string, text: string, expects: string): Mutation {
  return {
    name,
    change: (copy) => copy.write(planted, `${imports}${text}\n`),
    check: typesOfPlanted(planted),
    expects: new RegExp(`lists/planted\\.ts.*${expects}`),
  }
}

/** A change of a kind, and the test that compares all kinds with the policy. */
function kind(name: string, from: string, to: string): Mutation {
  return {
    name,
    change: (copy) => {
      const text = copy.read(kinds)
      if (!text.includes(from)) throw new Error(`${kinds} has no ${from}`)
      copy.write(kinds, text.replace(from, to))
    },
    check: tests('packages/server/src/app/mail-kinds.test.ts', 'every kind of mail is what the default policy says'),
    expects: /FAIL[\s\S]*mail\.kind\.mismatch|FAIL[\s\S]*reference\.broken/,
  }
}

const offer = "{ offer: { en: 'Buy it now.', nb: 'Kjøp den nå.', sv: 'Köp den nu.' } }"

export const mail: Family = {
  name: 'mail',
  mutations: [
    code(
      'a kind of mail',
      "export type Word = NewMail<typeof listMailKinds, 'visit.word'>",
      'error TS2344: .*visit\\.word',
    ),
    code(
      'marketing that nobody can unsubscribe from',
      "export const mail = (all: NewMail<typeof listMailKinds, 'newsletter'>): NewMail<typeof listMailKinds, 'newsletter'> => {\n  const { unsubscribe: _, ...rest } = all\n  return rest\n}",
      "error TS2375[\\s\\S]*'unsubscribe' is missing",
    ),
    kind('an advertisement in service mail', 'body: [', `body: [${offer}, `),
    kind('marketing sent as service mail', "basis: { consent: 'newsletter' }", "basis: 'service'"),
    kind('marketing on another consent', "basis: { consent: 'newsletter' }", "basis: { consent: 'waiting-list' }"),
    kind('mail for a purpose that it doesn’t serve', "purpose: 'newsletter'", "purpose: 'service-notice'"),
  ],
}
