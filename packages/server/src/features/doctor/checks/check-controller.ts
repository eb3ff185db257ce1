import { finding, type Finding } from '../finding.ts'

/** Whether a start would find out who answers for personal data (GDPR article 13(1)(a)). */
export type ControllerFacts =
  { state: 'named'; name: string } | { state: 'not-needed' } | { state: 'missing' | 'unreadable'; reason: string }

export function checkController(facts: ControllerFacts): Finding {
  switch (facts.state) {
    case 'named':
      return finding('controller.ok', `${facts.name} is named`)
    case 'not-needed':
      return finding('controller.ok', 'Nobody is named, and only this machine can open the server')
    case 'missing':
      return finding('controller.missing', facts.reason)
    case 'unreadable':
      return finding('controller.unreadable', facts.reason)
  }
}
