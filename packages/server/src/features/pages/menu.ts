import type { Language } from '@samtale/policy'
import type { FastifyRequest } from 'fastify'
import { markup, type Markup } from './markup.ts'
import type { FooterLink, Place } from './layout.ts'
import { pageWords } from './words.ts'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

/** Somebody who is signed in, as far as every page has to know. */
export interface Person {
  readonly isOperator: boolean
  readonly theme: Theme
  readonly language: Language
}

export interface MenuLink extends FooterLink {
  /** Only who runs the installation sees it. */
  readonly forOperators?: true
}

/** What stands at the head of every page for who is signed in, and the way in for who isn't. */
export interface Menu {
  readonly links: readonly MenuLink[]
  readonly signIn: FooterLink
  /** Who is behind a request; null for a guest, of whom nothing is looked up. */
  personOf(request: FastifyRequest): Person | null
}

/** Where people who are signed in go, with the page that they are on marked; for others, the way to sign in. */
export function menuMarkup(menu: Menu, person: Person | null, { path, language }: Place): Markup {
  if (person === null) {
    const { href, label } = menu.signIn
    const here = path === href
    return markup`<nav class="menu" aria-label="${pageWords.menu[language]}"><ul><li><a href="${href}?lang=${language}" ${here && markup`aria-current="page"`}>${label[language]}</a></li></ul></nav>`
  }
  const links = menu.links.filter(({ forOperators = false }) => !forOperators || person.isOperator)
  const items = links.map(({ href, label }) => {
    const current =
      path === href ? markup`aria-current="page"` : path.startsWith(`${href}/`) && markup`aria-current="true"`
    return markup`<li><a href="${href}?lang=${language}" ${current}>${label[language]}</a></li>`
  })
  const out = markup`<li><form method="post" action="/sign-out?lang=${language}"><button type="submit" class="link">${pageWords.signOut[language]}</button></form></li>`
  return markup`<nav class="menu" aria-label="${pageWords.menu[language]}"><ul>${items}${out}</ul></nav>`
}
