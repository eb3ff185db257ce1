import type { PolicyDocument } from '@samtale/policy'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shortenPage } from './shorten.ts'

const page = (sections: readonly number[]): PolicyDocument => {
  const [first = 1, ...rest] = sections
  const section = (blocks: number, index: number) => {
    const paragraph = { kind: 'paragraph', text: 'x' } as const
    return {
      id: `s${index}`,
      heading: 'x',
      blocks: [paragraph, ...Array.from({ length: blocks }, () => paragraph)] as const,
    }
  }
  return {
    language: 'en',
    title: 'x',
    version: 'x',
    sections: [section(first, 0), ...rest.map((n, i) => section(n, i + 1))],
  }
}
const blocksOf = ({ sections }: PolicyDocument) => sections.reduce((sum, { blocks }) => sum + blocks.length, 0)

test('a page is as it was, or no longer than is allowed, and never without a section', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20), { minLength: 1, maxLength: 8 }), fc.nat(60), (sections, most) => {
      const whole = page(sections)
      const short = shortenPage(whole, most)
      if (blocksOf(whole) <= most) expect(short).toBe(whole)
      else expect(blocksOf(short)).toBeLessThanOrEqual(Math.max(1, most))
    }),
  )
})

test('a list that is too long for the rest goes whole, and what follows is cut', () => {
  const items = Array.from({ length: 50 }, () => ({ text: 'x' }))
  const list = { kind: 'list', items: [{ text: 'x' }, ...items] } as const
  const whole = {
    ...page([0]),
    sections: [{ id: 's', heading: 'x', blocks: [{ kind: 'paragraph', text: 'x' }, list] as const }] as const,
  }
  expect(shortenPage(whole, 10).sections[0].blocks).toHaveLength(1)
})
