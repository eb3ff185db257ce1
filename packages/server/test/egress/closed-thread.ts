// The same in a thread, which has a `net` of its own: the embedded database runs in one.
import net from 'node:net'
import { parentPort, workerData } from 'node:worker_threads'
import { closeThread } from '../../src/platform/egress/close-thread.ts'

closeThread([], () => {})
const { port } = workerData as { port: number }
net
  .connect(port, '127.0.0.1')
  .on('connect', () => parentPort?.postMessage('connected'))
  .on('error', (error) => parentPort?.postMessage('code' in error ? error.code : error.name))
