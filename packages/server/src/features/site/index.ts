export { registerSiteRoutes, siteRoutes } from './routes.ts'
