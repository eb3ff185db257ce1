import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lineId } from '../parts/line-id.ts'
import { placeIn } from './place.ts'

test.each([
  ['', 'lines', null],
  ['#lines', 'lines', null],
  ['#R06', 'lines', 'R06'],
  ['#D11-2', 'lines', 'D11-2'],
  ['#said-claims.never-sold', 'lines', 'said-claims.never-sold'],
  ['#file', 'file', null],
  ['#line-120', 'file', 'line-120'],
  ['#page', 'page', null],
  ['#processings.newsletter', 'page', 'processings.newsletter'],
  ['#storage.ga_%2A', 'page', 'storage.ga_*'],
  // Rows about the law begin as lines do.
  ['#L01', 'lines', 'L01'],
] as const)('%s shows %s, at %s', (hash, view, id) => {
  expect(placeIn(hash)).toEqual({ view, id })
})

test('every line has its address, and any address is some place', () => {
  fc.assert(
    fc.property(fc.nat(), fc.string(), (line, text) => {
      expect(placeIn(`#${lineId(line)}`)).toEqual({ view: 'file', id: lineId(line) })
      expect(['lines', 'page', 'file']).toContain(placeIn(`#${text}`).view)
    }),
  )
})
