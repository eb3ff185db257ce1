import type { GroupPosition } from '@samtale/protocol'
import type { TestClient } from './test-client.ts'

/** A message of the group: to the server any text would do. */
export function sealed(text: string): string {
  return Buffer.from(`sealed ${text}`).toString('base64url')
}

export const door = 'd'.repeat(43)
export const handleOf = ({ me }: TestClient) => me.participantId.padStart(22, 'h')
export const keyPackageOf = ({ me }: TestClient) => sealed(`key package of ${me.participantId}`)

/** What the server sees of a group, made up: no key is in it. */
export class TestGroup {
  readonly groupId: string
  epoch = 0
  readonly members: TestClient[] = []

  constructor(groupId = 'g'.repeat(43)) {
    this.groupId = groupId
  }

  at(epoch = this.epoch, of = 'a'): GroupPosition {
    return { groupId: this.groupId, epoch, authenticator: `${of}${epoch}`.padStart(43, '0') }
  }

  standing(client: TestClient, epoch = this.epoch, of = 'a') {
    return { position: this.at(epoch, of), handle: handleOf(client), door }
  }

  async make(first: TestClient): Promise<void> {
    await first.request('group.wish', {})
    await first.event('group.make')
    await first.request('group.made', this.standing(first))
    this.members.push(first)
  }

  /** They wish, are told the door, and ask. */
  async ask(...clients: TestClient[]): Promise<void> {
    for (const client of clients) {
      await client.request('group.wish', {})
      await client.event('group.door')
      await client.request('group.ask', { keyPackage: keyPackageOf(client), door })
    }
  }

  commitOf(epoch = this.epoch, text = `commit of ${epoch}`, added: readonly TestClient[] = []) {
    return {
      groupId: this.groupId,
      epoch,
      commit: sealed(text),
      welcome: added.length > 0 ? sealed(`welcome to ${epoch + 1}`) : null,
      added: added.map((client) => ({ id: client.me.participantId, handle: handleOf(client) })),
    }
  }

  /** Asked and added by the first member, and everybody stands there. */
  async add(...clients: TestClient[]): Promise<void> {
    await this.ask(...clients)
    await this.members[0]?.request('group.commit', this.commitOf(this.epoch, undefined, clients))
    this.epoch += 1
    this.members.push(...clients)
    for (const member of this.members) await member.request('group.at', { position: this.at(), refused: false })
  }
}

/** The first makes a group and adds the others. */
export async function gather(first: TestClient, ...others: TestClient[]): Promise<TestGroup> {
  const group = new TestGroup()
  await group.make(first)
  if (others.length > 0) await group.add(...others)
  return group
}
