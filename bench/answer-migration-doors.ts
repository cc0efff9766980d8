// What the bench of migrations takes from the product, as one graph of modules.
export { openHouse } from '#app/house.ts'
export { openInstallation } from '#app/installation.ts'
export { findCatalog } from '#foundation/catalogs/index.ts'
export { findAssessment, migrateAssessment } from '#domains/security/assessments/index.ts'
export { systemClock } from '#platform/clock.ts'
export { openServer } from '#platform/db/database.ts'
export { unitOfWork } from '#platform/db/unit-of-work.ts'
export { testConfig } from '../test/harness/template.ts'
