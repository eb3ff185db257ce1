import type { SaidChat, SaidSignal, SaidState, ServerEvent } from '@samtale/protocol'
import { Connection } from '../../../packages/client/src/connection/connection.ts'
import { GroupClient, type OpenGroupPort, type Safety } from '../../../packages/client/src/group/group-client.ts'
import { GroupDesk } from '../../../packages/client/src/group/group-desk.ts'
import type { GroupView } from '../../../packages/client/src/group/group-messages.ts'
import { emptyShelf, type IdentityShelf, type KeptRoom } from '../../../packages/client/src/group/identity-shelf.ts'
import { toBase64url } from '../../../packages/client/src/sealing/base64url.ts'
import { createEnvelopes } from '../../../packages/client/src/sealing/envelopes.ts'
import type { SendKey } from '../../../packages/client/src/sframe/frame-sealer.ts'
import type { KeyMessage } from '../../../packages/client/src/sframe/key-messages.ts'

export interface MemberOptions {
  name: string
  secret?: string | null
  room?: string
  shelf?: IdentityShelf
  how?: 'join' | 'knock'
}

/** Somebody's browser without a browser: the real connection and the real group, the worker in this thread. */
export class HeadlessMember {
  readonly name: string
  readonly connection: Connection
  readonly group: GroupClient
  readonly events: ServerEvent[] = []
  readonly chats: string[] = []
  readonly signals: { from: string | null; signal: SaidSignal }[] = []
  readonly states = new Map<string, SaidState>()
  readonly changes: string[] = []
  readonly keys: KeyMessage[] = []
  view: GroupView | null = null
  safety: Safety | null = null
  id = ''
  member = ''
  remembered = false
  workers = 0
  status = ''
  readonly #shelf: IdentityShelf
  #kill: () => void = () => undefined
  readonly #ports: MessagePort[] = []

  constructor(url: string, { name, secret = defaultSecret, room = 'kitchen', shelf = emptyShelf, how }: MemberOptions) {
    this.name = name
    this.#shelf = shelf
    const envelopes = createEnvelopes(room, secret)
    this.connection = new Connection({
      url,
      entryParams: async () => {
        const { tag } = await envelopes
        return { room, ...(tag === null ? {} : { tag }) }
      },
      knockParams: async () => ({
        state: await (await envelopes).seal('knocker', { name, member: await this.group.member() }),
      }),
      knocked: () => {},
      joined: ({ participantId }) => {
        this.group.joined(participantId, participantId === this.id)
        this.id = participantId
      },
      resumed: () => this.group.resumed(),
      event: (event) => {
        this.events.push(event)
        this.group.event(event)
      },
      status: (status) => {
        this.status = status.name
        if (status.name === 'closed' || status.name === 'refused') this.group.left()
      },
    })
    this.group = new GroupClient({
      room,
      secret,
      usesShelf: true,
      open: (take, failed) => this.#open(take, failed),
      connection: this.connection,
      changed: (view) => (this.view = view),
      safety: (safety) => (this.safety = safety),
      said: (member, participantId, said) => {
        if (said.kind === 'state') this.states.set(member, said.state)
        if (said.kind === 'chat') this.chats.push(said.chat.text)
        if (said.kind === 'signal') this.signals.push({ from: participantId, signal: said.signal })
      },
      came: ({ what, who, by }) => void this.changes.push(`${who.name} ${what} by ${by?.name ?? 'me'}`),
      remembered: (on) => (this.remembered = on),
      renewed: () => this.connectFrames(),
    })
    this.group.rename(name)
    this.group.setState(stateOf(name))
    this.connectFrames()
    void this.group.member().then((member) => (this.member = member))
    this.connection.start(how)
  }

  /** Another worker that frames pass through. */
  connectFrames(): void {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', ({ data }: MessageEvent<KeyMessage>) => void this.keys.push(data))
    port1.start()
    this.#ports.push(port1)
    this.group.connectFrames(port2)
  }

  chat(text: string): Promise<boolean> {
    const chat: SaidChat = { text, id: toBase64url(crypto.getRandomValues(new Uint8Array(16))) }
    return this.group.say({ kind: 'chat', chat }, null)
  }

  /** The others' names, as the group knows them. */
  get people(): string[] {
    return [...(this.view?.members.values() ?? [])].map(({ name }) => name).sort()
  }

  get sendKeys(): SendKey[] {
    return this.keys.flatMap((message) => (message.type === 'send-key' ? [message.key] : []))
  }

  /** The worker that holds the group dies. */
  killWorker(): void {
    this.#kill()
  }

  leave(): void {
    this.connection.close()
    this.group.close()
    for (const port of this.#ports) port.close()
  }

  #open(...[take, failed]: Parameters<OpenGroupPort>): ReturnType<OpenGroupPort> {
    this.workers += 1
    let over = false
    const desk = new GroupDesk({
      // As a worker's messages: copied, in order, a task later.
      post: (message) => setImmediate((copy) => over || take(copy), structuredClone(message)),
      shelf: this.#shelf,
      now: () => performance.now(),
    })
    const end = () => {
      over = true
      desk.close()
    }
    this.#kill = () => {
      end()
      failed()
    }
    return {
      post: (message, port) => setImmediate((copy) => over || desk.take(copy, port), structuredClone(message)),
      end,
    }
  }
}

const defaultSecret = 'AAECAwQFBgcICQoLDA0ODw'

export function stateOf(name: string) {
  return { name, microphone: true, camera: true, screen: false, hand: false }
}

/** What a browser keeps, over visits. `inUse` while another page has it. */
export function createMemoryShelf(): IdentityShelf & { inUse: boolean } {
  const rooms = new Map<string, KeptRoom>()
  const shelf = {
    inUse: false,
    read: async (room: string) => rooms.get(room) ?? null,
    write: async (room: string, kept: KeptRoom) => void rooms.set(room, kept),
    remove: async (room: string) => void rooms.delete(room),
    claim: async () => !shelf.inUse,
  }
  return shelf
}
