import type { DeviceProblem, LocalMediaView } from '@samtale/client'

/** `both`: camera and microphone have the same trouble, which is then said once. */
export type DeviceTroubleKind = 'camera' | 'microphone' | 'both'

export interface DeviceTrouble {
  device: DeviceTroubleKind
  problem: DeviceProblem
}

export function deviceTroubles({ camera, microphone }: LocalMediaView): DeviceTrouble[] {
  if (camera.problem !== null && camera.problem === microphone.problem)
    return [{ device: 'both', problem: camera.problem }]
  const troubles: DeviceTrouble[] = []
  if (camera.problem !== null) troubles.push({ device: 'camera', problem: camera.problem })
  if (microphone.problem !== null) troubles.push({ device: 'microphone', problem: microphone.problem })
  return troubles
}
