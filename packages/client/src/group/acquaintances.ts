import { shelfKey, type IdentityShelf, type KeptRoom } from './identity-shelf.ts'
import { createIdentityKeys, identityOf, type Identity, type IdentityKeys } from './identity.ts'

/** Of a person who keeps their key: it is the one known, or another one now. */
export type Verified = 'known' | 'changed'

/** Names kept of one room; the oldest go. */
const mostNames = 200

/**
 * One's own key, and those of people met in this room who keep theirs: in memory, and on the shelf where one's person
 * chose so. What was known when one came is what counts until one says otherwise, so that a warning stays.
 */
export class Acquaintances {
  readonly identity: Identity
  readonly #shelf: IdentityShelf
  readonly #key: string
  readonly #own: IdentityKeys
  #kept: KeptRoom | null
  /** No other page has this identity. */
  #claimed: boolean
  /** Who was known before this visit. */
  #known: KeptRoom['met']
  readonly #shown = new Map<string, string>()

  constructor(shelf: IdentityShelf, key: string, own: IdentityKeys, kept: KeptRoom | null) {
    this.#shelf = shelf
    this.#key = key
    this.#own = own
    this.#kept = kept
    this.#claimed = kept !== null
    this.#known = kept?.met ?? {}
    this.identity = identityOf(own)
  }

  /**
   * With the key kept for this room, or a new one: where the browser keeps none, and where another of its pages is in the
   * room with it, as two with one key would drive each other out.
   */
  static async open(shelf: IdentityShelf, room: string, tag: string | null): Promise<Acquaintances> {
    const key = await shelfKey(room, tag)
    const onShelf = await shelf.read(key).catch(() => null)
    const kept = onShelf && (await shelf.claim(key)) ? onShelf : null
    return new Acquaintances(shelf, key, kept?.own ?? (await createIdentityKeys()), kept)
  }

  get isKept(): boolean {
    return this.#kept !== null
  }

  /** @returns whether it is so now. */
  async remember(on: boolean): Promise<boolean> {
    if (!on) {
      await this.forget()
      return true
    }
    this.#claimed ||= await this.#shelf.claim(this.#key)
    return this.#claimed && this.#write(this.#kept ?? { own: this.#own, met: this.#known })
  }

  async forget(): Promise<void> {
    this.#kept = null
    this.#known = {}
    await this.#shelf.remove(this.#key)
  }

  /** What a member is called from now on: the name that is shown is the one that is judged. */
  calls(member: string, name: string): void {
    this.#shown.delete(member)
    this.#shown.set(member, name)
    for (const oldest of [...this.#shown.keys()].slice(0, -mostNames)) this.#shown.delete(oldest)
  }

  /** @param nameInLeaf counts until the member said another. */
  judge(nameInLeaf: string, member: string): Verified | null {
    const ids = idsOf(this.#known, this.#shown.get(member) ?? nameInLeaf)
    if (ids.length === 0) return null
    return ids.includes(member) ? 'known' : 'changed'
  }

  /**
   * Somebody who keeps their key: the first of a name is expected from now on, another one isn't. Where there is no room,
   * nobody is forgotten for it: else one who comes under many names would make others unknown.
   */
  async met(name: string, member: string): Promise<void> {
    if (!this.#kept || name === '' || idsOf(this.#kept.met, name).length > 0) return
    if (Object.keys(this.#kept.met).length < mostNames) await this.#note(name, member)
  }

  /** One has made sure that this is they. */
  async trust(nameInLeaf: string, member: string): Promise<void> {
    const name = this.#shown.get(member) ?? nameInLeaf
    this.#known = withId(this.#known, name, member)
    if (this.#kept) await this.#note(name, member)
  }

  async #note(name: string, member: string): Promise<void> {
    if (this.#kept) await this.#write({ ...this.#kept, met: withId(this.#kept.met, name, member) })
  }

  async #write(kept: KeptRoom): Promise<boolean> {
    const written = await this.#shelf.write(this.#key, kept).then(
      () => true,
      () => false,
    )
    if (written) this.#kept = kept
    return written
  }
}

function idsOf(met: KeptRoom['met'], name: string): readonly string[] {
  return (Object.hasOwn(met, name) ? met[name] : undefined) ?? []
}

function withId(met: KeptRoom['met'], name: string, member: string): KeptRoom['met'] {
  const others = Object.entries(met).filter(([other]) => other !== name)
  const ids = [...new Set([...idsOf(met, name), member])]
  return Object.fromEntries([...others, [name, ids] as const].slice(-mostNames))
}
