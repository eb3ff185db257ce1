import { expect, test } from 'vitest'
import { checkAnnouncedAddress } from './checks/check-announced-address.ts'
import { checkBorders } from './checks/check-borders.ts'
import { checkClock } from './checks/check-clock.ts'
import { checkController } from './checks/check-controller.ts'
import { checkKeys, checkRestore } from './checks/check-keys.ts'
import { checkDatabase } from './checks/check-database.ts'
import { checkDisk } from './checks/check-disk.ts'
import { checkNode } from './checks/check-node.ts'
import { checkPorts } from './checks/check-ports.ts'
import { checkPublicUrl } from './checks/check-public-url.ts'
import { checkRelay } from './checks/check-relay.ts'
import { checkWorker } from './checks/check-worker.ts'
import { createBorderCounts } from '../../platform/border-counts.ts'
import { findingCodes } from './finding-codes.ts'
import type { Finding } from './finding.ts'
import { findingsAsJson, findingsAsText } from './print-findings.ts'

const here = new URL('http://localhost:3000')
const meet = new URL('https://meet.example.org')
const home = new URL('http://192.168.1.5:3000')
const own = ['192.168.1.5']
const gibibyte = 1_073_741_824
const noMedia = { wanted: 'any', taken: [] }
const day = 86_400_000
const now = new Date('2030-05-01T12:00:00Z')
const noRefusals = createBorderCounts().read()
const clock = { now, newestFile: now, isSynchronised: null }
const database = { state: 'open', where: 'here', applied: [1, 2], known: [1, 2] } as const
const keys = {
  file: { place: 'here', state: 'well' },
  epochDays: 3,
  kekDays: 14,
  shares: null,
  onNetwork: [],
  outlived: [],
} as const
const noWorker = { from: 'files', binary: 'none', detail: '', missingPackages: [] } as const

type RelayWay = NonNullable<Parameters<typeof checkRelay>[0]>['ways'][number]
const relayWay = (transport: RelayWay['transport'], reply: RelayWay['reply']): RelayWay => {
  return { url: `turn:${transport}.example`, transport, reply }
}

