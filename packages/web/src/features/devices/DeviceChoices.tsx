import type { LocalMedia, LocalMediaView } from '@samtale/client'
import { Mic, Video, Volume2 } from 'lucide-react'
import { useTexts } from '../../texts/use-texts.ts'
import { Select } from '../../ui/Select.tsx'

/** Which microphone, camera and, where the browser lets the page choose, speaker. */
export function DeviceChoices(props: { local: LocalMediaView; localMedia: LocalMedia }) {
  const texts = useTexts().join
  const { local, localMedia } = props
  return (
    <>
      <Select
        label={texts.microphone}
        icon={<Mic size={18} aria-hidden />}
        placeholder={local.microphone.choices.length === 0 ? texts.noDevice : texts.systemDefault}
        choices={local.microphone.choices}
        chosen={local.microphone.chosenId}
        onChoose={(id) => void localMedia.chooseMicrophone(id)}
      />
      <Select
        label={texts.camera}
        icon={<Video size={18} aria-hidden />}
        placeholder={local.camera.choices.length === 0 ? texts.noDevice : texts.systemDefault}
        choices={local.camera.choices}
        chosen={local.camera.chosenId}
        onChoose={(id) => void localMedia.chooseCamera(id)}
      />
      {local.speakers.choices.length === 0 ? null : (
        <Select
          label={texts.speaker}
          icon={<Volume2 size={18} aria-hidden />}
          placeholder={texts.systemDefault}
          choices={local.speakers.choices}
          chosen={local.speakers.chosenId}
          onChoose={(id) => localMedia.chooseSpeaker(id)}
        />
      )}
    </>
  )
}
