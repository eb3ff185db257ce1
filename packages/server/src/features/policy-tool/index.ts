export { policyHelp } from './answer.ts'
export { runPolicyTool } from './policy-tool.ts'
