import type { LocalMedia, LocalMediaView } from '@samtale/client'
import { CircleAlert } from 'lucide-react'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/Button.tsx'
import { Note } from '../../ui/Note.tsx'
import { deviceTroubles, type DeviceTroubleKind } from '../devices/device-troubles.ts'

/** Why camera or microphone are not there, what helps, and that one can join without. */
export function DeviceTrouble(props: { local: LocalMediaView; localMedia: LocalMedia }) {
  const texts = useTexts()
  const troubles = deviceTroubles(props.local)
  const retry = (device: DeviceTroubleKind) => {
    if (device !== 'camera') void props.localMedia.setMicrophone(true)
    if (device !== 'microphone') void props.localMedia.setCamera(true)
  }
  return (
    <div className="join-troubles" role="status">
      {troubles.map(({ device, problem }) => (
        <Note
          key={device}
          kind="attention"
          icon={<CircleAlert size={18} aria-hidden />}
          action={
            problem === 'unsupported' ? null : <Button onPress={() => retry(device)}>{texts.common.tryAgain}</Button>
          }
        >
          {texts.devices[device][problem]}
        </Note>
      ))}
      {troubles.length === 0 ? null : <p className="join-without">{texts.join.withoutDevices}</p>}
    </div>
  )
}
