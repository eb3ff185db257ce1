import type { SaidSignal } from '@samtale/protocol'
import type { Guest } from './room.ts'

/** How what a page sends travels: of each connection's chosen pair, the own candidate's kind and the way to the relay. */
export function ways(guest: Guest): Promise<{ kind: string; by: string | null }[]> {
  return guest.page.evaluate(async () => {
    const reports = await Promise.all(window.harness.connections.map((connection) => connection.getStats()))
    return reports.flatMap((report) => {
      const stats = [...report.values()]
      const find = (id: string) => stats.find((one) => one.id === id)
      return stats
        .filter(({ type, selectedCandidatePairId }) => type === 'transport' && selectedCandidatePairId)
        .map(({ selectedCandidatePairId }) => find(find(selectedCandidatePairId).localCandidateId))
        .map(({ candidateType, relayProtocol }) => ({ kind: candidateType, by: relayProtocol ?? null }))
    })
  })
}

/** Kinds of candidates that a signal carries, on their own or in a description. */
export function candidateKinds(signal: SaidSignal): string[] {
  if (signal.kind === 'picture') return []
  const text = signal.kind === 'candidate' ? signal.candidate.candidate : signal.description.sdp
  return [...text.matchAll(/candidate:.* typ (\S+)/g)].map(([, kind]) => kind ?? '')
}
