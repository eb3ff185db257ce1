import { expect, test } from 'vitest'
import { openDoorsInWords } from './open-doors.ts'

test('what is open is told as statements that can be run as they are, and nothing where all is closed', () => {
  expect(openDoorsInWords([])).toBeNull()
  const said = openDoorsInWords([
    {
      what: 'the language plpgsql',
      closedBy: 'revoke usage on language plpgsql from public; grant usage on language plpgsql to x',
    },
    { what: 'the view pg_stats', closedBy: 'revoke select on pg_catalog.pg_stats from public' },
  ])
  expect(said?.split('\n').slice(2)).toEqual([
    '  revoke usage on language plpgsql from public;',
    '  grant usage on language plpgsql to x;',
    '  revoke select on pg_catalog.pg_stats from public;',
  ])
})
