import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from '../checks/plant.ts'
import type { ProjectCopy } from './copy.ts'
import { families } from './families.ts'

/** The project as it stands, in which nothing is written but in memory. */
function imagined(): ProjectCopy {
  const changed = new Map<string, string>()
  const read = (place: string) => changed.get(place) ?? readFileSync(path.join(projectRoot, place), 'utf8')
  const write = (place: string, text: string) => void changed.set(place, text)
  return {
    root: projectRoot,
    read,
    write,
    replace: (place, from, to) => {
      const parts = read(place).split(from)
      if (parts.length !== 2) throw new Error(`${place} has ${parts.length - 1} times: ${from}`)
      write(place, parts.join(to))
    },
    append: (place, text) => write(place, `${read(place)}${text}`),
    undo: () => changed.clear(),
    remove: () => undefined,
  }
}

function whyNot(change: (copy: ProjectCopy) => void): string | null {
  try {
    change(imagined())
    return null
  } catch (error) {
    return String(error)
  }
}

test('what the mutations take out or add has its place in the sources as they stand', () => {
  const all = families.flatMap(({ name: family, mutations }) => mutations.map((one) => ({ family, ...one })))
  expect(all.length).toBeGreaterThan(200)
  const lost = all.map(({ family, name, change }) => [family, name, whyNot(change)]).filter(([, , why]) => why !== null)
  expect(lost).toEqual([])
})

test('no two of a family have one name', () => {
  for (const { mutations } of families) {
    const names = mutations.map(({ name }) => name)
    expect(names).toEqual([...new Set(names)])
  }
})
