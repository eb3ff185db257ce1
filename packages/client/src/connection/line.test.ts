import { limits } from '@samtale/protocol'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openLine } from './line.ts'

/** A socket whose other side says what the test has it say. */
class QuietSocket extends EventTarget {
  static readonly OPEN = 1
  static last: QuietSocket | null = null
  readonly readyState = QuietSocket.OPEN
  readonly sent: string[] = []

  constructor() {
    super()
    QuietSocket.last = this
  }

  send(text: string) {
    this.sent.push((JSON.parse(text) as { type: string }).type)
  }

  close() {}

  hear(message: object) {
    this.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(message) }))
  }
}

const lost = vi.fn<(code: string | null) => void>()
const skipped = vi.fn<(seq: number) => void>()
beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('WebSocket', QuietSocket)
  lost.mockClear()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function open() {
  const line = openLine('ws://localhost/ws', { opened: () => {}, event: () => {}, skipped, lost })
  const socket = QuietSocket.last ?? expect.fail('no socket')
  return { line, socket }
}

test('C3 who hears nothing asks, and takes a line for broken that gives no answer', () => {
  const { socket } = open()
  vi.advanceTimersByTime(limits.silenceMs)
  expect([socket.sent, lost.mock.calls]).toEqual([['ping'], []])
  vi.advanceTimersByTime(limits.silenceMs)
  expect(lost.mock.calls).toEqual([[null]])
})

test('C3 where an answer is late it is asked sooner', () => {
  const { line, socket } = open()
  line.request('leave', {}).catch(() => {})
  vi.advanceTimersByTime(1_000)
  expect(socket.sent).toEqual(['leave', 'ping'])
  vi.advanceTimersByTime(1_500)
  expect(lost.mock.calls).toEqual([[null]])
})

test('C3 a slow answer ends nothing while anything else is heard', () => {
  const { line, socket } = open()
  line.request('leave', {}).catch(() => {})
  for (let second = 0; second < 20; second += 1) {
    vi.advanceTimersByTime(1_000)
    socket.hear({ re: 999, ok: {} })
  }
  expect(lost.mock.calls).toEqual([])
})

test('C3 where the network is another it is asked at once', () => {
  const { line, socket } = open()
  line.check()
  expect(socket.sent).toEqual(['ping'])
  socket.hear({ re: 1, ok: {} })
  vi.advanceTimersByTime(1_500)
  expect(lost.mock.calls).toEqual([])
  line.check()
  vi.advanceTimersByTime(400)
  expect(lost.mock.calls).toEqual([[null]])
})

test('C3 a server whose answers take long is given longer', () => {
  const { line, socket } = open()
  line.request('leave', {}).catch(() => {})
  vi.advanceTimersByTime(300)
  socket.hear({ re: 1, ok: {} })
  line.check()
  vi.advanceTimersByTime(1_199)
  expect(lost.mock.calls).toEqual([])
  vi.advanceTimersByTime(1)
  expect(lost.mock.calls).toEqual([[null]])
})

test('why a line was closed is what the server said last, not what it said once', () => {
  const said = { re: null, error: { code: 'rate.exceeded' } }
  const close = () => Object.assign(new Event('close'), { reason: '' })
  const first = open()
  first.socket.hear(said)
  first.socket.dispatchEvent(close())
  const second = open()
  second.socket.hear(said)
  second.socket.hear({ re: 999, ok: {} })
  second.socket.dispatchEvent(close())
  expect(lost.mock.calls).toEqual([['rate.exceeded'], [null]])
})

test('C4 of an event that isn’t ours the number is told, so that it isn’t taken for lost', () => {
  skipped.mockClear()
  const { socket } = open()
  socket.hear({ type: 'of.tomorrow', seq: 7 })
  socket.hear({ type: 'server.draining', seq: 8, endsInSeconds: 'soon' })
  for (const none of [{ type: 'of.tomorrow' }, { seq: '9' }, { seq: 1.5 }, { re: 999, ok: {} }]) socket.hear(none)
  expect(skipped.mock.calls).toEqual([[7], [8]])
})
