import type { ImportDeclaration, Node } from 'oxc-parser'
import { declaredNames } from './declared-names.ts'
import { lineAt, type SourceFile } from './source-files.ts'
import { runtimeNodes, type Placed } from './syntax.ts'

/** One thing that a file uses. */
export interface Use {
  /**
   * `import`: a name of a module, `*` for all of it. `global`: a name that the file doesn't declare. `member`: a property,
   * written with a dot or as a text in brackets. `text`: a text, also a part of a template or of a page.
   */
  readonly kind: 'import' | 'global' | 'member' | 'text'
  readonly name: string
  /** The module of an import, without `node:`; what a member belongs to, where that is a name. */
  readonly of: string | null
  readonly line: number
}

/** Everything that is imported, every global, every named property and every text in a file, types left out. */
export function usesIn({ place, text }: Pick<SourceFile, 'place' | 'text'>): Use[] {
  const nodes = runtimeNodes(place, text)
  const declared = declaredNames(nodes)
  const found: Use[] = []
  for (const placed of nodes) {
    const { start } = placed.node
    const add = (kind: Use['kind'], name: string, of: string | null): void => {
      found.push({ kind, name, of, line: lineAt(text, start) })
    }
    importsAt(placed.node, add)
    propertiesAt(placed.node, add)
    textsAt(placed.node, add)
    if (placed.node.type === 'Identifier' && isReference(placed) && !declared.has(placed.node.name))
      add('global', placed.node.name, null)
  }
  return found
}

type Add = (kind: Use['kind'], name: string, of: string | null) => void

function importsAt(node: Node, add: Add): void {
  if (node.type === 'ImportDeclaration') return importedAt(node, add)
  if (node.type === 'ImportExpression') return add('import', '*', moduleName(textOf(node.source) ?? 'unknown'))
  if (node.type === 'ExportAllDeclaration' || node.type === 'ExportNamedDeclaration') {
    if (node.source !== null && node.exportKind !== 'type') add('import', '*', moduleName(node.source.value))
  }
  // A module by another way: `require('net')`, `process.getBuiltinModule('net')`.
  if (node.type === 'CallExpression' && /^(require|getBuiltinModule)$/.test(nameOf(node.callee) ?? ''))
    add('import', '*', moduleName(textOf(node.arguments[0]) ?? 'unknown'))
}

function importedAt({ source, specifiers }: ImportDeclaration, add: Add): void {
  const module = moduleName(source.value)
  if (specifiers.length === 0) add('import', '*', module)
  for (const specifier of specifiers) {
    if (specifier.type !== 'ImportSpecifier') add('import', '*', module)
    else if (specifier.importKind !== 'type') add('import', nameOf(specifier.imported) ?? '*', module)
  }
}

function propertiesAt(node: Node, add: Add): void {
  if (node.type === 'MemberExpression') {
    const name = node.computed ? (textOf(node.property) ?? '[computed]') : nameOf(node.property)
    if (name !== null) add('member', name, nameOf(node.object))
  }
  if (node.type === 'VariableDeclarator' && node.id.type === 'ObjectPattern')
    for (const name of takenOut(node.id)) add('member', name, node.init === null ? null : nameOf(node.init))
  // As in `({ cookie }) => …`, or inside another pattern.
  if (node.type === 'ObjectPattern') for (const name of takenOut(node)) add('member', name, null)
  // `Reflect.get(globalThis, 'fetch')`
  if (node.type === 'CallExpression' && nameOf(node.callee) === 'get') {
    const name = textOf(node.arguments[1])
    if (name !== null) add('member', name, nameOf(node.arguments[0]))
  }
}

function takenOut({ properties }: { readonly properties: readonly Node[] }): string[] {
  return properties.flatMap((property) =>
    property.type === 'Property' ? (nameOf(property.key) ?? textOf(property.key) ?? []) : [],
  )
}

function textsAt(node: Node, add: Add): void {
  if (node.type === 'TemplateElement') add('text', node.value.raw, null)
  if (node.type === 'JSXText') add('text', node.value, null)
  if (node.type === 'Literal' && typeof node.value === 'string') add('text', node.value, null)
}

/** The last part of a name: of `a.b` it is `b`. */
function nameOf(node: Node | undefined | null): string | null {
  if (node?.type === 'Identifier') return node.name
  if (node?.type === 'MemberExpression') return node.computed ? textOf(node.property) : nameOf(node.property)
  if (node?.type === 'ChainExpression' || node?.type === 'ParenthesizedExpression') return nameOf(node.expression)
  return null
}

function textOf(node: Node | undefined | null): string | null {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value
  return node?.type === 'TemplateLiteral' && node.quasis.length === 1 ? (node.quasis[0]?.value.cooked ?? null) : null
}

function moduleName(from: string): string {
  return from.replace(/^node:/, '')
}

/** Whether an identifier stands for a value, and is no key or label. */
function isReference({ node, parent }: Placed): boolean {
  if (parent === null) return false
  if (parent.type === 'MemberExpression') return parent.object === node || parent.computed
  if (parent.type === 'Property') return parent.value === node || parent.computed
  if (/^(MethodDefinition|PropertyDefinition|AccessorProperty)$/.test(parent.type))
    return 'value' in parent && parent.value === node
  return !/^(ImportSpecifier|ImportDefaultSpecifier|ImportNamespaceSpecifier|ExportSpecifier|LabeledStatement|BreakStatement|ContinueStatement|MetaProperty)$/.test(
    parent.type,
  )
}
