import type { LocalMediaView, MeetingView } from '@samtale/client'
import { useState } from 'react'
import type { RoomSession } from '../session/room-session.ts'
import { SettingsSheet, type CallPreferences } from '../settings/SettingsSheet.tsx'
import { KnowledgeSheet } from './path/KnowledgeSheet.tsx'
import { VerifySheet } from './verify/VerifySheet.tsx'

type SheetName = 'settings' | 'knowledge' | 'verify'

export interface Sheets {
  shown: SheetName | null
  open(sheet: SheetName): void
  close(): void
  preferences: CallPreferences
  setPreferences(preferences: CallPreferences): void
}

/** Which dialog lies over the call, and what is chosen in it for this call. */
export function useSheets(): Sheets {
  const [shown, setShown] = useState<SheetName | null>(null)
  const [preferences, setPreferences] = useState<CallPreferences>({ sounds: true, shortcuts: true })
  return { shown, open: setShown, close: () => setShown(null), preferences, setPreferences }
}

export function CallSheets(props: { sheets: Sheets; session: RoomSession; view: MeetingView; local: LocalMediaView }) {
  const { sheets, session } = props
  switch (sheets.shown) {
    case 'settings':
      return (
        <SettingsSheet
          local={props.local}
          localMedia={session.localMedia}
          preferences={sheets.preferences}
          onPreferences={sheets.setPreferences}
          onClose={sheets.close}
        />
      )
    case 'knowledge':
      return <KnowledgeSheet meeting={session.meeting} onClose={sheets.close} />
    case 'verify':
      return <VerifySheet view={props.view} meeting={session.meeting} onClose={sheets.close} />
    case null:
      return null
  }
}
