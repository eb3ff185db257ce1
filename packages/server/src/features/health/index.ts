export { healthRoutes, registerHealthRoutes, type Readiness } from './routes.ts'
