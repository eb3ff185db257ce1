export { outboxRoutes, registerOutboxRoutes } from './routes.ts'
