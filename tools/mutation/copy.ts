import { execFileSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** A copy of the project in a folder of its own, in which something is changed and put back. Places are paths from its root. */
export interface ProjectCopy {
  readonly root: string
  read(place: string): string
  /** Writes a file that may be there. */
  write(place: string, text: string): void
  /** @throws Error where `from` does not stand in the file exactly once: then the file has changed since. */
  replace(place: string, from: string, to: string): void
  /** @throws Error where the file isn't there */
  append(place: string, text: string): void
  /** Puts back everything that was changed since the last time. */
  undo(): void
  remove(): void
}

/** What was last committed, with the packages of others that the project has installed, and the own ones of the copy. */
export function copyProject(project: string): ProjectCopy {
  const root = mkdtempSync(path.join(tmpdir(), 'samtale-mutation-'))
  const archive = path.join(root, 'committed.tar')
  execFileSync('git', ['archive', '--format=tar', '--output', archive, 'HEAD'], { cwd: project })
  execFileSync('tar', ['-xf', archive, '-C', root])
  rmSync(archive)
  linkPackages(project, root)
  standInForTheWebApp(path.join(root, 'packages/web'))
  return openCopy(root)
}

// The server looks for a web app that was built. Building it takes long, and catches no mutation.
function standInForTheWebApp(web: string): void {
  mkdirSync(path.join(web, 'dist/assets'), { recursive: true })
  cpSync(path.join(web, 'public'), path.join(web, 'dist'), { recursive: true })
  cpSync(path.join(web, 'index.html'), path.join(web, 'dist/index.html'))
  writeFileSync(path.join(web, 'dist/assets/app.js'), '')
}

// Node takes a link for what it leads to: a link to the project’s own packages would test those.
function linkPackages(project: string, root: string): void {
  const from = path.join(project, 'node_modules')
  const to = path.join(root, 'node_modules')
  mkdirSync(path.join(to, '@samtale'), { recursive: true })
  for (const entry of readdirSync(from)) {
    const isCache = entry.startsWith('.') && entry !== '.bin'
    if (entry !== '@samtale' && !isCache) symlinkSync(path.join(from, entry), path.join(to, entry))
  }
  for (const name of readdirSync(path.join(root, 'packages'))) {
    symlinkSync(path.join('../../packages', name), path.join(to, '@samtale', name))
    // What one package alone uses, or in another version.
    const own = path.join('packages', name, 'node_modules')
    if (existsSync(path.join(project, own))) symlinkSync(path.join(project, own), path.join(root, own))
  }
}

/** A folder that is changed and put back. */
export function openCopy(root: string): ProjectCopy {
  const before = new Map<string, string | null>()
  const fileOf = (place: string): string => path.join(root, place)
  const write = (place: string, text: string): void => {
    const file = fileOf(place)
    if (!before.has(place)) before.set(place, existsSync(file) ? readFileSync(file, 'utf8') : null)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
  return {
    root,
    read: (place) => readFileSync(fileOf(place), 'utf8'),
    write,
    replace: (place, from, to) => {
      const parts = readFileSync(fileOf(place), 'utf8').split(from)
      if (parts.length !== 2) throw new Error(`${place} has ${parts.length - 1} times: ${from}`)
      write(place, parts.join(to))
    },
    append: (place, text) => write(place, `${readFileSync(fileOf(place), 'utf8')}${text}`),
    undo: () => {
      for (const [place, text] of before) {
        if (text === null) rmSync(fileOf(place))
        else writeFileSync(fileOf(place), text)
      }
      before.clear()
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  }
}
