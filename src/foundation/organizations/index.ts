/** The door of organizations: municipalities and everybody else who takes part. */
export { type Kind } from './organization.ts'
export { findOrganization } from './queries.ts'
export { addOrganization, ensureCooperative } from './add-organization.ts'
export { importMunicipalities } from './import-municipalities.ts'
export { readMunicipalityList } from './municipality-list/read-municipality-list.ts'
export { organizationRoutes } from './routes.ts'
export { organizationPages } from './web/organizations.tsx'
export { organizationOperations } from './api.ts'
