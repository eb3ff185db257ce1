import { parseSync, visitorKeys, type Node } from 'oxc-parser'

/** A node of a file's syntax tree (ESTree), with the one that it stands in. */
export interface Placed {
  readonly node: Node
  readonly parent: Node | null
}

/**
 * Every node of a file that is there at run time: types and what only the compiler sees are left out.
 * @throws SyntaxError where the file can't be read: nobody could say what it uses
 */
export function runtimeNodes(place: string, text: string): Placed[] {
  const found: Placed[] = []
  const { program, errors } = parseSync(place, text)
  if (errors.length > 0) throw new SyntaxError(`${place}: ${errors[0]?.message ?? 'not to be read'}`)
  const left: Placed[] = [{ node: program, parent: null }]
  for (;;) {
    const placed = left.pop()
    if (placed === undefined) return found
    found.push(placed)
    for (const node of childrenOf(placed.node)) left.push({ node, parent: placed.node })
  }
}

const withExpression = new Set([
  'TSAsExpression',
  'TSSatisfiesExpression',
  'TSNonNullExpression',
  'TSTypeAssertion',
  'TSInstantiationExpression',
])

function childrenOf(node: Node): Node[] {
  const keys = visitorKeys[node.type] ?? []
  return keys
    .flatMap((key) => [Reflect.get(node, key)].flat())
    .filter((child): child is Node => isNode(child) && isThereAtRunTime(child))
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value
}

function isThereAtRunTime(node: Node): boolean {
  if (node.type.startsWith('TS')) return withExpression.has(node.type)
  if (node.type === 'ImportDeclaration' || node.type === 'ImportSpecifier') return node.importKind !== 'type'
  return !('declare' in node && node.declare)
}
