import { execFileSync, type ExecFileSyncOptions } from 'node:child_process'

/**
 * People in network namespaces of their own, each by a cable to one switch; the server is outside, on the switch. Needs
 * root, `ip` (iproute2) and `nft` (nftables). Cuts are dropped packets, since a cable that is pulled out tells the browser.
 */
const bridge = 'smtbench'
const quiet: ExecFileSyncOptions = { stdio: ['ignore', 'ignore', 'pipe'] }

export const serverAddress = '10.77.0.1'

function ip(...args: string[]): void {
  execFileSync('ip', args, quiet)
}

export interface House {
  readonly name: string
  address: string
  /** What is put before a command that is to run there. */
  readonly inside: readonly string[]
}

export function openNet(people: readonly string[]): House[] {
  closeNet(people)
  ip('link', 'add', bridge, 'type', 'bridge')
  ip('addr', 'add', `${serverAddress}/24`, 'dev', bridge)
  ip('link', 'set', bridge, 'up')
  return people.map((name, index) => {
    const house: House = { name, address: `10.77.0.${index + 11}`, inside: ['ip', 'netns', 'exec', space(name)] }
    ip('netns', 'add', space(name))
    ip('link', 'add', cable(name), 'type', 'veth', 'peer', 'name', 'eth0', 'netns', space(name))
    ip('link', 'set', cable(name), 'master', bridge, 'up')
    // Else a new address goes with the old one.
    within(house, 'sh', '-c', 'echo 1 > /proc/sys/net/ipv4/conf/eth0/promote_secondaries')
    within(house, 'ip', 'link', 'set', 'lo', 'up')
    within(house, 'ip', 'addr', 'add', `${house.address}/24`, 'dev', 'eth0')
    within(house, 'ip', 'link', 'set', 'eth0', 'up')
    within(house, 'ip', 'route', 'add', 'default', 'via', serverAddress)
    return house
  })
}

export function closeNet(people: readonly string[]): void {
  for (const name of people) attempt(() => ip('netns', 'del', space(name)))
  for (const name of people) attempt(() => ip('link', 'del', cable(name)))
  attempt(() => ip('link', 'del', bridge))
}

/** Drops what the rule names, both ways: `` everything, `udp`, `tcp`, or to and from an address by UDP. */
export function block(house: House, rule: '' | 'udp' | 'tcp' | { udpWith: string }): void {
  const matches =
    typeof rule === 'object'
      ? [`ip saddr ${rule.udpWith} meta l4proto udp`, `ip daddr ${rule.udpWith} meta l4proto udp`]
      : [
          rule === '' ? 'oifname "eth0"' : `oifname "eth0" meta l4proto ${rule}`,
          rule === '' ? 'iifname "eth0"' : `iifname "eth0" meta l4proto ${rule}`,
        ]
  within(house, 'nft', 'add table inet bench')
  for (const hook of ['input', 'output'])
    within(house, 'nft', `add chain inet bench ${hook} { type filter hook ${hook} priority 0 ; }`)
  for (const hook of ['input', 'output']) {
    const fitting =
      typeof rule === 'object' ? matches : matches.slice(hook === 'input' ? 1 : 0, hook === 'input' ? 2 : 1)
    for (const match of fitting) within(house, 'nft', `add rule inet bench ${hook} ${match} drop`)
  }
}

export function unblock(house: House): void {
  attempt(() => within(house, 'nft', 'delete table inet bench'))
}

/** Another address in place of the one there was, as when somebody walks from one network into another. */
export function move(house: House, address: string): void {
  within(house, 'ip', 'addr', 'add', `${address}/24`, 'dev', 'eth0')
  within(house, 'ip', 'addr', 'del', `${house.address}/24`, 'dev', 'eth0')
  within(house, 'ip', 'route', 'replace', 'default', 'via', serverAddress)
  house.address = address
}

/** To everything that runs there. */
export function signal({ name }: House, which: 'SIGSTOP' | 'SIGCONT'): void {
  const pids = execFileSync('ip', ['netns', 'pids', space(name)], { encoding: 'utf8' })
    .split('\n')
    .filter(Boolean)
  for (const pid of pids) process.kill(Number(pid), which)
}

function within(house: House, command: string, ...args: string[]): void {
  const [program = '', ...before] = house.inside
  execFileSync(program, [...before, command, ...args], quiet)
}

function space(name: string): string {
  return `smt-${name}`
}

function cable(name: string): string {
  return `smtc-${name}`
}

function attempt(action: () => void): void {
  try {
    action()
  } catch {
    // It wasn't there.
  }
}
