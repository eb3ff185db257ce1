import { addressKind } from '../address-kind.ts'
import { finding, type Finding } from '../finding.ts'

export interface ControllerFacts {
  publicUrl: URL
  /** The name in the policy file; `trouble` says why the file can't be used. */
  controller: { name: string } | { trouble: string } | null
}

/** GDPR article 13(1)(a): people are told who the controller is. */
export function checkController({ publicUrl, controller }: ControllerFacts): Finding {
  if (controller !== null && 'trouble' in controller) return finding('controller.unreadable', controller.trouble)
  if (controller !== null) return finding('controller.ok', `${controller.name} is named`)
  if (addressKind(publicUrl.hostname) === 'loopback') {
    return finding('controller.ok', 'Nobody is named, and only this machine can open the server')
  }
  return finding('controller.missing', `SAMTALE_POLICY is not set, and people open ${publicUrl.origin}`)
}
