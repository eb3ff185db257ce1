import type { PersonView } from '@samtale/client'
import { Ban, Ellipsis, Flag, Mic, MicOff, ShieldPlus, UserMinus, VideoOff } from 'lucide-react'
import type { DoorTexts } from '../../door/texts/en.ts'
import { useDoorTexts } from '../../door/texts/use-door-texts.ts'
import { Menu, type MenuEntry } from '../../../ui/Menu.tsx'
import type { Desk } from './desk.ts'

/** What can be done about somebody: everybody may report them, hosts may do the rest. The server decides. */
export function PersonMenu({ desk, person, name }: { desk: Desk; person: PersonView; name: string }) {
  const { hosting: texts, report } = useDoorTexts()
  const entries: MenuEntry[] = [
    ...(desk.isHost ? hostEntries(desk, person, name, texts) : []),
    {
      id: 'report',
      label: report.open,
      icon: <Flag size={18} aria-hidden />,
      act: () => desk.open({ name: 'report', about: name }),
    },
  ]
  return <Menu label={texts.options(name)} icon={<Ellipsis size={20} aria-hidden />} entries={entries} />
}

function hostEntries(
  { hosting, run, open }: Desk,
  { id, role, microphone, camera }: PersonView,
  name: string,
  texts: DoorTexts['hosting'],
): MenuEntry[] {
  const act = (deed: Parameters<typeof hosting.act>[0]) => () => void run(hosting.act(deed, id))
  const throwOut = (deed: 'remove' | 'block') => async () => {
    if (await run(hosting.act(deed, id)))
      open({ name: 'gone', how: deed === 'remove' ? 'removed' : 'blocked', person: name })
  }
  const icon = { size: 18, 'aria-hidden': true } as const
  const promote = { id: 'promote', label: texts.promote, icon: <ShieldPlus {...icon} />, act: act('promote') }
  return [
    ...(role === 'guest' ? [promote] : []),
    microphone
      ? { id: 'mute', label: texts.mute, icon: <MicOff {...icon} />, act: act('mute') }
      : { id: 'ask-unmute', label: texts.askUnmute, icon: <Mic {...icon} />, act: act('ask-unmute') },
    ...(camera
      ? [{ id: 'camera-off', label: texts.cameraOff, icon: <VideoOff {...icon} />, act: act('camera-off') }]
      : []),
    {
      id: 'remove',
      label: texts.remove,
      icon: <UserMinus {...icon} />,
      isDanger: true,
      act: () => void throwOut('remove')(),
    },
    { id: 'block', label: texts.block, icon: <Ban {...icon} />, isDanger: true, act: () => void throwOut('block')() },
  ]
}
