import type { LocalMedia, LocalMediaView } from '@samtale/client'
import { Mic, MicOff, Video, VideoOff } from 'lucide-react'
import { useMemo } from 'react'
import { useTexts } from '../../texts/use-texts.ts'
import { LevelMeter } from '../../ui/LevelMeter.tsx'
import { RoundButton } from '../../ui/RoundButton.tsx'
import { OwnVideo } from '../devices/OwnVideo.tsx'
import './preview.css'

/** One's own picture as in a mirror, with both switches, and the microphone's level. */
export function Preview(props: { local: LocalMediaView; localMedia: LocalMedia }) {
  const texts = useTexts()
  const { local, localMedia } = props
  const { camera, microphone } = local
  const isEmpty = !camera.on || camera.track === null
  const level = useMemo(() => () => localMedia.level(), [localMedia])
  return (
    <div className="preview stage-colours" data-empty={isEmpty || undefined}>
      <OwnVideo track={camera.on ? camera.track : null} />
      {isEmpty ? (
        <p className="preview-words">
          {camera.starting
            ? microphone.starting
              ? texts.join.asking
              : texts.join.cameraStarting
            : texts.join.cameraOff}
        </p>
      ) : null}
      <div className="preview-bar">
        <RoundButton
          label={microphone.on ? texts.controls.mute : texts.controls.unmute}
          icon={microphone.on ? <Mic /> : <MicOff />}
          state={microphone.on ? 'on' : 'off'}
          onPress={() => void localMedia.setMicrophone(!microphone.on)}
        />
        <RoundButton
          label={camera.on ? texts.controls.cameraOff : texts.controls.cameraOn}
          icon={camera.on ? <Video /> : <VideoOff />}
          state={camera.on ? 'on' : 'off'}
          onPress={() => void localMedia.setCamera(!camera.on)}
        />
      </div>
      {microphone.on ? (
        <div className="preview-level">
          <LevelMeter label={texts.join.level} level={level} />
        </div>
      ) : null}
    </div>
  )
}
