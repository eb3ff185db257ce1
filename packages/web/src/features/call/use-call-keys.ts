import { useEffect, useEffectEvent } from 'react'
import type { Controls } from './bar/controls.ts'

/**
 * Single keys for what is done often. They rest while somebody writes or a dialog is open, and can be switched off
 * (WCAG 2.2, 2.1.4).
 */
export function useCallKeys(controls: Controls, toggleChat: () => void, isOn: boolean): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isBusy(event.target)) return
    const act = actionOf(event.key, controls, toggleChat)
    if (act === null) return
    event.preventDefault()
    act()
  })
  useEffect(() => {
    if (!isOn) return
    const listener = (event: KeyboardEvent) => press(event)
    addEventListener('keydown', listener)
    return () => removeEventListener('keydown', listener)
  }, [isOn])
}

/** What a key does, by the character it types. */
function actionOf(key: string, controls: Controls, toggleChat: () => void): (() => void) | null {
  switch (key.toLowerCase()) {
    case 'm':
      return controls.toggleMicrophone
    case 'v':
      return controls.toggleCamera
    case 'c':
      return toggleChat
    case 'h':
      return controls.toggleHand
    default:
      return null
  }
}

function isBusy(target: EventTarget | null): boolean {
  if (document.querySelector('[role=dialog]') !== null) return true
  return (
    target instanceof Element && target.closest('input, textarea, select, [contenteditable], [role=listbox]') !== null
  )
}
