import { finding, type Finding } from '../finding.ts'

export interface PortFacts {
  port: number
  /** `ours`: a Samtale of this configuration answers there. */
  http: 'free' | 'ours' | 'taken'
  /** The ports that the media router would take, and whether one is held by a program that isn't ours. */
  media: { wanted: string; taken: readonly number[] }
}

export function checkPorts({ port, http, media }: PortFacts): Finding[] {
  const findings: Finding[] = []
  if (http === 'taken') findings.push(finding('ports.http-in-use', `Port ${port} is taken by another program`))
  if (media.taken.length > 0) findings.push(finding('ports.media-in-use', `Taken: ${media.taken.join(', ')}`))
  if (findings.length > 0) return findings
  const state = http === 'ours' ? 'is the running server’s' : 'is free'
  return [finding('ports.ok', `Web port ${port} ${state}; media ports: ${media.wanted}`)]
}
