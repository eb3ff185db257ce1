import type { JSXOpeningElement } from 'oxc-parser'
import { isTest, lineAt, type SourceFile } from './source-files.ts'
import { runtimeNodes } from './syntax.ts'

/**
 * Links of the web app that open another page and aren't marked: where they may lead to another site, whoever follows
 * one is told so, and that site isn't told where from (`rel="external noreferrer"`, WHATWG HTML §4.6.6).
 */
export function unmarkedLinks(files: readonly SourceFile[]): string[] {
  return files.filter(({ place }) => place.endsWith('.tsx') && !isTest(place)).flatMap(unmarkedIn)
}

function unmarkedIn({ place, text }: SourceFile): string[] {
  return runtimeNodes(place, text).flatMap(({ node }) => {
    if (node.type !== 'JSXOpeningElement' || !isLink(node) || !opensAnother(node)) return []
    const marks = (attribute(node, 'rel') ?? '').split(' ')
    if (['external', 'noreferrer'].every((mark) => marks.includes(mark))) return []
    return [`${place}:${lineAt(text, node.start)} <a>: a link that leaves says so, by rel="external noreferrer"`]
  })
}

function isLink({ name }: JSXOpeningElement): boolean {
  return name.type === 'JSXIdentifier' && name.name === 'a'
}

function opensAnother(element: JSXOpeningElement): boolean {
  return attribute(element, 'target') !== null || /^(https?:)?\/\//i.test(attribute(element, 'href') ?? '')
}

/** The text of an attribute; empty where it is computed, null where there is none. */
function attribute(element: JSXOpeningElement, wanted: string): string | null {
  for (const one of element.attributes) {
    if (one.type !== 'JSXAttribute' || one.name.type !== 'JSXIdentifier' || one.name.name !== wanted) continue
    return one.value?.type === 'Literal' && typeof one.value.value === 'string' ? one.value.value : ''
  }
  return null
}
