import { StartupError } from '../../../platform/startup-error.ts'
import { assertMayServePublicly, readController } from '../../privacy/index.ts'
import type { ControllerFacts } from '../checks/check-controller.ts'

interface ControllerSettings {
  policyFile: string | null
  controllerFile?: string
  publicUrl: URL
  host: string
  lan: boolean
}

/** Asks what a start asks. */
export function gatherController(settings: ControllerSettings): ControllerFacts {
  try {
    const controller = readController(settings.policyFile, settings.controllerFile ?? null)
    assertMayServePublicly({ ...settings, controller })
    return controller === null ? { state: 'not-needed' } : { state: 'named', name: controller.name }
  } catch (error) {
    if (!(error instanceof StartupError)) throw error
    return { state: error.code === 'policy.file-invalid' ? 'unreadable' : 'missing', reason: error.message }
  }
}
