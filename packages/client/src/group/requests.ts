import type { GroupRequest } from '@samtale/protocol'
import type { FromGroupWorker, RequestAnswer, WorkerRequest } from './group-messages.ts'
import type { SayAnswer } from './outbox.ts'

/** After how long a request is sent again that the server couldn't take, in milliseconds. */
const laterMs = 500

/** The worker's requests to the server, which the page sends. */
export function createRequests(post: (message: FromGroupWorker) => void) {
  const waiting = new Map<number, (answer: RequestAnswer) => void>()
  let line = 0
  let last = 0
  const ask = (body: WorkerRequest) =>
    new Promise<RequestAnswer>((resolve) => {
      last += 1
      waiting.set(last, resolve)
      post({ type: 'request', request: last, line, body })
    })
  return {
    /** Requests from now on are for this connection. */
    on(next: number): void {
      line = next
    },
    answered(request: number, answer: RequestAnswer): void {
      waiting.get(request)?.(answer)
      waiting.delete(request)
    },
    /** @throws where no answer came. */
    async send(request: GroupRequest): Promise<'ok' | 'stale'> {
      const answer = await ask(request)
      if (answer === 'lost') throw new Error('no answer')
      if (answer === 'later') {
        await new Promise((resolve) => setTimeout(resolve, laterMs))
        return this.send(request)
      }
      return answer === 'stale' ? 'stale' : 'ok'
    },
    async say(message: string, to: string | null): Promise<SayAnswer> {
      const answer = await ask({ type: 'group.say', message, ...(to === null ? {} : { to }) })
      return answer === 'stale' ? 'later' : answer
    },
    close(): void {
      for (const resolve of waiting.values()) resolve('lost')
      waiting.clear()
    },
  }
}
