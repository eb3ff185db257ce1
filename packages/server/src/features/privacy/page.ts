import { renderHtml, renderPolicyPage, type Language } from '@samtale/policy'
import { alreadySafe, type Page } from '../pages/index.ts'
import type { PublishedPolicy } from './publish.ts'

/** The policy as a page. */
export function policyPage({ policy, publication }: PublishedPolicy, language: Language): Page {
  const document = renderPolicyPage(policy, language, publication)
  return { title: document.title, body: alreadySafe(renderHtml(document)) }
}
