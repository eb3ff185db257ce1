import { readdirSync, readFileSync } from 'node:fs'

/** The processes of a server's media router, fetched or built: children of whichever of its threads began them (proc(5)). */
export function mediaWorkersOf(server: number): number[] {
  return readdirSync(`/proc/${server}/task`)
    .flatMap((thread) => readFileSync(`/proc/${server}/task/${thread}/children`, 'utf8').split(' '))
    .filter((pid) => pid.trim() !== '' && /mediasoup|media-worker/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8')))
    .map(Number)
}
