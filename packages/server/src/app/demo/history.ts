import type { DemoWorld } from './demo-world.ts'
import { people } from './sample-people.ts'

/** Something that happened so many days before the demonstration began. */
export interface Happening {
  readonly daysAgo: number
  happens(world: DemoWorld): Promise<void>
}

const { arne, berit, cecilie, david, erik, frida, gunnar, hanne } = people

/**
 * What sample people did in fourteen months, oldest first, so that each rule of the default policy has somebody: gone by
 * now, about to go, kept by a hold, withdrawn, never confirmed, waiting for an answer.
 */
export const history: readonly Happening[] = [
  {
    daysAgo: 420,
    happens: (world) => world.writes(arne, 'Passer Samtale for et kor som øver over nettet?'),
  },
  {
    daysAgo: 419,
    happens: (world) => world.answers(arne, 'Ja. Skru av støydempingen i innstillingene når dere synger.'),
  },
  { daysAgo: 358, happens: (world) => world.writes(berit, 'Hvordan slipper jeg inn en gjest som venter?') },
  { daysAgo: 357, happens: (world) => world.answers(berit, 'Åpne Deltakere og trykk på Slipp inn.') },
  { daysAgo: 300, happens: (world) => world.signsUp('newsletter', cecilie, { confirms: true }) },
  { daysAgo: 210, happens: (world) => world.signsUp('newsletter', david, { confirms: true }) },
  {
    daysAgo: 120,
    happens: (world) => world.writes(erik, 'Skärmen som vi köpte slocknar. Jag vill ha pengarna tillbaka.'),
  },
  { daysAgo: 95, happens: (world) => world.leaves('newsletter', david) },
  { daysAgo: 60, happens: (world) => world.signsUp('newsletter', frida, { confirms: true }) },
  { daysAgo: 41, happens: (world) => world.signsUp('waiting-list', frida, { confirms: true, country: 'NO' }) },
  { daysAgo: 30, happens: (world) => world.holds(erik) },
  { daysAgo: 25, happens: (world) => world.asks(erik, 'restriction', { scope: '18-1-a' }) },
  { daysAgo: 20, happens: (world) => world.asks(berit, 'access') },
  { daysAgo: 14, happens: (world) => world.writes(cecilie, 'Kan jeg få nyhetsbrevet på engelsk?') },
  {
    daysAgo: 8,
    happens: (world) => world.asks(cecilie, 'rectification', { wish: 'Jeg heter Cecilie Berg nå.' }),
  },
  { daysAgo: 5, happens: (world) => world.signsUp('newsletter', gunnar, { confirms: false }) },
  { daysAgo: 2, happens: (world) => world.asks(david, 'erasure') },
  { daysAgo: 1, happens: (world) => world.writes(hanne, 'Bestemor på 86 vil prøve. Hvor begynner vi?') },
]
