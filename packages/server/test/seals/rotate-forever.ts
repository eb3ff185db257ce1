// Run by a test, which kills it: opens the key store of a folder and rotates until then.
import { systemClock } from '../../src/platform/clock.ts'
import { openSeals } from '../../src/platform/seals/open-seals.ts'

const [keysFolder = '', kekFile = ''] = process.argv.slice(2)
const seals = await openSeals({ keysFolder, kekFile, clock: systemClock })
process.stdout.write('rotating\n')
for (;;) {
  await seals.rotate({ force: true })
  const record = `r${(await seals.status()).epoch}`
  await seals.seal({ table: 'ticket', column: 'email', record, category: 'contact.email' }, 'text')
  await seals.destroyRecords([record])
}
