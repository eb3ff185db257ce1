import { setTimeout as sleep } from 'node:timers/promises'
import { mediaWorkersOf } from '../../support/media-workers.ts'
import type { RunningServer } from '../../support/server.ts'
import { block, move, signal, unblock } from './net.ts'
import type { Watcher } from './watcher.ts'

/** What a case has to work with. */
export interface Scene {
  readonly ada: Watcher
  readonly bo: Watcher
  server: RunningServer
  restart(): Promise<void>
}

export interface Case {
  readonly name: string
  readonly goal: string
  /** Direct media are kept from connecting, so that the call is through the router before it begins. */
  readonly byRouter?: boolean
  /** Does it; gives the moment (Unix time in milliseconds) from which on the call could be well again. */
  disturb(scene: Scene, round: number): Promise<number>
  readonly settleMs: number
}

function killWorkers(server: number): void {
  const workers = mediaWorkersOf(server)
  if (workers.length === 0) throw new Error('The server has no worker')
  for (const pid of workers) process.kill(pid, 'SIGKILL')
}

function cut(milliseconds: number): Case {
  return {
    name: `cut of ${milliseconds / 1_000} s`,
    goal: '',
    settleMs: 20_000,
    disturb: async ({ bo }) => {
      block(bo.house, '')
      await sleep(milliseconds)
      unblock(bo.house)
      return Date.now()
    },
  }
}

/** What is done to one of them for a while, and then undone. */
function pause(
  name: string,
  milliseconds: number,
  begin: (bo: Watcher) => unknown,
  end: (bo: Watcher) => unknown,
): Case {
  return {
    name: `${name} ${milliseconds / 1_000} s`,
    goal: '',
    settleMs: 15_000,
    disturb: async ({ bo }) => {
      await begin(bo)
      await sleep(milliseconds)
      await end(bo)
      return Date.now()
    },
  }
}

function silentServer(milliseconds: number, settleMs: number): Case {
  return {
    name: `signalling dead for ${milliseconds / 1_000} s, media alive`,
    goal: 'no gap',
    settleMs,
    disturb: async ({ bo }) => {
      const from = Date.now()
      block(bo.house, 'tcp')
      await sleep(milliseconds)
      unblock(bo.house)
      return from
    },
  }
}

export const cases: readonly Case[] = [
  cut(200),
  cut(5_000),
  cut(30_000),
  silentServer(15_000, 8_000),
  silentServer(40_000, 15_000),
  pause(
    'tab frozen for',
    20_000,
    (bo) => bo.freeze(true),
    (bo) => bo.freeze(false),
  ),
  // The whole browser stops, as when a laptop sleeps.
  pause(
    'laptop asleep for',
    8_000,
    ({ house }) => signal(house, 'SIGSTOP'),
    ({ house }) => signal(house, 'SIGCONT'),
  ),
  pause(
    'laptop asleep for',
    40_000,
    ({ house }) => signal(house, 'SIGSTOP'),
    ({ house }) => signal(house, 'SIGCONT'),
  ),
  {
    name: 'new address',
    goal: '2 RTT + 300 ms',
    settleMs: 20_000,
    disturb: async ({ bo }, round) => {
      move(bo.house, `10.77.0.${50 + round}`)
      return Date.now()
    },
  },
  {
    name: 'server restarted, direct',
    goal: '3 s',
    settleMs: 12_000,
    disturb: async (scene) => {
      await scene.restart()
      return Date.now()
    },
  },
  {
    name: 'UDP blocked',
    goal: '',
    settleMs: 45_000,
    disturb: async ({ bo }) => {
      block(bo.house, 'udp')
      return Date.now()
    },
  },
  {
    name: 'worker SIGKILL',
    goal: '1 s',
    byRouter: true,
    settleMs: 20_000,
    disturb: async ({ server }) => {
      killWorkers(server.pid)
      return Date.now()
    },
  },
  {
    name: 'server restarted, router',
    goal: '3 s',
    byRouter: true,
    settleMs: 30_000,
    disturb: async (scene) => {
      await scene.restart()
      return Date.now()
    },
  },
]
