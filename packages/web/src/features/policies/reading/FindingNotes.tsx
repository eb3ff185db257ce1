import { TriangleAlert } from 'lucide-react'
import type { Finding } from '../judge/judgement.ts'
import { ExplanationFold } from '../parts/ExplanationFold.tsx'
import { LineLink } from '../parts/LineLink.tsx'
import { usePoliciesTexts } from '../texts/use-policies-texts.ts'
import './finding-notes.css'

const mostPlaces = 8

/** Findings of one line of a policy: each code once, with every place where it stands in the file. */
export function FindingNotes({ findings }: { findings: readonly Finding[] }) {
  const groups = [...Map.groupBy(findings, ({ code }) => code).values()]
  return groups.map((group) => <FindingNote key={group[0]?.code} findings={group} />)
}

function FindingNote({ findings }: { findings: readonly Finding[] }) {
  const texts = usePoliciesTexts()
  const [first] = findings
  if (first === undefined) return null
  const lines = [...new Set(findings.map(({ line }) => line))]
  return (
    <div className="finding" data-error={first.isError || undefined}>
      <p className="finding-wrong">
        {first.isError ? null : (
          <span className="finding-warning">
            <TriangleAlert size={16} aria-hidden />
            {texts.finding.warning}:{' '}
          </span>
        )}
        {texts.findings[first.code].wrong}
      </p>
      <p className="finding-where">
        <code>{first.code}</code>
        {lines.slice(0, mostPlaces).map((line) => (
          <LineLink key={line} line={line} />
        ))}
      </p>
      <ExplanationFold finding={first} />
    </div>
  )
}
