/** What the room's record says of somebody who comes, at this moment. */
export interface Entrance {
  /** Somebody's own, or an organisation's. */
  owned: boolean
  /** `knock`: every meeting begins locked. */
  door: 'link' | 'knock' | 'members'
  size: 'small' | 'large'
  endsAt: Date | null
  /** Nobody in the room learns another's network address. */
  hidesAddresses: boolean
  role: 'host' | 'member' | 'guest'
  person: Person | null
}

/** Whom the server can know again: somebody signed in, or the page of a guest for as long as it is open. */
export interface Person {
  kind: 'account' | 'page'
  key: string
}

/** What meetings ask of the rooms. */
export interface Doorkeeper {
  /** @throws Refusal by rules N1 and N2 */
  entrance(asked: { room: string; tag: string | null; claim: string | null }): Promise<Entrance>
  /** Makes the room large, as this person; false where they, or the server, may not. */
  enlarge(room: string, person: Person | null): Promise<boolean>
  /** Two met in it, or somebody knocked and went away without an answer: numbers for its owner, and nothing of who. */
  used?(room: string, what: 'meeting' | 'missed-knock'): void
}

/** Every room belongs to who is in it. */
export const nobodysRooms: Doorkeeper = {
  entrance: async () => ({
    owned: false,
    door: 'link',
    size: 'large',
    endsAt: null,
    hidesAddresses: false,
    role: 'guest',
    person: null,
  }),
  enlarge: async () => false,
}
