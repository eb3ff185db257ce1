export { form, trapField, type Field, type Sent, type Wrong } from './form.ts'
export { alreadySafe, markup, type Markup } from './markup.ts'
export type { FooterLink, Page } from './layout.ts'
export { createPages, pageAssetRoutes, registerPageAssets, type Pages } from './pages.ts'
