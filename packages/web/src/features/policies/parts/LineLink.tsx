import { use } from 'react'
import { usePoliciesTexts } from '../texts/use-policies-texts.ts'
import { FileLines } from './file-lines.ts'
import { lineId } from './line-id.ts'

/** Leads to a line of the policy's file: in the view of the file, or in the box that it is written in. */
export function LineLink({ line }: { line: number }) {
  const texts = usePoliciesTexts()
  const goTo = use(FileLines)
  if (goTo === null) return <a href={`#${lineId(line)}`}>{texts.finding.line(line)}</a>
  return (
    <button type="button" className="line-link" aria-label={texts.check.goTo(line)} onClick={() => goTo(line)}>
      {texts.finding.line(line)}
    </button>
  )
}
