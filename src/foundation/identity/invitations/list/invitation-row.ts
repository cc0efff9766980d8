/** A row of the list as it was read: nothing in it is checked yet. */
export interface RawRow {
  line: number
  organization: string
  name: string
  email: string
  roles: string
}

/** What becomes of a row. */
export interface JudgedRow {
  line: number
  organization: string
  name: string
  email: string
  roles: string[]
  fate: 'ready' | 'wrong'
  /** Why it is wrong; German sentences. */
  reasons: string[]
}
