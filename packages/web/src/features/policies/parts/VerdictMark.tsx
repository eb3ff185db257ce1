import { CircleCheck, CircleX, Hourglass, ShieldCheck, type LucideIcon } from 'lucide-react'
import type { VerdictKind } from '../judge/judgement.ts'
import { usePoliciesTexts } from '../texts/use-policies-texts.ts'
import './verdict-mark.css'

const icons: Record<VerdictKind, LucideIcon> = {
  refused: CircleX,
  waiting: Hourglass,
  enforced: ShieldCheck,
  stated: CircleCheck,
}

/** A verdict as word, icon and colour; `children` says it in other words, such as a count. */
export function VerdictMark(props: { kind: VerdictKind; children?: string }) {
  const texts = usePoliciesTexts()
  const Icon = icons[props.kind]
  return (
    <span className="verdict" data-verdict={props.kind}>
      <Icon size={16} aria-hidden />
      {props.children ?? texts.verdicts[props.kind]}
    </span>
  )
}
