export { readPolicies } from './policies.ts'
export { registerPoliciesRoutes } from './routes.ts'
