import type { Block, PolicyDocument } from '@samtale/policy'
import { memo } from 'react'
import { usePoliciesTexts } from '../texts/use-policies-texts.ts'
import { LineView } from './LineView.tsx'
import './rendered-policy.css'

type FactsBlock = Extract<Block, { kind: 'facts' }>
type TableBlock = Extract<Block, { kind: 'table' }>

/** The page that a policy makes. Whatever the policy says, it is text here: no markup of its own is taken over. */
export function RenderedPolicy(props: { page: PolicyDocument | undefined; hint: string }) {
  const texts = usePoliciesTexts().reading
  if (props.page === undefined) return <p className="beside-hint">{texts.noPage}</p>
  return (
    <div className="beside-scroll" role="region" tabIndex={0} aria-label={texts.regions.page}>
      <p className="beside-hint">{props.hint}</p>
      <PolicyArticle page={props.page} />
    </div>
  )
}

const PolicyArticle = memo(function PolicyArticle({ page }: { page: PolicyDocument }) {
  return (
    <article className="rendered" lang={page.language}>
      <h2 className="rendered-title">{page.title}</h2>
      {page.version === '' ? null : <p className="rendered-version">{page.version}</p>}
      <ol className="rendered-contents">
        {page.sections.map(({ id, heading }) => (
          <li key={id}>
            <a href={`#${encodeURIComponent(id)}`}>{heading}</a>
          </li>
        ))}
      </ol>
      {page.sections.map(({ id, heading, blocks }) => (
        <section key={id} id={id} className="rendered-section">
          <h3 className="rendered-heading">{heading}</h3>
          {blocks.map((block, index) => (
            <BlockView key={index} block={block} />
          ))}
        </section>
      ))}
    </article>
  )
})

function BlockView({ block }: { block: Block }) {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p id={block.id}>
          <LineView line={block.text} />
        </p>
      )
    case 'list':
      return (
        <ul id={block.id} className="rendered-list">
          {block.items.map(({ id, text }, index) => (
            <li key={index} id={id}>
              <LineView line={text} />
            </li>
          ))}
        </ul>
      )
    case 'facts':
      return <Facts id={block.id} facts={block.facts} />
    case 'entry':
      return (
        <details id={block.id} className="rendered-entry">
          <summary>
            <h4 className="rendered-name">{block.heading}</h4>
            <p>
              <LineView line={block.text} />
            </p>
          </summary>
          <Facts facts={block.facts} />
        </details>
      )
    case 'table':
      return <Table table={block} />
  }
}

function Facts({ id, facts }: { id?: string | undefined; facts: FactsBlock['facts'] }) {
  return (
    <dl id={id} className="rendered-facts">
      {facts.map((fact, index) => (
        <div key={index} id={fact.id}>
          <dt>{fact.term}</dt>
          <dd>
            <LineView line={fact.text} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Table({ table: { id, head, rows } }: { table: TableBlock }) {
  return (
    <table id={id} className="rendered-table">
      <thead>
        <tr>
          {head.map((cell, column) => (
            <th key={column} scope="col">
              {cell}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index} id={row.id}>
            {row.cells.map((cell, column) => (
              <td key={column} data-label={head[column]}>
                <LineView line={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
