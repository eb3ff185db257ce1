import { expect, test } from 'vitest'
import { endingWithUs, lowPriority, runChild } from './child.ts'

test('gives lines, the exit code and the end of the output', async () => {
  const lines: string[] = []
  const script = 'for i in $(seq 1 30); do echo $i; done; echo bad >&2; exit 3'
  const result = await runChild(['sh', '-c', script], { onLine: (line) => lines.push(line) })
  expect(result.code).toBe(3)
  expect(lines.toSorted()).toEqual([...Array.from({ length: 30 }, (_, index) => String(index + 1)), 'bad'].toSorted())
  expect(result.tail).not.toContain('\n5\n')
})

test('a program that is not there is no accident', async () => {
  expect(await runChild(['no-such-program-anywhere'])).toEqual({ code: null, tail: '' })
})

test('ends the child when told to, and only then rejects', async () => {
  const stop = new AbortController()
  let pid = 0
  const running = runChild(endingWithUs(lowPriority(['sh', '-c', 'echo $$; nice; exec sleep 60'])), {
    signal: stop.signal,
    onLine: (line) => {
      if (pid === 0) pid = Number(line)
      else stop.abort(new Error(`nice ${line}`))
    },
  })
  await expect(running).rejects.toThrow('nice 19')
  expect(() => process.kill(pid, 0)).toThrow('ESRCH')
  await expect(runChild(['true'], { signal: stop.signal })).rejects.toThrow('nice 19')
})
