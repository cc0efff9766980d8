/** What a sheet is about, in the order of the workbook. */
export const sheetNames = {
  state: 'Stand',
  details: 'Schritte',
  contacts: 'Kontakte',
  appointments: 'Termine',
  amounts: 'Beträge',
  documents: 'Unterlagen',
} as const

export type SheetKind = keyof typeof sheetNames
export const sheetKinds = Object.keys(sheetNames) as [SheetKind, ...SheetKind[]]

/** Explains the others; never read. */
export const noteSheet = 'Hinweise'

/** The column that says what is wrong, in the list of wrong rows. */
export const faultHeader = 'Fehler'

/** A sheet as it was read: rows below its head, each with its number in the workbook. */
export interface Table {
  kind: SheetKind
  sheet: string
  headers: string[]
  rows: TableRow[]
}

export interface TableRow {
  number: number
  cells: string[]
}

/** A workbook as it is kept until it is loaded, corrected cells included. */
export interface Content {
  tables: Table[]
  /** Sheets that are not read, each with the reason in German. */
  ignored: string[]
  /** Whether municipalities that the register does not know are added to it. */
  adds: boolean
}

/** What the columns of foreign tables mean: by kind of sheet and header (as `headerKey`), a field or `leftOut`. */
export type Mapping = Partial<Record<SheetKind, Record<string, string>>>

export const leftOut = '-'

/** A cell that is wrong. */
export interface Fault {
  sheet: string
  row: number
  /** Its letter. */
  column: string
  message: string
  /** What stands there. */
  value: string
}

export interface RawSheet {
  name: string
  isHidden: boolean
  rows: string[][]
}

/** A file as it was uploaded. */
export interface Workbook {
  fileName: string
  sheets: RawSheet[]
}