/** Each wrong condition that can be planted, and the code that must name it. */
const planted: readonly (readonly [string, Finding | readonly Finding[]])[] = [
  ['relay.none', checkRelay(null)],
  ['relay.ok', checkRelay({ ways: [relayWay('udp', 'lets-in'), relayWay('tls', 'lets-in')] })],
  ['relay.no-tls', checkRelay({ ways: [relayWay('udp', 'lets-in')] })],
  ['relay.silent', checkRelay({ ways: [relayWay('udp', 'silent'), relayWay('tls', 'lets-in')] })],
  ['relay.certificate', checkRelay({ ways: [relayWay('udp', 'lets-in'), relayWay('tls', 'certificate')] })],
  ['relay.refuses', checkRelay({ ways: [relayWay('tcp', 'refuses')] })],
  ['node.ok', checkNode('24.21.0')],
  ['node.old', checkNode('20.20.2')],

  ['keys.ok', checkKeys(keys)],
  ['keys.ok', checkKeys({ ...keys, file: { place: 'here', state: 'none' }, epochDays: null })],
  ['keys.ok', checkKeys({ ...keys, epochDays: 15 })],
  ['keys.file-exposed', checkKeys({ ...keys, file: { place: 'here', state: 'exposed' } })],
  ['keys.file-damaged', checkKeys({ ...keys, file: { place: 'here', state: 'unreadable' } })],
  ['keys.overdue', checkKeys({ ...keys, epochDays: 15.1 })],
  ['keys.beside-database', checkKeys({ ...keys, shares: 'server' })],
  ['keys.on-network', checkKeys({ ...keys, onNetwork: ['here'] })],
  ['keys.copy-outlived', checkKeys({ ...keys, outlived: ['here'] })],
  ['restore.waits', checkRestore({ code: 'restore.unfinished', message: 'Cut short.' })],

  ['database.ok', checkDatabase(database)],
  ['database.ok', checkDatabase({ state: 'served', isReady: true })],
  ['database.not-ready', checkDatabase({ state: 'served', isReady: false })],
  ['database.to-be-made', checkDatabase({ state: 'none', where: 'here' })],
  ['database.behind', checkDatabase({ ...database, applied: [1] })],
  ['database.ahead', checkDatabase({ ...database, applied: [1, 2, 3] })],
  ['database.in-use', checkDatabase({ state: 'in-use', where: 'here' })],
  ['database.damaged', checkDatabase({ state: 'damaged', where: 'here' })],
  ['database.folder-unwritable', checkDatabase({ state: 'unwritable', where: 'here' })],
  ['database.unreachable', checkDatabase({ state: 'unreachable', reason: 'no answer' })],

  ['worker.ok', checkWorker({ from: 'server', router: 'ready', detail: '' })],
  ['worker.ok', checkWorker({ ...noWorker, binary: 'runs', detail: '/cache/worker' })],
  ['worker.pending', checkWorker({ from: 'server', router: 'pending', detail: 'Compiling' })],
  ['worker.unavailable', checkWorker({ from: 'server', router: 'unavailable', detail: 'worker.build-failed' })],
  ['worker.to-be-made', checkWorker(noWorker)],
  ['worker.packages-missing', checkWorker({ ...noWorker, missingPackages: ['cmake', 'g++'] })],
  ['worker.broken', checkWorker({ ...noWorker, binary: 'broken', detail: 'not a worker' })],

  ['ports.ok', checkPorts({ port: 3000, http: 'free', media: noMedia })],
  ['ports.ok', checkPorts({ port: 3000, http: 'ours', media: noMedia })],
  ['ports.http-in-use', checkPorts({ port: 3000, http: 'taken', media: noMedia })],
  ['ports.media-in-use', checkPorts({ port: 3000, http: 'free', media: { wanted: '40000', taken: [40_000] } })],

  ['address.ok', checkAnnouncedAddress({ announced: null, publicUrl: here, own })],
  ['address.ok', checkAnnouncedAddress({ announced: null, publicUrl: meet, own: ['10.0.0.2', '198.51.100.7'] })],
  ['address.ok', checkAnnouncedAddress({ announced: '198.51.100.7', publicUrl: meet, own })],
  ['address.ok', checkAnnouncedAddress({ announced: 'media.example.org', publicUrl: meet, own })],
  ['address.ok', checkAnnouncedAddress({ announced: '192.168.1.5', publicUrl: home, own })],
  ['address.unreadable', checkAnnouncedAddress({ announced: '300.1.1.1', publicUrl: meet, own })],
  ['address.unreadable', checkAnnouncedAddress({ announced: 'two words', publicUrl: meet, own })],
  ['address.loopback', checkAnnouncedAddress({ announced: '127.0.0.1', publicUrl: meet, own })],
  ['address.loopback', checkAnnouncedAddress({ announced: '0.0.0.0', publicUrl: meet, own })],
  ['address.loopback', checkAnnouncedAddress({ announced: '::1', publicUrl: meet, own })],
  ['address.private', checkAnnouncedAddress({ announced: '192.168.1.5', publicUrl: meet, own })],
  ['address.private', checkAnnouncedAddress({ announced: '100.64.3.4', publicUrl: meet, own })],
  ['address.elsewhere', checkAnnouncedAddress({ announced: '192.168.1.6', publicUrl: home, own })],
  ['address.missing', checkAnnouncedAddress({ announced: null, publicUrl: meet, own })],
  ['address.missing', checkAnnouncedAddress({ announced: null, publicUrl: meet, own: [] })],

  ['url.ok', checkPublicUrl({ publicUrl: here, trustProxy: [] })],
  ['url.ok', checkPublicUrl({ publicUrl: meet, trustProxy: ['127.0.0.1'] })],
  ['url.insecure', checkPublicUrl({ publicUrl: home, trustProxy: [] })],
  ['url.path', checkPublicUrl({ publicUrl: new URL('https://example.org/meet'), trustProxy: ['127.0.0.1'] })],
  ['url.proxy-unnamed', checkPublicUrl({ publicUrl: meet, trustProxy: [] })],

  ['controller.ok', checkController({ state: 'not-needed' })],
  ['controller.ok', checkController({ state: 'named', name: 'Example Ltd' })],
  ['controller.missing', checkController({ state: 'missing', reason: 'Others can reach it' })],
  ['controller.unreadable', checkController({ state: 'unreadable', reason: 'no such file' })],

  ['borders.ok', checkBorders(null)],
  ['borders.ok', checkBorders({ refusals: noRefusals })],
  ['borders.red', checkBorders({ refusals: { ...noRefusals, 'egress.refused': 2 } })],
  ['clock.ok', checkClock(clock)],
  ['clock.ok', checkClock({ ...clock, newestFile: new Date(now.getTime() + day), isSynchronised: true })],
  ['clock.behind', checkClock({ ...clock, newestFile: new Date(now.getTime() + 2 * day) })],
  ['clock.unsynchronised', checkClock({ ...clock, isSynchronised: false })],

  ['disk.ok', checkDisk([{ folder: '/data', isWritable: true, freeBytes: gibibyte }])],
  ['disk.low', checkDisk([{ folder: '/data', isWritable: true, freeBytes: gibibyte - 1 }])],
  ['disk.full', checkDisk([{ folder: '/data', isWritable: true, freeBytes: gibibyte / 16 }])],
  ['disk.unwritable', checkDisk([{ folder: '/data', isWritable: false, freeBytes: gibibyte }])],
]

test.for(planted.map(([code, found], index) => ({ code, found, index })))('$index finds $code', ({ code, found }) => {
  const findings = [found].flat()
  expect(findings.map((one) => one.code)).toEqual([code])
  expect(findings.every(({ level, what, nextStep }) => what !== '' && (level === 'ok') === (nextStep === ''))).toBe(
    true,
  )
})

test('every code of the catalogue has a condition that leads to it', () => {
  expect(new Set(planted.map(([code]) => code))).toEqual(new Set(Object.keys(findingCodes)))
})

test('the packages that are missing stand in one exact line', () => {
  const { nextStep } = checkWorker({ ...noWorker, missingPackages: ['cmake', 'g++'] })
  expect(nextStep).toBe('Run: sudo apt-get install --yes cmake g++')
})

test('two things wrong with the address are two findings', () => {
  const publicUrl = new URL('http://meet.example.org/samtale')
  expect(checkPublicUrl({ publicUrl, trustProxy: [] }).map(({ code }) => code)).toEqual(['url.insecure', 'url.path'])
})

test('findings are printed one a line with the next step below', () => {
  const findings = [checkNode('24.21.0'), checkNode('20.20.2')]
  expect(findingsAsText(findings)).toBe(
    'ok    Node 24.21.0 [node.ok]\n' +
      'FAIL  Node 20.20.2; 24 is needed [node.old]\n' +
      `      ${findingCodes['node.old'].nextStep}\n\n` +
      '1 to mend, 0 to look at. docs/errors.md explains the codes.\n',
  )
  expect(findingsAsText([checkNode('24.21.0')])).toMatch(/\n\nAll is well\.\n$/)
  expect(JSON.parse(findingsAsJson(findings))).toEqual(findings)
})
