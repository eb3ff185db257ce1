import { finding, type Finding } from '../finding.ts'

const oldestMajor = 24

/** @param version as `process.versions.node` has it */
export function checkNode(version: string): Finding {
  const isOld = Number(version.split('.')[0]) < oldestMajor
  return isOld
    ? finding('node.old', `Node ${version}; ${oldestMajor} is needed`)
    : finding('node.ok', `Node ${version}`)
}
