import type { ParsedCatalog } from './oscal/catalog.ts'

/** How a catalog was made: from a file as it is, by resolving a profile, or from the workbook of WiBA. */
export type Origin = 'catalog' | 'profile' | 'workbook'

/** A catalog, read and checked, before any transaction. */
export interface PreparedCatalog {
  catalog: ParsedCatalog
  origin: Origin
  /** Of the file as it came, by the names of OSCAL. Of a workbook none: its hash is that of the catalog part. */
  digests: Record<string, string>
  /** The file as it came; of a workbook only its catalog part, as an OSCAL catalog. */
  gzip: Buffer
  /** The catalog that a profile became. */
  resolved: Buffer | null
  /** Which catalog stood for which resource of a profile. */
  sources: { resource: string; name: string; sourceId: string }[]
}
