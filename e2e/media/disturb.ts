import type { Page } from '@playwright/test'

/** Ways to bring a page's transforms into disorder, before it is loaded. Nothing of this is in the product. */

declare global {
  interface Window {
    /** While true, `attachLate` is in force. */
    attachesLate: boolean
  }
}

/** Leaves the browser script transforms only, as others have them. */
export function scriptTransforms(page: Page): Promise<unknown> {
  return page.addInitScript(() => {
    Reflect.deleteProperty(RTCRtpSender.prototype, 'createEncodedStreams')
    Reflect.deleteProperty(RTCRtpReceiver.prototype, 'createEncodedStreams')
  })
}

/** Attaches senders' transforms some time after the page asked for it, in milliseconds; never at all where it is infinite. */
export async function attachLate(page: Page, lateMs: number): Promise<void> {
  await page.addInitScript(
    (afterMs) => {
      window.attachesLate = true
      const later = (act: () => unknown) => {
        if (afterMs !== null) setTimeout(act, afterMs)
      }
      const property = Object.getOwnPropertyDescriptor(RTCRtpSender.prototype, 'transform')
      Object.defineProperty(RTCRtpSender.prototype, 'transform', {
        ...property,
        set(this: RTCRtpSender, transform: RTCRtpScriptTransform | null) {
          const attach = () => property?.set?.call(this, transform)
          if (window.attachesLate) later(attach)
          else attach()
        },
      })
      const prototype: { createEncodedStreams?(): TransformStream } = RTCRtpSender.prototype as never
      const create = prototype.createEncodedStreams
      if (!create) return
      prototype.createEncodedStreams = function () {
        if (!window.attachesLate) return create.call(this)
        // Two ends that the browser's own are joined to later.
        const [toPage, fromPage] = [new TransformStream(), new TransformStream()]
        later(() => {
          const { readable, writable } = create.call(this)
          void readable.pipeTo(toPage.writable)
          void fromPage.readable.pipeTo(writable)
        })
        return { readable: toPage.readable, writable: fromPage.writable } as TransformStream
      }
      // JSON has no infinity.
    },
    Number.isFinite(lateMs) ? lateMs : null,
  )
}

/** Makes a page one that decodes whatever arrives, as a tap would: no transform is ever attached. */
export async function withoutTransforms(page: Page): Promise<void> {
  await scriptTransforms(page)
  await page.addInitScript(() => {
    for (const one of [RTCRtpSender, RTCRtpReceiver]) {
      Object.defineProperty(one.prototype, 'transform', { configurable: true, set() {} })
    }
  })
}

/** A worker that passes every frame on as it is: encryption off. */
export function passThrough(page: Pick<Page, 'route'>): Promise<unknown> {
  const script = `
    const counts = new Map()
    function pipe(id, readable, writable) {
      const count = { seen: 0, passed: 0 }
      counts.set(id, count)
      const counting = new TransformStream({ transform(frame, controller) {
        count.seen = count.passed += 1
        if (count.seen === 1) postMessage({ type: 'flow', id, flow: 'begun' })
        if (count.seen === 20) postMessage({ type: 'flow', id, flow: 'steady' })
        controller.enqueue(frame)
      } })
      readable.pipeThrough(counting).pipeTo(writable).catch(() => undefined)
    }
    onmessage = ({ data }) => {
      if (data.type === 'attach') pipe(data.id, data.readable, data.writable)
      if (data.type === 'count') postMessage({ type: 'counts', request: data.request, counts: [...counts] })
    }
    onrtctransform = ({ transformer }) => pipe(transformer.options.id, transformer.readable, transformer.writable)
    postMessage({ type: 'started' })
    postMessage({ type: 'sealing', epoch: 0 })`
  return page.route('**/frame-worker*', (route) => route.fulfill({ contentType: 'text/javascript', body: script }))
}
