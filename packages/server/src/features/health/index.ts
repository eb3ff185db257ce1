export { registerHealthRoutes, type Readiness } from './routes.ts'
