import type { Language } from '@samtale/policy'
import { ImageProblem } from '../../../platform/images/problems.ts'
import { remake, type RemakeOptions } from '../../../platform/images/remake.ts'
import { Personal, reveal } from '../../../platform/personal.ts'
import type { Theme } from '../../pages/index.ts'
import { accountStore } from '../account-store.ts'
import type { AccountParts } from '../parts.ts'
import { accountCategory as category, type Role } from '../tables.ts'
import { pictureStore } from './store.ts'

/** What a picture may be when it is sent, and what becomes of it. */
export const pictureRules = {
  kinds: ['jpeg', 'png', 'webp', 'gif'],
  most: { bytes: 10_000_000, width: 8_192, height: 8_192 },
  least: { width: 64, height: 64 },
  to: { width: 320, height: 320, fit: 'cover' },
} as const satisfies RemakeOptions

/** What somebody chose for their account. */
export interface Settings {
  readonly role: Role
  readonly theme: Theme
  readonly language: Language
  /** Changes with the picture; null where there is none. */
  readonly picture: string | null
}

/** What people set for their account: their name, their language, how pages look, a picture. */
export function createSettings(parts: AccountParts) {
  const { database, seals, clock } = parts
  const store = accountStore(database)
  const pictures = pictureStore(database)
  const nameCell = (record: string) => ({ table: 'account', column: 'name', record, category }) as const
  const pictureCell = (record: string) => ({ table: 'account_picture', column: 'picture', record, category }) as const
  return {
    /** Null where there is no such account. */
    of: async (account: string): Promise<Settings | null> => {
      const row = await store.get(account)
      if (row === undefined) return null
      const picture = await pictures.get(account)
      const { role, theme, language } = row
      const mark = picture === null || picture.picture === null ? null : picture.changed_at.getTime().toString(36)
      return { role, theme, language, picture: mark }
    },

    change: async (
      account: string,
      { name, language, theme }: { name: Personal<string>; language: Language; theme: Theme },
    ): Promise<void> => {
      const sealer = await seals.forSealing([account], [category])
      const text = reveal(name)
      await store.change(account, {
        name: text === '' ? null : sealer.seal(nameCell(account), text),
        language,
        theme,
        updated_at: clock.now(),
      })
    },

    /** Keeps a picture, made anew; null, or why it isn't taken. */
    setPicture: async (account: string, bytes: Uint8Array): Promise<ImageProblem | null> => {
      const made = await remake(bytes, pictureRules)
      if (made instanceof ImageProblem) return made
      const sealer = await seals.forSealing([account], [category])
      const sealed = sealer.seal(pictureCell(account), made.toString('base64'))
      await pictures.set(account, sealed, clock.now())
      return null
    },

    removePicture: (account: string): Promise<void> => pictures.set(account, null, clock.now()),

    /** WebP; null where there is none. */
    picture: async (account: string): Promise<Personal<Buffer> | null> => {
      const row = await pictures.get(account)
      if (row === null || row.picture === null) return null
      const opened = await seals.forOpening([account], [category])
      return new Personal(category, Buffer.from(reveal(opened.open(pictureCell(account), row.picture)), 'base64'))
    },
  }
}
