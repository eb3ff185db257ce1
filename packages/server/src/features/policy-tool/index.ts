export { policyHelp, runPolicyTool, type PolicyToolOptions } from './policy-tool.ts'
