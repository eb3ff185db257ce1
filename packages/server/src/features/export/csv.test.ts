import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvLine } from './csv.ts'
import { readCsv } from '../../../test/export/read-csv.ts'

test('every text comes back from a line as it was', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), (texts) => {
      expect(readCsv(csvLine(texts))).toEqual([texts])
    }),
  )
})

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', "'=1"])(
  'a spreadsheet takes %j for no formula',
  (text) => {
    expect(csvLine([text]).startsWith(`"'`)).toBe(true)
  },
)

test('numbers and answers are no texts, nothing is nothing, and what has parts is JSON', () => {
  expect(csvLine([-1, true, null, ['a"', 'b']])).toBe('-1,true,,"[""a\\"""",""b""]"\r\n')
})
