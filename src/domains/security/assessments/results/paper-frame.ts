import type { Cell, Column, Paper } from '#kernel/paper.ts'
import { germanDay, germanTime, localDay } from '#kernel/local-day.ts'
import { answered } from '#kernel/scale.ts'
import { stateNames } from '../assessment.ts'
import type { Report, ReportGroup, SignedBy } from './report.ts'
import { change, type ReportQuestion } from './report.ts'
import { answerWords, changeWords, effortWords, percentWords } from './report-words.ts'
import { run, words } from '#kernel/paper.ts'

/** What both papers have in common: title, lines above and below, and the mark of a draft. */
export function frameOf(report: Report, title: string): Omit<Paper, 'blocks'> {
  const { assessment, catalog, state } = report
  const day = germanDay(localDay(report.madeAt))
  return {
    title: `${title}: ${assessment.organizationName}, ${catalog.title}`,
    author: assessment.organizationName,
    subject: `Prüfung der Informationssicherheit nach „${catalog.title}“, Stand ${day}`,
    madeAt: report.madeAt.toString(),
    head: { left: `${assessment.organizationName} · ${catalog.title}`, right: `Stand ${day}` },
    foot: `Katalog in der Fassung ${catalog.version} · SHA-256 ${catalog.sha256.slice(0, 16)}… · ${stateNames[state]}`,
    mark: isDraft(report) ? 'ENTWURF' : undefined,
  }
}

/** Until both sides have signed. */
export const isDraft = ({ state }: Report): boolean => state !== 'signedOff'

export const madeWords = ({ madeAt }: Report): string => `${germanDay(localDay(madeAt))}, ${germanTime(madeAt)}`

const sideNames = { organization: 'Für die Organisation', assessor: 'Für die Prüfung' }

/** Both sides, with what was signed or that it was not. */
export const signatureItems = ({ signatures, names }: Report): { side: string; text: string }[] =>
  (['organization', 'assessor'] as const).map((side) => {
    const signed = signatures.find((signature) => signature.side === side)
    return { side: sideNames[side], text: signed ? signedWords(signed, names) : 'noch nicht unterschrieben' }
  })

const signedWords = ({ personId, actingForName, signedAt, sha256 }: SignedBy, names: Map<string, string>): string =>
  `${names.get(personId) ?? 'Unterschrieben'}, ${actingForName}\n${germanDay(localDay(signedAt))}, ${germanTime(signedAt)}\nPrüfsumme ${sha256.slice(0, 16)}…`

/** The lists as a table with bars; with the wave before where there is one. */
export function groupTable(
  { groups, previous, scale }: Report,
  caption: string,
): { columns: Column[]; rows: Cell[][]; caption: string } {
  const share = scale === 'yesNoNotApplicable' ? 'Mit Ja' : 'Ziel erreicht'
  const columns: Column[] = [
    { header: 'Liste', width: 34 },
    { header: 'Beantwortet', width: 13, numeric: true },
    { header: 'Anteil', width: 18 },
    { header: share, width: 10, numeric: true },
    ...(previous
      ? [
          { header: 'Zuletzt', width: 10, numeric: true },
          { header: 'Änderung', width: 11, numeric: true },
        ]
      : []),
    { header: 'Zwingend', width: 12, numeric: true },
  ]
  return { caption, columns, rows: groups.map((group) => groupRow(group, previous !== null)) }
}

const groupRow = (group: ReportGroup, compares: boolean): Cell[] => [
  words(group.title),
  words(`${answered(group)} von ${group.total}`),
  barOf(group),
  words(run(percentWords(group.percent), 'strong')),
  ...(compares
    ? [words(percentWords(group.before ?? null)), words(changeWords(change(group.percent, group.before)))]
    : []),
  words(String(group.mandatoryLeft)),
]

export const barOf = ({ title, percent }: ReportGroup): Cell => ({
  kind: 'bar',
  percent,
  alt: `${title}: ${percentWords(percent)}`,
})

/** What is to be done, as a table. */
export function stepTable(
  report: Report,
  questions: readonly ReportQuestion[],
  caption: string,
): { columns: Column[]; rows: Cell[][]; caption: string } {
  const titles = new Map(report.groups.map(({ key, title }) => [key, title]))
  return {
    caption,
    columns: [
      { header: 'Nr.', width: 13 },
      { header: 'Anforderung', width: 47 },
      { header: 'Liste', width: 20 },
      { header: 'Aufwand', width: 20 },
      { header: 'Stand', width: 12 },
    ],
    rows: questions.map((question) => [
      words(question.id),
      words(question.title),
      words(titles.get(question.topKey) ?? ''),
      words(effortWords(question)),
      words(answerWords(question)),
    ]),
  }
}
