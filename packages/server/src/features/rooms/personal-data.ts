import type { DataCategory, Policy, StorageKey } from '@samtale/policy'
import { roomMemberCategories } from './members/personal-data.ts'
import { purpose, roomCategory, usageCategory } from './tables.ts'

const needed = {
  kind: 'prerequisite',
  consequence: {
    en: 'Yes, for a room of your own. You can hold and join calls without one.',
    nb: 'Ja, for et eget rom. Du kan holde og bli med i samtaler uten.',
    sv: 'Ja, för ett eget rum. Du kan hålla och gå med i samtal utan.',
  },
} as const

/** What rooms can hold. Whether there are any, and how long one lives, the profile in force says. */
export const roomCategories = {
  [roomCategory]: {
    fides: 'user.content',
    dpv: 'pd:Identifying',
    title: { en: 'Your rooms', nb: 'Rommene dine', sv: 'Dina rum' },
    description: {
      en: 'The name of each room that you make, who may come in, how it looks, and a keyed hash of what tells its link from older ones. Not the link itself. When a room is gone, a keyed hash of its name stays for a year, so that nobody else gets its address; whose it was is not kept.',
      nb: 'Navnet på hvert rom du lager, hvem som slipper inn, hvordan det ser ut, og et avtrykk av det som skiller lenken fra eldre lenker. Ikke selve lenken. Når et rom er borte, blir et avtrykk av navnet liggende i ett år, så ingen andre får adressen; hvem som hadde det, lagres ikke.',
      sv: 'Namnet på varje rum du skapar, vem som får komma in, hur det ser ut, och ett avtryck av det som skiljer länken från äldre länkar. Inte själva länken. När ett rum är borta finns ett avtryck av namnet kvar i ett år, så att ingen annan får adressen; vems det var sparas inte.',
    },
    subjects: ['user'],
    source: 'subject',
    provision: needed,
  },
  [usageCategory]: {
    fides: 'user.behavior',
    dpv: 'pd:UsageAnalytics',
    title: {
      en: 'How often your rooms are used',
      nb: 'Hvor ofte rommene dine brukes',
      sv: 'Hur ofta dina rum används',
    },
    description: {
      en: 'For each of your rooms and each day, how many meetings there were and how many knocks nobody answered. Nothing about who came.',
      nb: 'For hvert av rommene dine og hver dag, hvor mange møter det var, og hvor mange ganger ingen svarte da noen banket på. Ingenting om hvem som kom.',
      sv: 'För vart och ett av dina rum och varje dag, hur många möten det var och hur många gånger ingen svarade när någon knackade. Ingenting om vem som kom.',
    },
    subjects: ['user'],
    source: 'observed',
    provision: needed,
  },
  ...roomMemberCategories,
} as const satisfies Record<string, DataCategory>

/** What a browser keeps of rooms, where its person wants that; declared where the policy in force has rooms. */
export const roomStorage = {
  'samtale.room-link.*': {
    store: 'local',
    lifetime: 'until-cleared',
    holds: roomCategory,
    purpose,
    description: {
      en: 'The link of a room of yours, when you choose “Keep this link in this browser” on its page; removed when you choose otherwise',
      nb: 'Lenken til et rom du har, når du velger «Ta vare på lenken i denne nettleseren» på siden til rommet; fjernes når du velger det bort',
      sv: 'Länken till ett rum som du har, när du väljer ”Behåll länken i den här webbläsaren” på rummets sida; tas bort när du väljer bort det',
    },
  },
} as const satisfies Record<string, StorageKey>

/** Whether people can have rooms: the policy says what they are kept for. */
export function hasRooms({ processings }: Pick<Policy, 'processings'>): boolean {
  const covered = Object.values(processings).filter((one) => one.purpose === purpose)
  return [roomCategory, usageCategory].every((category) => covered.some((one) => one.categories.includes(category)))
}
