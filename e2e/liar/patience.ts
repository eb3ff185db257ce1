import { expect as soon } from '../support/fixtures.ts'

/** Many lies are told in one call, on machines that do other things too. */
export const expect = soon.configure({ timeout: 60_000 })
