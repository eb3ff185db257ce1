export { isAwake as areOrganisationsAwake, organisationCategories } from './personal-data.ts'
export {
  invitationRecord,
  organisationColumns,
  organisationRecord,
  organisationTables,
  type OrganisationTables,
} from './tables.ts'
