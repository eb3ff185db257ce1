import type { MeetingView } from '@samtale/client'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useDoorTexts } from '../../door/texts/use-door-texts.ts'
import { useTexts } from '../../../texts/use-texts.ts'
import { comingsBetween, type Names } from './comings.ts'
import { playSound } from './sounds.ts'

export interface PassingNotice {
  key: number
  text: string
}

const shownMs = 5_000
const mostShown = 3

/** Says who comes, leaves and raises a hand, and that one hosts from now on, for a few seconds each, with a sound where wanted. */
export function useComings({ others, self }: MeetingView, withSounds: boolean): PassingNotice[] {
  const texts = useTexts().call
  const { hosting } = useDoorTexts()
  const [notices, say] = usePassing()
  const before = useRef<{ names: Names; hands: ReadonlySet<string> } | null>(null)

  const compare = useEffectEvent(() => {
    const names: Names = new Map(others.map((person) => [person.id, person.name === '' ? texts.nameless : person.name]))
    const hands = new Set(others.filter((person) => person.hand).map((person) => person.id))
    const known = before.current
    before.current = { names, hands }
    // Who was there before oneself is seen, not announced.
    if (known === null) {
      if (withSounds) playSound('came')
      return
    }
    const { came, left } = comingsBetween(known.names, names)
    if (came.length > 0) say(texts.came(came))
    if (left.length > 0) say(texts.left(left))
    for (const id of hands)
      if (!known.hands.has(id) && known.names.has(id)) say(texts.raised(names.get(id) ?? texts.nameless))
    if (withSounds && came.length > 0) playSound('came')
    if (withSounds && left.length > 0) playSound('left')
  })
  useEffect(() => compare(), [others])

  const wasHost = useRef(self.role === 'host')
  const nameHost = useEffectEvent(() => {
    if (self.role === 'host' && !wasHost.current) say(hosting.youAreHost)
    wasHost.current = self.role === 'host'
  })
  useEffect(() => nameHost(), [self.role])
  return notices
}

function usePassing(): [PassingNotice[], (text: string) => void] {
  const [notices, setNotices] = useState<PassingNotice[]>([])
  const next = useRef(0)
  const timers = useRef(new Set<ReturnType<typeof setTimeout>>())
  useEffect(() => {
    const pending = timers.current
    return () => pending.forEach(clearTimeout)
  }, [])
  const say = (text: string) => {
    const key = next.current++
    setNotices((shown) => [...shown, { key, text }].slice(-mostShown))
    const timer = setTimeout(() => {
      timers.current.delete(timer)
      setNotices((shown) => shown.filter((notice) => notice.key !== key))
    }, shownMs)
    timers.current.add(timer)
  }
  return [notices, say]
}
