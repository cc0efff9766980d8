import type { Closing, Offer, Weight } from '../offers/offer.ts'

/** Something that is open in a municipality: a question, a finding in a document, a deviating spot check. */
export interface Gap {
  /** Unique, so that each counts once. */
  id: string
  type: 'control' | 'policy' | 'spotCheck'
  /** The row behind it, as measures name where they come from: of a question the check and the control. */
  source: { type: 'control' | 'finding' | 'policy' | 'spotCheck'; id: string }
  /** Key of the control (empty where a spot check names none), or of the wanted document. */
  key: string
  label: string
  /** Of a question: its list. `code` is the one that all catalogs share, where it is known. */
  list: { key: string; code: string | null; title: string; priority: 1 | 2 | 3 | 4 | null } | null
  /** `no` and `open` are answers, everything else was found by somebody. */
  state: 'no' | 'open' | 'found'
  isQuickWin: boolean
  /** Of what was found; of a question, offers say how much they matter. */
  severity: Weight | null
}

/** Findings first, then lists in the order of BSI; a list without a priority counts as the third. */
const findingWeight = 5
const priorityWeights = { 1: 4, 2: 3, 3: 2, 4: 1 } as const
const severityWeights: Record<Weight, number> = { low: 1, medium: 2, high: 3 }

/** The formula, as the page says it. */
export const formula = [
  'Der Wert eines Angebots ist die Summe über alle offenen Punkte, die es schließt: Gewicht der Priorität mal Gewicht der Schwere.',
  'Priorität: Befund 5, Liste der Priorität 1 bis 4 zählt 4, 3, 2 und 1, eine Liste ohne Priorität 2. Schwere: hoch 3, mittel 2, gering 1; bei Befunden sagt sie der Befund, bei Fragen das Angebot.',
  'Jeder Punkt zählt einmal, auch wenn mehrere Angebote ihn schließen. Zuerst zählt er bei dem, was nichts kostet, dann beim Angebot mit dem größten Wert je Euro; mit dem, was übrig bleibt, wird noch einmal gerechnet.',
  'Gesucht ist die Auswahl mit dem größten Wert im freien Budget, in Schritten von 100 Euro. Bei Gleichstand gewinnt die günstigere, dann die nach Schlüssel erste.',
]

const matches = ({ type, key }: Closing, gap: Gap): boolean => {
  switch (type) {
    case 'control':
      return gap.key === key && gap.type !== 'policy'
    case 'list':
      return gap.type === 'control' && gap.list !== null && (gap.list.key === key || gap.list.code === key)
    case 'policy':
      return gap.type === 'policy' && (key === '*' || key === gap.key)
    case 'spotCheck':
      return gap.type === 'spotCheck' && (key === '*' || key === gap.key)
  }
}

/** How much it matters that this offer closes this gap; undefined when it does not close it. */
export function closingSeverity({ closes }: Pick<Offer, 'closes'>, gap: Gap): Weight | undefined {
  let found: Weight | undefined
  for (const closing of closes) {
    if (!matches(closing, gap)) continue
    if (gap.severity !== null) return gap.severity
    if (found === undefined || severityWeights[closing.severity] > severityWeights[found]) found = closing.severity
  }
  return found
}

/** Weight of the priority times weight of the severity. */
export function worth({ list, type }: Pick<Gap, 'list' | 'type'>, severity: Weight): number {
  const priority = type === 'control' ? (list?.priority ? priorityWeights[list.priority] : 2) : findingWeight
  return priority * severityWeights[severity]
}

/** What each gap is worth: by the offer that takes it most seriously. Gaps that nothing closes are not in it. */
export function worthOf(offers: readonly Pick<Offer, 'closes'>[], gaps: readonly Gap[]): Map<string, number> {
  const found = new Map<string, number>()
  for (const gap of gaps)
    for (const offer of offers) {
      const severity = closingSeverity(offer, gap)
      if (severity) found.set(gap.id, Math.max(found.get(gap.id) ?? 0, worth(gap, severity)))
    }
  return found
}
