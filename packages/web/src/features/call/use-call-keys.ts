import { useEffect, useEffectEvent } from 'react'

/** What a key does, by the character it types. */
export type CallKeys = Readonly<Record<'m' | 'v' | 'c' | 'h', () => void>>

/**
 * Single keys for what is done often. They rest while somebody writes or a dialog is open, and can be switched off
 * (WCAG 2.2, 2.1.4).
 */
export function useCallKeys(keys: CallKeys, isOn: boolean): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isBusy(event.target)) return
    const key = event.key.toLowerCase()
    if (key === 'm' || key === 'v' || key === 'c' || key === 'h') {
      event.preventDefault()
      keys[key]()
    }
  })
  useEffect(() => {
    if (!isOn) return
    const listener = (event: KeyboardEvent) => press(event)
    addEventListener('keydown', listener)
    return () => removeEventListener('keydown', listener)
  }, [isOn])
}

function isBusy(target: EventTarget | null): boolean {
  if (document.querySelector('[role=dialog]') !== null) return true
  return (
    target instanceof Element && target.closest('input, textarea, select, [contenteditable], [role=listbox]') !== null
  )
}
