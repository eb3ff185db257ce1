import type { Group } from './group.ts'
import type { Rules } from './rules.ts'

/** What a host wants of the group's rules. */
export type RuleWish = { locked: boolean } | { host: string }

/** Keeps what is wanted until it is so, whoever's commit comes in between. */
export function createRuleWishes() {
  let wishes: { wish: RuleWish; done(became: boolean): void }[] = []
  const settle = (became: (wish: RuleWish) => boolean | null) => {
    wishes = wishes.filter(({ wish, done }) => {
      const result = became(wish)
      if (result !== null) done(result)
      return result === null
    })
  }
  return {
    add(wish: RuleWish): Promise<boolean> {
      // Of two about the lock the later counts.
      if ('locked' in wish) settle((other) => ('locked' in other ? false : null))
      return new Promise((done) => wishes.push({ wish, done }))
    },
    /** Answers those that are so by now, or can't be: one isn't a host. */
    review(group: Group): void {
      const own = group.members.find(({ leaf }) => leaf === group.ownLeaf)?.id ?? ''
      const isHost = group.hosts.includes(own)
      settle((wish) => (isSo(group.rules, wish) ? true : isHost ? null : false))
    },
    /** What the next rules have to say; null where nothing is wanted. */
    pending({ rules, members, ownLeaf }: Group): Partial<Omit<Rules, 'version'>> | null {
      if (wishes.length === 0) return null
      const change = { hosts: rules.hosts, locked: rules.locked }
      const own = members.flatMap(({ leaf, id }) => (leaf === ownLeaf ? [id] : []))
      for (const { wish } of wishes) {
        // Who stands in for the hosts would be none any more beside the one whom they made one.
        if ('host' in wish) change.hosts = [...change.hosts, ...own, wish.host]
        else change.locked = wish.locked
      }
      return change
    },
    refuse(): void {
      settle(() => false)
    },
  }
}

function isSo({ hosts, locked }: Rules, wish: RuleWish): boolean {
  return 'host' in wish ? hosts.includes(wish.host) : locked === wish.locked
}
