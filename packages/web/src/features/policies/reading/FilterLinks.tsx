import type { MouseEvent } from 'react'
import { stepTo } from '../../../browser/navigation.ts'
import { verdicts, type Counts } from '../judge/judgement.ts'
import { VerdictMark } from '../parts/VerdictMark.tsx'
import { usePoliciesTexts } from '../texts/use-policies-texts.ts'
import { searchFor, type Filter } from './lines.ts'

/** Which verdicts to show: links, so that each has an address and Back undoes it. */
export function FilterLinks({ counts, filter }: { counts: Counts; filter: Filter }) {
  const texts = usePoliciesTexts()
  const choices: readonly Filter[] = ['all', ...verdicts.toReversed().filter((kind) => counts[kind] > 0)]
  return (
    <nav className="reading-filters" aria-label={texts.reading.filters}>
      {choices.map((choice) => (
        <FilterLink key={choice} choice={choice} isChosen={choice === filter}>
          {choice === 'all' ? (
            texts.reading.all
          ) : (
            <VerdictMark kind={choice}>{texts.counted[choice](counts[choice])}</VerdictMark>
          )}
        </FilterLink>
      ))}
    </nav>
  )
}

function FilterLink(props: { choice: Filter; isChosen: boolean; children: React.ReactNode }) {
  const address = `${location.pathname}${searchFor(props.choice)}`
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    stepTo(address)
  }
  return (
    <a href={address} className="reading-filter" aria-current={props.isChosen ? 'true' : undefined} onClick={follow}>
      {props.children}
    </a>
  )
}
