import { answered, type Scale } from '#kernel/scale.ts'
import { germanDay, localDay } from '#kernel/local-day.ts'
import { given, givenInWords, type Question, type Urgency, effortInWords, urgency } from '../assessment.ts'
import { change, type Judged, type ReportGroup, type Verdict } from './report.ts'

const comma = (value: number): string => String(value).replace('.', ',')

/** "71,4 %", or a dash. */
export const percentWords = (value: number | null): string => (value === null ? '–' : `${comma(value)}\u00a0%`)

/** "+11", "−3,5", "±0", or a dash. */
export const changeWords = (value: number | null): string =>
  value === null ? '–' : value === 0 ? '±0' : `${value > 0 ? '+' : '−'}${comma(Math.abs(value))}`

/** What the percentage is of. */
export const shareName = (scale: Scale): string => (scale === 'yesNoNotApplicable' ? 'mit Ja' : 'des Ziels erreicht')

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`

/** The answer as the report says it. */
export function answerWords(question: Pick<Question, 'answer'>): string {
  const { answer } = question
  if (answer?.unconfirmed) return `Noch zu bestätigen (zuletzt: ${givenInWords(answer)})`
  return answer && given(answer) ? givenInWords(answer) : 'Offen'
}

const urgencies: Record<Exclude<Urgency, null>, string> = { mandatory: 'zwingend', quickWin: 'Schnellstarter' }

/** "zwingend", "Schnellstarter, 1 Tag oder weniger", or the effort alone; '' when there is nothing to say. */
export function effortWords(question: Question): string {
  const why = urgency(question)
  const effort = effortInWords(question.effortMin, question.effortMax)
  if (why === 'mandatory') return urgencies.mandatory
  return [why && urgencies[why], effort].filter(Boolean).join(', ')
}

const verdictNames = { confirmed: 'bestätigt', disputed: 'strittig', comment: 'Anmerkung' }

export const verdictWords = ({ verdict, remark }: Verdict): string =>
  remark === '' ? verdictNames[verdict] : `${verdictNames[verdict]}: ${remark}`

/** One sentence for the mayor: where the town stands. */
export function headline(report: Judged): string {
  const name = report.assessment.organizationName
  const { total, percent } = report
  const done = answered(total)
  if (total.total === 0) return `Der Katalog hat keine Fragen.`
  if (done === 0) return `${name} hat noch keine Frage beantwortet.`
  if (done * 2 < total.total)
    return `${name} hat ${done} von ${total.total} Fragen beantwortet. Für ein Urteil ist es zu früh.`
  if (percent === null) return `Für ${name} ist keine der Fragen von Belang.`
  const weakest = weakestGroup(report.groups)
  const isWeak = weakest !== undefined && (weakest.percent ?? 100) < Math.min(60, percent)
  return `${name} ${standing(percent)}${isWeak ? `, am meisten fehlt bei „${weakest.title}“` : ''}.`
}

function standing(percent: number): string {
  if (percent >= 85) return 'ist gut aufgestellt'
  if (percent >= 65) return 'ist solide aufgestellt'
  return percent >= 40 ? 'hat wichtige Grundlagen gelegt' : 'steht noch am Anfang'
}

const weakestGroup = (groups: readonly ReportGroup[]): ReportGroup | undefined =>
  rated(groups).toSorted((a, b) => (a.percent ?? 0) - (b.percent ?? 0))[0]

/** Answered at least by half, so that a percentage says something. */
const rated = (groups: readonly ReportGroup[]): ReportGroup[] =>
  groups.filter((group) => group.percent !== null && answered(group) * 2 >= group.total)

/** Two or three sentences with the figures that matter. */
export function lead(report: Judged): string {
  const { total, scale } = report
  const done = answered(total)
  const open = total.total - done
  const said =
    scale === 'yesNoNotApplicable'
      ? ` Darunter ${count(total.yes, 'Ja', 'Ja')} und ${count(total.no, 'Nein', 'Nein')}.`
      : ''
  const sentences = [
    `${done === total.total ? `Alle ${total.total} Fragen sind beantwortet.` : `${done} von ${total.total} Fragen sind beantwortet, ${count(open, 'ist', 'sind')} offen.`}${said}`,
    total.mandatoryLeft > 0
      ? `${count(total.mandatoryLeft, 'zwingende Anforderung ist', 'zwingende Anforderungen sind')} noch nicht erfüllt.`
      : 'Alles Zwingende ist erfüllt.',
    total.quickWinsLeft > 0
      ? count(
          total.quickWinsLeft,
          'Schnellstarter lässt sich an einem Tag erledigen.',
          'Schnellstarter lassen sich an je einem Tag erledigen.',
        )
      : '',
    comparison(report),
  ]
  return sentences.filter(Boolean).join(' ')
}

/** Against the wave before; '' without one. */
export function comparison({ previous, percent }: Judged): string {
  if (!previous) return ''
  const points = change(percent, previous.percent)
  if (points === null) return ''
  const when = `am ${germanDay(localDay(previous.at))}`
  if (points === 0) return `Das Ergebnis ist dasselbe wie bei der letzten Prüfung ${when}.`
  const size = `${comma(Math.abs(points))} ${Math.abs(points) === 1 ? 'Punkt' : 'Punkte'}`
  return `Das sind ${size} ${points > 0 ? 'mehr' : 'weniger'} als bei der letzten Prüfung ${when}.`
}

/** Lists that are in good order, the best first, as sentences. */
export const strengths = ({ groups, scale }: Judged): string[] =>
  rated(groups)
    .filter((group) => (group.percent ?? 0) >= 75 && group.mandatoryLeft === 0)
    .toSorted((a, b) => (b.percent ?? 0) - (a.percent ?? 0))
    .slice(0, 5)
    .map((group) => `${group.title}: ${percentWords(group.percent)} ${shareName(scale)}, nichts Zwingendes offen.`)

/** Lists where most is missing, as sentences: what is mandatory first, then the lowest. */
export const gaps = ({ groups, scale }: Judged): string[] =>
  groups
    .filter((group) => group.mandatoryLeft > 0 || (group.percent !== null && group.percent < 60))
    .toSorted((a, b) => b.mandatoryLeft - a.mandatoryLeft || (a.percent ?? 101) - (b.percent ?? 101))
    .slice(0, 5)
    .map((group) => `${group.title}: ${shareOf(group, scale)}${missing(group)}.`)

const shareOf = (group: ReportGroup, scale: Scale): string =>
  group.percent === null
    ? `${answered(group)} von ${group.total} Fragen beantwortet`
    : `${percentWords(group.percent)} ${shareName(scale)}`

function missing({ mandatoryLeft, quickWinsLeft }: ReportGroup): string {
  const parts = [
    mandatoryLeft > 0 && count(mandatoryLeft, 'zwingende Anforderung', 'zwingende Anforderungen'),
    quickWinsLeft > 0 && count(quickWinsLeft, 'Schnellstarter', 'Schnellstarter'),
  ].filter(Boolean)
  if (parts.length === 0) return ''
  const verb = mandatoryLeft + quickWinsLeft === 1 ? 'ist' : 'sind'
  return `; ${parts.join(' und ')} ${verb} offen`
}
