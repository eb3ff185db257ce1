import '@fontsource-variable/inter/opsz.css'
import './ui/tokens.css'
import './ui/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { showFirstTheme } from './browser/theme.ts'
import { showFirstLanguage } from './texts/language.ts'

showFirstTheme()
await showFirstLanguage()

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no #root')
const inGallery = import.meta.env.DEV && location.pathname.startsWith('/gallery')
const Shown = inGallery ? (await import('./gallery/Gallery.tsx')).Gallery : App
createRoot(root).render(
  <StrictMode>
    <Shown />
  </StrictMode>,
)
