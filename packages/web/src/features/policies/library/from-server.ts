import type { Declarations } from '@samtale/policy'
import { policyAddresses, PolicyList } from '@samtale/protocol'

/** The policies that the server has. @throws Error where it doesn't answer as its contract says */
export async function fetchList(): Promise<PolicyList['policies']> {
  return PolicyList.parse(await (await fetched(policyAddresses.list)).json()).policies
}

/** A policy as YAML. @throws Error as above */
export async function fetchPolicy(key: string): Promise<string> {
  return (await fetched(policyAddresses.text(key))).text()
}

/** What the server's code declares: it was compiled from the same types as this page. @throws Error as above */
export async function fetchSystem(): Promise<Declarations> {
  const system: unknown = await (await fetched(policyAddresses.system)).json()
  if (isDeclarations(system)) return system
  throw new Error('The server answered something else')
}

function isDeclarations(value: unknown): value is Declarations {
  return typeof value === 'object' && value !== null && 'processings' in value && 'categories' in value
}

async function fetched(address: string): Promise<Response> {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`The server answered ${answer.status}`)
  return answer
}
