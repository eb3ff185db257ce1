import { expect, test } from 'vitest'
import { unmarkedLinks } from './links.ts'
import { found } from './plant.ts'

const place = 'packages/web/src/features/call/Links.tsx'
const says = `${place}:1 <a>: a link that leaves says so, by rel="external noreferrer"`

test.for([
  '<a href={address} target="_blank">x</a>',
  '<a href={address} target={where}>x</a>',
  '<a href={address} target="_blank" rel="noopener noreferrer">x</a>',
  '<a href={address} target="_blank" rel={rel}>x</a>',
  '<a href="https://stranger.example">x</a>',
  '<a href="//stranger.example" rel="external">x</a>',
])('%s is named', async (link) => {
  expect(await found(unmarkedLinks, { [place]: `export const a = () => ${link}\n` })).toEqual([says])
})

test.for([
  '<a href="/privacy">x</a>',
  '<a href={address}>x</a>',
  '<a href={address} target="_blank" rel="external noopener noreferrer">x</a>',
])('%s is let pass', async (link) => {
  expect(await found(unmarkedLinks, { [place]: `export const a = () => ${link}\n` })).toEqual([])
})
