import { forget, recall, remember } from './storage.ts'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

let current: Theme = 'system'
const listeners = new Set<() => void>()

/** Colours follow through `color-scheme` in `tokens.css`. */
export function showTheme(theme: Theme): void {
  current = theme
  if (theme === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
  for (const listener of listeners) listener()
}

/** What whoever is signed in chose for their account, which the server writes into the page; else what was kept here. */
export function showFirstTheme(): void {
  const kept = document.documentElement.dataset['accountTheme'] ?? recall('samtale.theme')
  showTheme(themes.find((theme) => theme === kept) ?? 'system')
}

/** The person's own choice: kept, unless it is to follow the device. */
export function chooseTheme(theme: Theme): void {
  if (theme === 'system') forget('samtale.theme')
  else remember('samtale.theme', theme)
  showTheme(theme)
}

export function currentTheme(): Theme {
  return current
}

export function subscribeToTheme(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
