import { type Coded, codedInWords, type Reason } from '#kernel/disclosure/index.ts'
import { germanDate, germanDay, localDay } from '#kernel/local-day.ts'
import { type Dimension, familyOf, type Picture, type PictureCell, type ShownCell, totalOf } from './picture.ts'

interface FamilyWords {
  title: string
  /** What its cells are. */
  header: string
  /** What the percentage is of. */
  value: string
}

const share = 'Anteil Ja'

export const familyWords: Readonly<Record<Dimension, FamilyWords>> = {
  total: { title: 'Alle zusammen', header: 'Alle', value: share },
  checklist: { title: 'Nach Checkliste', header: 'Checkliste', value: share },
  control: { title: 'Nach Frage', header: 'Frage', value: share },
  kindClass: { title: 'Nach Art der Kommune', header: 'Art', value: share },
  county: { title: 'Nach Landkreis', header: 'Landkreis', value: share },
  sizeClass: { title: 'Nach Größe', header: 'Einwohner', value: share },
  wave: { title: 'Nach Durchgang', header: 'Durchgang', value: share },
  phase: { title: 'Nach Phase im Programm', header: 'Phase', value: 'Anteil der Kommunen' },
  money: { title: 'Mittel', header: 'Stand der Mittel', value: 'Anteil am Budget' },
}

const codedOf = ({ percent, bound }: Pick<ShownCell, 'percent' | 'bound'>): Coded =>
  bound === 'atMost'
    ? { kind: bound, percent: 5 }
    : bound === 'atLeast'
      ? { kind: bound, percent: 95 }
      : { kind: 'value', percent }

export const notShown = 'nicht ausgewiesen'

/** "60 %", "≤ 5 %", "nicht ausgewiesen". */
export const percentInWords = (cell: PictureCell): string =>
  cell.hidden === null ? codedInWords(codedOf(cell)) : notShown

/** "8", "nicht ausgewiesen". */
export const countInWords = (cell: PictureCell): string => (cell.hidden === null ? figure(cell.count) : notShown)

/** "Stand vom 01.08.2026" where the value is still the one of an earlier picture. */
export const asOfInWords = (cell: PictureCell): string =>
  cell.hidden === null && cell.asOf !== null ? `Stand vom ${germanDate(cell.asOf)}` : ''

export const figure = (value: number): string => value.toLocaleString('de-DE')

/** Points as they changed: "+5", "−10", "±0". */
export const changeInWords = (points: number): string =>
  points === 0 ? '±0' : `${points > 0 ? '+' : '−'}${Math.abs(points)}`

export const reasonInWords: Readonly<Record<Reason, string>> = {
  small:
    'Dahinter stehen weniger als fünf Kommunen, deren Wert nicht ohnehin bekannt ist. Ein Mittelwert würde einzelne erkennbar machen.',
  complement: 'Aus der Summe aller und den übrigen Werten ließe sich sonst ein anderer verdeckter Wert ausrechnen.',
  isolates:
    'Zusammen mit anderen gezeigten Werten ließe sich sonst der Mittelwert von weniger als fünf Kommunen ausrechnen.',
  narrow:
    'Eine Kommune könnte sonst mit ihrem eigenen Ergebnis das einer anderen auf weniger als 20 Prozentpunkte eingrenzen.',
}

/** 01.11.2026: the local day on which it was counted. */
export const takenOn = ({ takenAt }: Pick<Picture, 'takenAt'>): string => germanDay(localDay(takenAt))

/** How many take part and are checked, as one sentence. */
export function participation({ participants, assessed }: Pick<Picture, 'participants' | 'assessed'>): string {
  if (assessed === null)
    return `Von ${figure(participants)} teilnehmenden Kommunen haben weniger als fünf eine abgenommene Prüfung.`
  return `Von ${figure(participants)} teilnehmenden Kommunen haben ${figure(assessed)} eine abgenommene Prüfung.`
}

/** The mean of all as one sentence. */
export function meanSentence(picture: Pick<Picture, 'families'>): string {
  const total = totalOf(picture)
  if (!total || total.hidden !== null) return 'Der Mittelwert über alle ist noch nicht ausgewiesen.'
  const amount = { atMost: 'höchstens 5', atLeast: 'mindestens 95', value: String(total.percent) }[
    total.bound ?? 'value'
  ]
  return `Im Mittel sind ${amount}\u00A0% der Fragen mit Ja beantwortet.`
}

/** The lists with the largest gap first; hidden ones last. */
export const byGap = (cells: readonly PictureCell[]): PictureCell[] =>
  cells.toSorted((one, other) => order(one) - order(other))

const order = (cell: PictureCell): number => (cell.hidden === null ? cell.percent : 101)

/** Where most is missing; undefined while no list is shown. */
export function gapSentence(picture: Pick<Picture, 'families'>): string | undefined {
  const [largest] = byGap(familyOf(picture, 'checklist'))
  if (!largest || largest.hidden !== null) return undefined
  return `Die größte Lücke ist bei „${largest.label}“: ${percentInWords(largest)}.`
}
