import type { HoldGround } from '@samtale/policy/grounds'

/**
 * Why an erasure may leave something (GDPR art. 17(3)), in the terms of DPV's extension `justifications`, version 2.0.
 * What the person wants kept (art. 18(1)(b), (c)) is no refusal.
 */
export const justifications: Readonly<Record<HoldGround, string | null>> = {
  '17-3-a': 'justifications:FreedomOfExpressionImpaired',
  '17-3-b': 'justifications:LegallyExempted',
  '17-3-c': 'justifications:PublicHealthCompromised',
  '17-3-d': 'justifications:PublicInterestArchivingImpaired',
  '17-3-e': 'justifications:LegalClaimDefenceImpaired',
  '18-1-b': null,
  '18-1-c': null,
}
