import type { Node } from 'oxc-parser'
import type { Placed } from './syntax.ts'

/** Names that a file gives to something of its own, anywhere in it. */
export function declaredNames(nodes: readonly Placed[]): Set<string> {
  return new Set(nodes.flatMap(({ node }) => patternsOf(node)).flatMap(namesIn))
}

/** What a node declares: names, or patterns of them. */
function patternsOf(node: Node): (Node | null)[] {
  const parameters = 'params' in node && Array.isArray(node.params) ? node.params : []
  switch (node.type) {
    case 'VariableDeclarator':
      return [node.id]
    case 'ImportSpecifier':
    case 'ImportDefaultSpecifier':
    case 'ImportNamespaceSpecifier':
      return [node.local]
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ClassDeclaration':
      return [node.id, ...parameters]
    case 'CatchClause':
      return [node.param]
    default:
      return parameters
  }
}

function namesIn(pattern: Node | null): string[] {
  switch (pattern?.type) {
    case 'Identifier':
      return [pattern.name]
    case 'ObjectPattern':
      return pattern.properties.flatMap((part) => namesIn(part.type === 'Property' ? part.value : part.argument))
    case 'ArrayPattern':
      return pattern.elements.flatMap(namesIn)
    case 'AssignmentPattern':
      return namesIn(pattern.left)
    case 'RestElement':
      return namesIn(pattern.argument)
    default:
      return []
  }
}
