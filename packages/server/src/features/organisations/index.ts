export { agreementOf } from './agreement/agreement-text.ts'
export { createOrganisationJobs, organisationJobs } from './jobs.ts'
export { organisationMailKinds } from './mail-kinds.ts'
export { createOrganisations, type Organisations } from './organisations.ts'
export { organisationRoutes, registerOrganisationRoutes } from './routes.ts'
export { areOrganisationsAwake, organisationCategories } from './personal-data.ts'
export { createRoles } from './roles.ts'
export {
  invitationRecord,
  organisationColumns,
  organisationRecord,
  organisationTables,
  type OrganisationTables,
} from './tables.ts'
