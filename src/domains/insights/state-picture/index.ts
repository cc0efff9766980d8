/** The door of the state picture: everything about all, nothing about one. */
export { mapOperations } from './map/api.ts'
export { mapPages } from './map/web/map-page.tsx'
export { importMap } from './map/import-map.ts'
export { missingInWords } from './map/match-areas.ts'
export { prepareMapFile } from './map/prepare-map.ts'
export { listCounties } from './map/queries.ts'
export { schematicMap } from './map/schematic-map.ts'
export { mapWords } from './map/audit-words.ts'
