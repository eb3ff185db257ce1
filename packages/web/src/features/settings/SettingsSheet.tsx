import type { LocalMedia, LocalMediaView } from '@samtale/client'
import type { ReactNode } from 'react'
import { useTexts } from '../../texts/use-texts.ts'
import { Sheet } from '../../ui/Sheet.tsx'
import { Switch } from '../../ui/Switch.tsx'
import { DeviceChoices } from '../devices/DeviceChoices.tsx'
import { LanguageSelect, ThemeSelect } from '../appearance/AppearanceSelects.tsx'
import './settings-sheet.css'

/** Choices that hold for this call only, and are kept nowhere. */
export interface CallPreferences {
  sounds: boolean
  shortcuts: boolean
}

export function SettingsSheet(props: {
  local: LocalMediaView
  localMedia: LocalMedia
  preferences: CallPreferences
  onPreferences: (preferences: CallPreferences) => void
  onClose: () => void
}) {
  const texts = useTexts().settings
  const { preferences, onPreferences } = props
  return (
    <Sheet title={texts.title} size="tall" onClose={props.onClose}>
      <div className="settings">
        <Part heading={texts.devices}>
          <DeviceChoices local={props.local} localMedia={props.localMedia} />
        </Part>
        <Part heading={texts.appearance}>
          <div className="settings-pair">
            <LanguageSelect />
            <ThemeSelect />
          </div>
          <Switch
            label={texts.sounds}
            isOn={preferences.sounds}
            onChange={(sounds) => onPreferences({ ...preferences, sounds })}
          />
        </Part>
        <Part heading={texts.shortcuts}>
          <Switch
            label={texts.shortcutsOn}
            hint={texts.shortcutsHint}
            isOn={preferences.shortcuts}
            onChange={(shortcuts) => onPreferences({ ...preferences, shortcuts })}
          />
          <dl className="settings-keys">
            {Object.entries(texts.keys).map(([key, meaning]) => (
              <div key={key} className="settings-key">
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{meaning}</dd>
              </div>
            ))}
          </dl>
        </Part>
      </div>
    </Sheet>
  )
}

function Part(props: { heading: string; children: ReactNode }) {
  return (
    <section className="settings-part">
      <h3 className="settings-heading">{props.heading}</h3>
      {props.children}
    </section>
  )
}
