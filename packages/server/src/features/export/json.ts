import { aboutFacts } from './about.ts'
import type { Content } from './content.ts'
import { fateFacts } from './fates.ts'
import { Unreadable } from './unreadable.ts'

/** `data.json`, as `schema.json` describes it, piece by piece. */
export async function* jsonOf(content: Content): AsyncGenerator<string> {
  const { what, language, at, publication, about, policy, disclosures } = content
  const head = {
    format: 'samtale-export',
    version: 1,
    what,
    language,
    madeAt: at.toISOString(),
    policy: { version: publication.number, hash: publication.hash, profile: policy.edition?.profile ?? null },
    ...(what === 'everything' ? { about: aboutFacts(about, language) } : {}),
    ...(what === 'everything'
      ? { disclosures: disclosures.map(({ at: when, ...one }) => ({ ...one, at: when.toISOString() })) }
      : {}),
  }
  yield `${JSON.stringify(head, null, 1).slice(0, -2)},\n`
  if (what === 'everything') yield* listOf('records', fatePages(content))
  yield '"tables": {'
  const unreadable = new Unreadable()
  for (const [index, table] of content.tables.entries()) {
    yield index === 0 ? '\n' : ',\n'
    yield* listOf(table.name, content.rows(table, unreadable), '')
  }
  yield `\n},\n"unreadable": ${JSON.stringify(unreadable.list())}\n}\n`
}

async function* fatePages({ fates }: Content) {
  for await (const page of fates()) yield page.map(fateFacts)
}

/** A list under a name, one element a line. */
async function* listOf(
  name: string,
  pages: AsyncIterable<readonly unknown[]>,
  end: string = ',\n',
): AsyncGenerator<string> {
  yield `${JSON.stringify(name)}: [`
  let between = '\n'
  for await (const page of pages) {
    yield between + page.map((one) => JSON.stringify(one)).join(',\n')
    between = ',\n'
  }
  yield `\n]${end}`
}
