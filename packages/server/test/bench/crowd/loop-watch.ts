// Loaded before a server that is measured: tells, when it is asked, for how many milliseconds its thread was held at most,
// and how many of a processor it took, since it was asked before.
import { monitorEventLoopDelay } from 'node:perf_hooks'

const delay = monitorEventLoopDelay({ resolution: 2 })
delay.enable()
let before = process.cpuUsage()
process.on('message', () => {
  const { user, system } = process.cpuUsage(before)
  process.send?.({ held: delay.max / 1_000_000, worked: (user + system) / 1_000 })
  delay.reset()
  before = process.cpuUsage()
})
process.channel?.unref()
