import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** A TCP proxy on loopback whose connections a test can cut, or freeze so that nothing passes and nothing is told. */
export async function startCuttingProxy(targetPort: number) {
  const sockets = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(targetPort, '127.0.0.1')
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => {
        sockets.delete(socket)
        ;(socket === near ? far : near).destroy()
      })
    }
    near.pipe(far)
    far.pipe(near)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    /** Ends every connection as a cut cable seen from both ends: a reset, no close frame. */
    cut: () => {
      for (const socket of [...sockets]) socket.resetAndDestroy()
    },
    /** From now on nothing passes, and nobody is told. */
    freeze: () => {
      for (const socket of sockets) {
        socket.unpipe()
        socket.pause()
      }
    },
    stop: () => {
      for (const socket of [...sockets]) socket.destroy()
      server.close()
    },
  }
}
