import type { Guest } from './room.ts'

/** Makes the page believe that the browser reported a failed connection. */
export function reportFailure(guest: Guest, index = 0) {
  return guest.page.evaluate((which) => {
    const connection = window.harness.connections[which]
    if (!connection) throw new Error('No such connection')
    Object.defineProperty(connection, 'connectionState', { configurable: true, get: () => 'failed' })
    connection.dispatchEvent(new Event('connectionstatechange'))
    Reflect.deleteProperty(connection, 'connectionState')
  }, index)
}

/** The ICE user names that this side has said last, which change with each restart. */
export function iceUsernames(guest: Guest) {
  return guest.page.evaluate(() =>
    window.harness.connections.map((one) => one.localDescription?.sdp.match(/a=ice-ufrag:(.*)/)?.[1]),
  )
}

/** Whether no frame of this slot arrives within a third of a second. */
export async function stillFrames(guest: Guest, slot: string): Promise<boolean> {
  const count = async () =>
    (await guest.frames()).find((one) => one.direction === 'receive' && one.slot === slot)?.frames
  const before = await count()
  await guest.page.waitForTimeout(350)
  return (await count()) === before
}
