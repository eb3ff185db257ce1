export { readPolicies } from './policies.ts'
export { policiesRoutes, registerPoliciesRoutes } from './routes.ts'
