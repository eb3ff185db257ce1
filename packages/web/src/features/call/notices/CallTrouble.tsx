import type { LocalMediaView } from '@samtale/client'
import { CircleAlert, X } from 'lucide-react'
import { useState } from 'react'
import { useTexts } from '../../../texts/use-texts.ts'
import { IconButton } from '../../../ui/IconButton.tsx'
import { deviceTroubles, type DeviceTrouble } from '../../devices/device-troubles.ts'

export interface Trouble {
  devices: readonly DeviceTrouble[]
  hasShareFailed: boolean
  shareFailed(): void
  dismiss(): void
}

/** What one's own devices could not do since the call began; what was known at the join page is not said again. */
export function useTrouble(local: LocalMediaView): Trouble {
  const now = deviceTroubles(local)
  const [known, setKnown] = useState(() => keyOf(now))
  const [hasShareFailed, setShareFailed] = useState(false)
  // Mended: the next trouble is news again, also if it is the same.
  if (now.length === 0 && known !== '') setKnown('')
  return {
    devices: keyOf(now) === known ? [] : now,
    hasShareFailed,
    shareFailed: () => setShareFailed(true),
    dismiss() {
      setKnown(keyOf(now))
      setShareFailed(false)
    },
  }
}

function keyOf(troubles: readonly DeviceTrouble[]): string {
  return troubles.map(({ device, problem }) => `${device} ${problem}`).join()
}

export function CallTrouble({ trouble }: { trouble: Trouble }) {
  const texts = useTexts()
  const sentences = trouble.devices.map(({ device, problem }) => texts.devices[device][problem])
  if (trouble.hasShareFailed) sentences.push(texts.call.shareFailed)
  if (sentences.length === 0) return null
  return (
    <div className="notice" role="alert">
      <CircleAlert size={18} aria-hidden />
      <p className="notice-text">{sentences.join(' ')}</p>
      <IconButton label={texts.common.close} icon={<X size={18} />} onPress={trouble.dismiss} />
    </div>
  )
}
