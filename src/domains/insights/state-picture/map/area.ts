/** One area of a map, in units of the drawing. */
export interface Area {
  /** As the file says it: "15085"; on a schematic map the name. */
  key: string
  name: string
  /** SVG's words: M, L and Z with absolute numbers. */
  path: string
  /** A place well inside of it. */
  x: number
  y: number
}

/** Areas on one sheet. */
export interface Outlines {
  width: number
  height: number
  areas: Area[]
}
