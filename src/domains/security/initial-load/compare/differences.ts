import type { Brought } from '../load.ts'
import type { Fault, SheetKind } from '../workbook/table.ts'

export interface Change {
  /** In German: "Schritt Bericht", "Kontakt IT, E-Mail". */
  field: string
  before: string
  after: string
}

/** What a workbook changes at one municipality. */
export interface MunicipalityDifference {
  /** Null for one that the register gets with it. */
  organizationId: string | null
  name: string
  /** Takes part for the first time. */
  isNew: boolean
  changes: Change[]
  /** What does not fit together, though it can be loaded. */
  notes: string[]
}

/** A column that nobody recognises. */
export interface UnknownColumn {
  kind: SheetKind
  sheet: string
  column: string
  header: string
  /** The first things that stand there. */
  samples: string[]
}

/** What a workbook would do; nothing is written. */
export interface Differences {
  /** Municipalities that it names. */
  total: number
  added: number
  changed: number
  unchanged: number
  refused: Fault[]
  /** Those that change, or of which something is to be said. */
  rows: MunicipalityDifference[]
  unknownColumns: UnknownColumn[]
  ignored: string[]
  brings: Brought
}
