import type { ControlLink } from '../oscal/catalog.ts'
import type { Origin } from '../prepared-catalog.ts'
import type { SourceNames } from './chain.ts'
import { wibaQuestionCount, wibaRequirements } from './wiba-facts.ts'

export interface NamedControl {
  id: string
  key: string
  topKey: string
  links: readonly ControlLink[]
}

export interface NamingCatalog {
  origin: Origin
  hasKeys: boolean
  /** In its order. */
  controls: readonly NamedControl[]
}

/** "CON.3.A2": how IT-Grundschutz 2023 numbers a requirement. */
const requirementId = /^[A-Z]{2,5}(\.\d{1,3})+\.A\d{1,3}$/
const requirementUrn = /^urn:bsi:it-grundschutz:\d{4}:(.+)$/

/** "APP.3.6.A1-UA.2" is a part of "APP.3.6.A1"; every other id is its own requirement. */
export const requirementOf = (id: string): string => /^(.+\.A\d+)-UA\.\d+$/.exec(id)?.[1] ?? id

/** Which requirements of IT-Grundschutz a control asks for: as its links say, by its own number, or by what is known of WiBA's questions. */
export function namesOf({ origin, hasKeys, controls }: NamingCatalog): SourceNames[] {
  const counts = Map.groupBy(controls, ({ topKey }) => topKey)
  // Another edition gives the same numbers to other questions: only lists of the known length are looked up.
  const isKnownList = (topKey: string): boolean => counts.get(topKey)?.length === wibaQuestionCount(topKey)
  return controls.map(({ id, key, topKey, links }) => {
    const linked = links.flatMap(({ rel, href }) =>
      rel === 'requirement' ? (requirementUrn.exec(href)?.[1] ?? []) : [],
    )
    const own = requirementId.test(id) ? [id] : []
    const facts = origin === 'workbook' && isKnownList(topKey) ? wibaRequirements(id) : []
    return { controlId: id, key: hasKeys ? key : null, requirements: [...new Set([...linked, ...own, ...facts])] }
  })
}
