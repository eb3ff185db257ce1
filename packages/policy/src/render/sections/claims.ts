import type { Claim } from '../../claim.ts'
import { anchorOf } from '../anchor.ts'
import type { Block, Line, Link } from '../document.ts'
import { dateInWords } from '../phrases.ts'
import { linkPart, list, type PageContext } from './page-context.ts'

/** What is claimed, each with the test that showed it in this build, or that none did. */
export function claims(context: PageContext): Block[] {
  return list(
    Object.entries(context.policy.claims ?? {}).map(([key, claim]) => ({
      id: anchorOf(`claims.${key}`),
      text: [
        `${claim.says[context.language]} `,
        ...limits(context, claim),
        '(',
        ...proof(context, claim),
        ')',
      ] satisfies Line,
    })),
  )
}

function limits(context: PageContext, { people, about = [] }: Claim): (string | Link)[] {
  const {
    say: { claim: say },
  } = context
  const named = about.map((name, index) => [index === 0 ? `${say.about} ` : ', ', linkToNamed(context, name)]).flat()
  return [
    ...(people === undefined ? [] : [`${say.people(people)}${named.length > 0 ? ', ' : ' '}`]),
    ...(named.length === 0 ? [] : [...named, ' ']),
  ]
}

/** A claim is about categories, recipients, ways of media or storage keys; whichever has the name. */
function linkToNamed(context: PageContext, name: string): string | Link {
  const { policy, language, say } = context
  const titled = (['categories', 'recipients'] as const).find((section) => Object.hasOwn(policy[section], name))
  if (titled !== undefined) return linkPart(context, `${titled}.${name}`, policy[titled][name]?.title[language] ?? name)
  const path = Object.hasOwn(policy.media ?? {}, name) ? policy.media?.[name] : undefined
  return path === undefined
    ? linkPart(context, `storage.${name}`, name)
    : linkPart(context, `media.${name}`, say.media.ways[path.way])
}

function proof({ proofs, language, say: { claim: say } }: PageContext, { kind }: Claim): (string | Link)[] {
  const found = proofs.get(kind)
  if (found === undefined) return [say.unproved]
  return [`${say.proved(dateInWords(found.provedAt, language))}: `, { text: found.test, href: found.link }]
}
