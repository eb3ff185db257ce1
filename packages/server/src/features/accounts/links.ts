import type { FooterLink } from '../pages/index.ts'
import { words } from './sign-in/words.ts'

/** The way in, on every page for who isn't signed in. */
export const signInLink: FooterLink = { href: '/sign-in', label: words.signIn }
