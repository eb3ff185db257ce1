import type { BrowserContext, Page } from '@playwright/test'

declare global {
  interface Window {
    relayed: RTCPeerConnection[]
  }
}

/** Before the app is loaded: its connections go by a relay only, as in a room that hides addresses, and are remembered. */
export async function byRelayOnly(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    window.relayed = []
    const Original = window.RTCPeerConnection
    window.RTCPeerConnection = class extends Original {
      constructor(settings?: RTCConfiguration) {
        super({ ...settings, iceTransportPolicy: 'relay' })
        window.relayed.push(this)
      }
    }
  })
}

/** What the payload types of a page's packets mean, which their descriptions say and a relay may guess. */
export async function codecsOf(pages: readonly Page[]): Promise<Map<number, string>> {
  const lists = await Promise.all(
    pages.map((page) =>
      page.evaluate(() =>
        window.relayed
          .flatMap((connection) => connection.getSenders())
          .flatMap((sender) => sender.getParameters().codecs)
          .map(({ payloadType, mimeType }) => [payloadType, mimeType] as const),
      ),
    ),
  )
  return new Map(lists.flat())
}
