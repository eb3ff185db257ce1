import { createHmac, timingSafeEqual } from 'node:crypto'
import { canonicalJson } from '@samtale/policy'
import * as z from 'zod'
import { readArchive, type Archive } from '../../platform/archive/read-archive.ts'
import { refusal, systemCode } from './refusals.ts'

/** The last part of a backup: without it the file isn't whole. */
export const manifestName = 'manifest.json'
/** The purpose of the installation's secret that backups are proved with. */
export const proofSecret = 'backups'

/** The time that a file is named after the manifest's. */
const instant = z.iso.datetime()
const part = z.strictObject({ name: z.string(), bytes: z.int().min(0), sha256: z.string() })
const common = { format: z.literal('samtale backup 1'), takenAt: instant, parts: z.array(part), proof: z.string() }

const dataManifest = z.strictObject({
  ...common,
  holds: z.literal('data'),
  engine: z.enum(['embedded', 'server']),
  /** Number of the last migration that the database has run. */
  migration: z.int().min(0),
  policyHash: z.string(),
  /** The last entry that the ledger had when the backup was begun. */
  ledger: z.strictObject({ number: z.int().positive(), hash: z.string() }).nullable(),
})

const keysManifest = z.strictObject({
  ...common,
  holds: z.literal('keys'),
  epoch: z.int().positive(),
  /** Until when it may lie anywhere: one epoch, after which keys that were destroyed could come back from it. */
  keepUntil: instant,
})

const Manifest = z.discriminatedUnion('holds', [dataManifest, keysManifest])

export type DataManifest = z.infer<typeof dataManifest>
export type KeysManifest = z.infer<typeof keysManifest>
export type Manifest = DataManifest | KeysManifest
type Unproved = Omit<DataManifest, 'proof'> | Omit<KeysManifest, 'proof'>

/** The text of a manifest, with its proof: an HMAC-SHA-256 under a secret of the installation, which no backup has. */
export function spellManifest(manifest: Unproved, secret: Buffer): string {
  return `${JSON.stringify({ ...manifest, proof: proofOf(manifest, secret) }, null, 2)}\n`
}

function proofOf(manifest: Unproved, secret: Buffer): string {
  return createHmac('sha256', secret).update(canonicalJson(manifest)).digest('base64url')
}

/** A backup whose parts are all there. */
export interface OpenBackup<Kind extends Manifest = Manifest> {
  readonly manifest: Kind
  readonly archive: Archive
}

/** Null where the file is no whole backup. Looks at nothing but names and sizes. */
export async function openBackup(file: string): Promise<OpenBackup | null> {
  const archive = await readArchive(file)
  if (archive === null || archive.names.at(-1) !== manifestName) return null
  const read = Manifest.safeParse(parseJson(await archive.text(manifestName)))
  if (!read.success) return null
  const names = read.data.parts.map(({ name }) => name)
  return [...names, manifestName].join('\n') === archive.names.join('\n') ? { manifest: read.data, archive } : null
}

/**
 * A backup that this installation made, every byte as it was written.
 * @throws CommandRefused `restore.damaged`, `restore.foreign`
 */
export async function openProved<Holds extends Manifest['holds']>(
  file: string,
  holds: Holds,
  secret: Buffer,
): Promise<OpenBackup<Extract<Manifest, { holds: Holds }>>> {
  const opened = await openBackup(file).catch((error: unknown) => {
    throw refusal('restore.damaged', `${file} can't be read (${systemCode(error) ?? 'no reason given'}).`)
  })
  if (opened === null || opened.manifest.holds !== holds) throw refusal('restore.damaged', `${file}:`)
  const { proof, ...rest } = opened.manifest
  const [found, expected] = [Buffer.from(proof, 'base64url'), Buffer.from(proofOf(rest, secret), 'base64url')]
  if (found.length !== expected.length || !timingSafeEqual(found, expected))
    throw refusal('restore.foreign', `${file}:`)
  for (const one of rest.parts)
    if (!(await opened.archive.isIntact(one))) throw refusal('restore.damaged', `${file}, ${one.name}:`)
  // What `holds` says was compared above; the compiler can't follow a union by a parameter.
  return opened as OpenBackup<Extract<Manifest, { holds: Holds }>>
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
