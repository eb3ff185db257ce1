import { createContext } from 'react'

/** What follows a link to a line of the file: a place of one's own, or null for the fragment that leads to it. */
export const FileLines = createContext<((line: number) => void) | null>(null)
