import { Refusal, Slot, type RtpCapabilities, type RtpParameters, type TransportParameters } from '@samtale/protocol'
import type { types } from 'mediasoup-client'
import { connectionState, type ConnectionState } from './active-path.ts'
import type { FrameTransform } from './frame-transform.ts'
import { goesByOwnRelay, type IceKeeper } from './ice-keeper.ts'
import type { MediaSignalling } from './meeting-media.ts'
import { connectionSettings } from './peer-connection.ts'
import { createRecovery } from './recovery.ts'
import { Unattached } from './router-errors.ts'
import { watchSilence } from './silence.ts'

/** One making of the connection to the router: a transport to send and one to receive. */
export interface RouterSession {
  readonly device: types.Device
  readonly send: types.Transport
  readonly receive: types.Transport
  /** Of one transport; `connected` while it is not in use. */
  state(direction: 'send' | 'receive'): ConnectionState
  close(): void
}

export interface SessionEvents {
  onChange(): void
  /** Restarts don't help, or the server knows the transport no more. */
  onLost(): void
}

/**
 * What this browser and the router have in common.
 * @throws mediasoup-client's errors where the browser can't.
 */
export async function loadDevice(rtpCapabilities: RtpCapabilities): Promise<types.Device> {
  // Loaded when first needed: a meeting of up to four never does.
  const { Device } = await import('mediasoup-client')
  const device = new Device()
  await device.load({ routerRtpCapabilities: rtpCapabilities as types.RtpCapabilities })
  return device
}

/** @throws Refusal where the server gives no transports. */
export async function openRouterSession(
  device: types.Device,
  signalling: MediaSignalling,
  ice: IceKeeper,
  events: SessionEvents,
): Promise<RouterSession> {
  const [sending, receiving] = await Promise.all([
    signalling.request('transport.create', { direction: 'send' }),
    signalling.request('transport.create', { direction: 'receive' }),
  ])
  const send = watch(device.createSendTransport(transportOptions(sending, ice)), signalling, ice, events)
  const receive = watch(device.createRecvTransport(transportOptions(receiving, ice)), signalling, ice, events)
  publishBy(send.transport, signalling)
  const ends = { send, receive }
  return {
    device,
    send: send.transport,
    receive: receive.transport,
    state: (direction) => ends[direction].state(),
    close() {
      send.close()
      receive.close()
    },
  }
}

/**
 * Attaches a transform in the session.
 * @throws Unattached where that fails, after the session's end: mediasoup-client would go on with it.
 */
export function attachOrEnd(session: RouterSession, attach: () => FrameTransform): FrameTransform {
  try {
    return attach()
  } catch {
    session.close()
    throw new Unattached('the transform could not be attached')
  }
}

/** The server knows one's address as it is, so nothing is hidden from its router; a relay is a way to it nonetheless. */
function transportOptions(parameters: TransportParameters, ice: IceKeeper): types.TransportOptions {
  const { iceServers } = ice.configuration()
  const additionalSettings = connectionSettings({ iceServers, iceTransportPolicy: 'all' })
  // The same shapes; mediasoup-client's types leave no room for fields that are there and undefined.
  return { ...(parameters as types.TransportOptions), iceServers, additionalSettings }
}

function watch(transport: types.Transport, signalling: MediaSignalling, ice: IceKeeper, events: SessionEvents) {
  let before = false
  const transportId = transport.id

  async function restart() {
    try {
      const { iceParameters } = await signalling.request('transport.restart', { transportId })
      if (!transport.closed) await transport.restartIce({ iceParameters: iceParameters as types.IceParameters })
    } catch (error) {
      // Else the next restart may do better.
      if (error instanceof Refusal && error.code === 'transport.unknown') events.onLost()
    }
  }

  async function renewRelay() {
    if (transport.closed) return
    await transport.updateIceServers({ iceServers: ice.configuration().iceServers })
    if (transport.connectionState === 'connected' && (await goesByOwnRelay(transport))) await restart()
  }

  const forgetIce = ice.onRenewed(() => void renewRelay().catch(() => undefined))
  const silence = watchSilence(transport, () => {
    signalling.check()
    recovery.fellSilent()
  })
  const recovery = createRecovery({
    state: () => transport.connectionState,
    silent: () => silence.silent(),
    restart: () => void restart(),
    hopeless: events.onLost,
  })
  transport.on('connect', ({ dtlsParameters }, done, failed) => {
    signalling.request('transport.connect', { transportId, dtlsParameters }).then(done, failed)
  })
  transport.on('connectionstatechange', (state) => {
    before ||= state === 'connected'
    recovery.observe(state)
    events.onChange()
  })
  return {
    transport,
    state: () =>
      transport.connectionState === 'new' ? 'connected' : connectionState(transport.connectionState, before),
    close() {
      forgetIce()
      silence.stop()
      recovery.stop()
      transport.close()
    },
  }
}

function publishBy(transport: types.Transport, signalling: MediaSignalling) {
  transport.on('produce', ({ rtpParameters, appData }, done, failed) => {
    const slot = Slot.parse(appData['slot'])
    signalling
      .request('publish', { transportId: transport.id, slot, rtpParameters: rtpParameters as RtpParameters })
      .then(({ publicationId }) => done({ id: publicationId }), failed)
  })
}
