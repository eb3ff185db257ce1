import { protocolVersion, subprotocol } from '@samtale/protocol'
import { signAsk } from '../../packages/client/src/group/ask.ts'
import { sealKeyPackage } from '../../packages/client/src/group/door.ts'
import { createRogue, type Rogue } from '../../packages/client/src/group/fake-rogue.ts'
import { deriveGroupLink, type GroupLink } from '../../packages/client/src/group/link.ts'
import { rulesExtension, signRules, type Rules } from '../../packages/client/src/group/rules.ts'
import { fromBase64url, toBase64url } from '../../packages/client/src/sealing/base64url.ts'
import type { Wire } from './wire.ts'

export interface AccompliceOptions {
  name: string
  room: string
  secret: string
}

/** A member who works with the server, with a program of her own that keeps to no rule of ours. */
export class Accomplice {
  readonly #socket: WebSocket
  readonly #rogue: Rogue
  readonly #link: GroupLink
  readonly #waiting = new Map<number, (answer: Wire) => void>()
  readonly #joined = Promise.withResolvers<void>()
  #last = 0
  #participantId = ''

  constructor(url: string, rogue: Rogue, link: GroupLink) {
    this.#rogue = rogue
    this.#link = link
    this.#socket = new WebSocket(url, subprotocol)
    this.#socket.addEventListener('message', ({ data }) => void this.#take(JSON.parse(String(data)) as Wire))
  }

  /** Resolves once she is in the group, as anybody with the link comes in. */
  static async come(url: string, { name, room, secret }: AccompliceOptions): Promise<Accomplice> {
    const link = await deriveGroupLink(room, secret)
    const accomplice = new Accomplice(url, await createRogue(name, link), link)
    await new Promise((resolve) => accomplice.#socket.addEventListener('open', resolve))
    const tag = link.tag === null ? {} : { tag: link.tag }
    const { ok } = await accomplice.#ask('join', { version: protocolVersion, room, ...tag })
    accomplice.#participantId = String((ok as Wire)['participantId'])
    await accomplice.#ask('group.wish', {})
    await accomplice.#joined.promise
    return accomplice
  }

  /** Commits rules of her own making, signed by herself. */
  async commitRules(change: Partial<Rules>): Promise<void> {
    const { groupContext } = this.#rogue.state
    const own = toBase64url(this.#rogue.identity.publicKey)
    const rules = { version: 1, hosts: [own], locked: true, ...change }
    const signed = await signRules(rules, groupContext.groupId, this.#rogue.identity)
    await this.commit([
      { proposalType: 'group_context_extensions', groupContextExtensions: { extensions: [rulesExtension(signed)] } },
    ])
  }

  /** Commits that somebody is added, without the link’s secret. */
  async commitStranger(name: string): Promise<void> {
    const stranger = await createRogue(name, this.#link)
    await this.commit([{ proposalType: 'add', add: { keyPackage: stranger.own.publicPackage } }])
  }

  async commit(proposals: Parameters<Rogue['commit']>[0]): Promise<void> {
    const { groupId, epoch } = this.#position()
    const { commit } = await this.#rogue.commit(proposals)
    await this.#ask('group.commit', { groupId, epoch, commit: toBase64url(commit), welcome: null, added: [] })
  }

  leave(): void {
    this.#socket.close(1000)
  }

  async #take(message: Wire): Promise<void> {
    if (typeof message['re'] === 'number') return this.#waiting.get(message['re'])?.(message)
    if (message['type'] === 'group.door') return this.#knock(String(message['door']))
    if (message['type'] !== 'group.welcome') return
    await this.#rogue.join(fromBase64url(String(message['welcome'])))
    await this.#ask('group.at', { position: this.#position(), refused: false })
    this.#joined.resolve()
  }

  async #knock(door: string): Promise<void> {
    const { identity, keyPackage, suite } = this.#rogue
    const ask = await signAsk(identity, this.#participantId, keyPackage)
    const sealed = await sealKeyPackage(this.#link, fromBase64url(door), ask, suite)
    await this.#ask('group.ask', { keyPackage: toBase64url(sealed), door })
  }

  #position() {
    const { groupContext, keySchedule } = this.#rogue.state
    return {
      groupId: toBase64url(groupContext.groupId),
      epoch: Number(groupContext.epoch),
      authenticator: toBase64url(keySchedule.epochAuthenticator),
    }
  }

  #ask(type: string, params: object): Promise<Wire> {
    this.#last += 1
    const id = this.#last
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve)
      this.#socket.send(JSON.stringify({ id, type, ...params }))
    })
  }
}
