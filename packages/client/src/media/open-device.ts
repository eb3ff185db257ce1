import { problemOf } from './device-problems.ts'
import type { DeviceChoice, DeviceProblem } from './local-media.ts'

export type InputKind = 'audio' | 'video'

export type Opened = { track: MediaStreamTrack } | { problem: DeviceProblem }

/** Opens a microphone or camera; where the chosen one isn't there, the browser's own choice. Never rejects. */
export async function openDevice(
  kind: InputKind,
  constraints: MediaTrackConstraints,
  deviceId: string | null,
): Promise<Opened> {
  if (!navigator.mediaDevices) return { problem: 'unsupported' }
  if (deviceId === null) return open(kind, constraints)
  const chosen = await open(kind, { ...constraints, deviceId: { exact: deviceId } })
  return 'problem' in chosen && chosen.problem === 'missing' ? open(kind, constraints) : chosen
}

async function open(kind: InputKind, constraints: MediaTrackConstraints): Promise<Opened> {
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ [kind]: constraints })
    const track = stream.getTracks()[0]
    return track ? { track } : { problem: 'failed' }
  } catch (error) {
    return { problem: problemOf(error) }
  }
}

/** Devices of one kind that can be told apart; before permission browsers name none. */
export async function listDevices(kind: MediaDeviceKind): Promise<DeviceChoice[]> {
  try {
    const all = (await navigator.mediaDevices?.enumerateDevices()) ?? []
    return all
      .filter((one) => one.kind === kind && one.deviceId !== '')
      .map((one) => ({ id: one.deviceId, label: one.label }))
  } catch {
    return []
  }
}
