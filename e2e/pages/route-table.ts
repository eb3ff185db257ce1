import { execFileSync } from 'node:child_process'
import path from 'node:path'

/** A route as the server declares it. */
export interface TableRoute {
  readonly name: string
  readonly path: string
  readonly access: string
}

const app = path.resolve(import.meta.dirname, '../../packages/server/src/app')
const script = `
const { routes } = await import(${JSON.stringify(path.join(app, 'routes.ts'))})
const { localRoutes } = await import(${JSON.stringify(path.join(app, 'this-machine.ts'))})
const pages = (table) => Object.entries(table).filter(([name, { answers }]) => name.startsWith('GET ') && answers === 'page')
console.log(JSON.stringify([...pages(routes), ...pages(localRoutes)].map(([name, { access }]) => ({ name, access }))))
`

/** Every page that the server's table of routes has, asked of the code itself. */
export function pagesOfTheTable(): TableRoute[] {
  const told = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
  const all = JSON.parse(told) as { name: string; access: string }[]
  return all.map(({ name, access }) => ({ name, access, path: name.slice('GET '.length) }))
}

/** The route that a path leads to: one whose words agree before one with a placeholder there. */
export function routeOf(routes: readonly TableRoute[], asked: string): TableRoute | undefined {
  const parts = asked.split('/')
  const fits = routes.filter(({ path: pattern }) => {
    const wanted = pattern.split('/')
    return wanted.length === parts.length && wanted.every((one, index) => one.startsWith(':') || one === parts[index])
  })
  return fits.toSorted((a, b) => a.path.split(':').length - b.path.split(':').length)[0]
}
