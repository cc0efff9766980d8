import { Temporal } from 'temporal-polyfill'

/** A file or a link that proves an answer, and until when it does. */
export interface Evidence {
  id: string
  assessmentId: string
  controlId: string
  topKey: string
  title: string
  file: EvidenceFile | null
  /** Where it stands elsewhere; null for a file. */
  link: string | null
  /** The last local day on which it proves anything; null: without an end. */
  validUntil: string | null
  addedBy: string
  /** Null when the reader may not see the person. */
  addedByName: string | null
  addedAt: Temporal.Instant
}

export interface EvidenceFile {
  id: string
  name: string
  mediaType: string
  size: number
  scan: string
}

/** So many days before it ends, evidence is shown as ending soon, and whoever added it is told. */
export const soonDays = 30

export type Validity = 'endless' | 'valid' | 'soon' | 'expired'

export function validityOf({ validUntil }: Pick<Evidence, 'validUntil'>, today: Temporal.PlainDate): Validity {
  if (validUntil === null) return 'endless'
  const left = today.until(Temporal.PlainDate.from(validUntil)).days
  return left < 0 ? 'expired' : left <= soonDays ? 'soon' : 'valid'
}

/** The host of a link that may be shown and followed; undefined for anything else: other protocols, names and passwords in it. */
export function hostOf(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined
  const { protocol, host, username, password } = new URL(url)
  const isPlain = protocol === 'https:' || protocol === 'http:'
  return isPlain && host !== '' && username === '' && password === '' ? host : undefined
}
