/** As measures are called on the whole platform. */
export const offerKinds = ['workshop', 'penetrationTest', 'training', 'template', 'ownWork', 'other'] as const
export type OfferKind = (typeof offerKinds)[number]

export const weights = ['low', 'medium', 'high'] as const
export type Weight = (typeof weights)[number]

/** What an offer closes: one question by its key, every question of a list, findings in a document, deviating spot checks. `*`: whichever. */
export const closingTypes = ['control', 'list', 'policy', 'spotCheck'] as const
export interface Closing {
  type: (typeof closingTypes)[number]
  key: string
  severity: Weight
}

/** Something that a programme offers to close gaps with. */
export interface Offer {
  id: string
  programmeId: string
  /** Stable; decides where two are alike. */
  key: string
  title: string
  kind: OfferKind
  /** One line: "3 Termine zu 25 Plätzen, online". */
  detail: string
  description: string
  /** Gross, in cents; 0 for what a municipality does itself. */
  priceCents: number
  workDays: number
  acceptanceDays: number
  startsOn: string | null
  availableUntil: string | null
  /** How often it can be had in the whole programme. */
  capacity: number | null
  contractor: { id: string; name: string } | null
  closes: readonly Closing[]
  /** The price list it belongs to. */
  validFrom: string
  validUntil: string | null
  version: number
}

const kindNames: Record<OfferKind, string> = {
  workshop: 'Workshop',
  penetrationTest: 'Penetrationstest',
  training: 'Schulung',
  template: 'Vorlagen',
  ownWork: 'eigene Arbeit',
  other: 'Sonstiges',
}

/** "Workshop", "eigene Arbeit" */
export const kindInWords = (kind: OfferKind): string => kindNames[kind]

const weightNames: Record<Weight, string> = { low: 'gering', medium: 'mittel', high: 'hoch' }
export const weightInWords = (weight: Weight): string => weightNames[weight]

const typeNames: Record<Closing['type'], string> = {
  control: 'Frage',
  list: 'Liste',
  policy: 'Befund zu Dokument',
  spotCheck: 'Stichprobe',
}

/** Offers that can be bought on a day. */
export const isValidOn = ({ validFrom, validUntil }: Pick<Offer, 'validFrom' | 'validUntil'>, day: string): boolean =>
  validFrom <= day && (validUntil === null || day <= validUntil)

/** "Liste: BAK: hoch", one a line: how a form writes and reads what an offer closes. */
export const closingLines = (closes: readonly Closing[]): string =>
  closes.map(({ type, key, severity }) => `${typeNames[type]}: ${key}: ${weightNames[severity]}`).join('\n')

const plain = (word: string): string => word.trim().toLowerCase()

/** Lines of a form back into what is closed; the first line that cannot be read comes back as text. */
export function readClosings(text: string): Closing[] | string {
  const found: Closing[] = []
  for (const line of text.split('\n').filter((one) => one.trim() !== '')) {
    const [what = '', key = '', weight = 'mittel', ...rest] = line.split(':').map((part) => part.trim())
    const type = closingTypes.find((one) => plain(typeNames[one]) === plain(what))
    const severity = weights.find((one) => weightNames[one] === plain(weight))
    if (type === undefined || severity === undefined || key === '' || rest.length > 0) return line.trim()
    found.push({ type, key, severity })
  }
  return found
}

/** More than a programme offers at once; the proposal weighs them all against each other. */
export const mostOffers = 60
/** 100.000 EUR for one thing. */
export const mostCents = 10_000_000
