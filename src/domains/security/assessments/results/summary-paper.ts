import { answered } from '#kernel/scale.ts'
import { type Block, type Cell, type Line, type Paper, run, words } from '#kernel/paper.ts'
import { germanDay, localDay } from '#kernel/local-day.ts'
import { shortened } from '#kernel/plain-text.ts'
import { effortInWords, urgency } from '../assessment.ts'
import { barOf, frameOf, isDraft, madeWords, signatureItems } from './paper-frame.ts'
import { change, isShort, type Report, type ReportGroup, type ReportQuestion } from './report.ts'
import { answerWords, changeWords, effortWords, headline, lead, percentWords, shareName } from './report-words.ts'

const mostLists = 8
const mostUrgent = 3
const mostSteps = 5

/** The management summary: one page for the head of the town hall. */
export function summaryPaper(report: Report): Paper {
  const frame = frameOf(report, 'Kurzbericht Informationssicherheit')
  const { assessment, catalog } = report
  return {
    ...frame,
    foot: `Erstellt aus dem Lotsenwerk am ${madeWords(report)} · Katalog in der Fassung ${shortened(catalog.version.slice(0, 10), 10)}`,
    fits: 1,
    blocks: [
      {
        kind: 'masthead',
        title: 'Kurzbericht Informationssicherheit',
        under: `${shortened(assessment.organizationName, 60)} · ${shortened(catalog.title, 60)} · Stand ${germanDay(localDay(report.madeAt))}`,
        right: 'Vertraulich (TLP:AMBER)',
        rightSmall: isDraft(report) ? 'ENTWURF, nicht abgenommen' : 'nur für die Hausspitze und die IT',
      },
      { kind: 'heading', level: 1, text: shortened(headline(report), 180) },
      { kind: 'paragraph', line: [run(lead(report))] },
      { kind: 'figures', items: figures(report) },
      { kind: 'columns', left: standing(report), right: urgent(report) },
      ...nextSteps(report),
      { kind: 'heading', level: 2, text: 'Abnahme' },
      { kind: 'signatures', items: signatureItems(report) },
    ],
  }
}

function figures(report: Report): { value: string; unit: string; label: string }[] {
  const { total, percent, previous, scale } = report
  const share = percentWords(percent).replace('\u00a0%', '')
  const points = previous && change(percent, previous.percent)
  return [
    { value: share, unit: percent === null ? '' : '%', label: `der beantworteten Fragen ${shareName(scale)}` },
    { value: String(total.mandatoryLeft), unit: '', label: 'zwingende Anforderungen noch nicht erfüllt' },
    previous && points !== null
      ? { value: changeWords(points), unit: 'Punkte', label: `gegenüber dem ${germanDay(localDay(previous.at))}` }
      : { value: String(total.quickWinsLeft), unit: '', label: 'Schnellstarter, je ein Tag oder weniger' },
    { value: String(total.total - answered(total)), unit: '', label: `von ${total.total} Fragen noch offen` },
  ]
}

/** Few lists all of them, else the weakest and the strongest, and the range of the others. */
function standing({ groups }: Report): Block[] {
  const sorted = groups.toSorted((a, b) => (b.percent ?? -1) - (a.percent ?? -1))
  const shown = sorted.length <= mostLists ? sorted : [...sorted.slice(0, 3), ...sorted.slice(3 - mostLists)]
  const others = sorted.filter((group) => !shown.includes(group) && group.percent !== null)
  return [
    { kind: 'heading', level: 2, text: 'Wo wir stehen' },
    {
      kind: 'table',
      caption: '',
      columns: [
        { header: 'Liste', width: 52 },
        { header: 'Anteil', width: 28 },
        { header: 'Wert', width: 20, numeric: true },
      ],
      rows: shown.map((group): Cell[] => [
        words(shortened(group.title, 44)),
        barOf(group),
        words(run(percentWords(group.percent), 'strong')),
      ]),
    },
    ...(shown.length < groups.length
      ? [{ kind: 'paragraph' as const, look: 'muted' as const, line: [run(range(shown, groups, others))] }]
      : []),
  ]
}

function range(shown: ReportGroup[], groups: ReportGroup[], others: ReportGroup[]): string {
  const [best, least] = [others[0], others.at(-1)]
  const said = `${shown.length} von ${groups.length} Listen.`
  return best && least
    ? `${said} Die übrigen liegen zwischen ${percentWords(least.percent)} und ${percentWords(best.percent)}.`
    : said
}

/** What comes first: mandatory, then quick wins, then what was answered with no. */
const inOrder = ({ mandatoryLeft, quickWins, gaps }: Report): ReportQuestion[] => [
  ...new Set([...mandatoryLeft, ...quickWins.filter(isShort), ...quickWins, ...gaps]),
]

function urgent(report: Report): Block[] {
  const first = inOrder(report).slice(0, mostUrgent)
  return [
    { kind: 'heading', level: 2, text: 'Was am meisten drängt' },
    first.length === 0
      ? { kind: 'paragraph', line: [run('Alles, was beantwortet ist, ist erfüllt.')] }
      : { kind: 'list', ordered: true, items: first.map((question) => urgentLine(question, report)) },
  ]
}

function urgentLine(question: ReportQuestion, report: Report): Line {
  const isMandatory = urgency(question) === 'mandatory'
  const effort = isMandatory ? null : effortInWords(question.effortMin, question.effortMax)
  const why = isMandatory ? 'In jedem Fall nötig.' : effort ? `Aufwand: ${effort}.` : ''
  const more = question.answer?.note || (question.statement === question.title ? '' : question.statement)
  return [
    run(`${fullName(question, report, 110)} `, 'strong'),
    run([`${answerWords(question)}.`, why, shortened(more, 120)].filter(Boolean).join(' ')),
  ]
}

/** Some catalogs ask, others only have headings, which say little without their list. */
const fullName = ({ title, topKey }: ReportQuestion, { groups }: Report, most: number): string => {
  const list = groups.find(({ key }) => key === topKey)?.title ?? ''
  return shortened(title.length > 40 || title.endsWith('?') ? title : `${list}: ${title}.`, most)
}

function nextSteps(report: Report): Block[] {
  const steps = inOrder(report).slice(mostUrgent, mostUrgent + mostSteps)
  if (steps.length === 0) return []
  const titles = new Map(report.groups.map(({ key, title }) => [key, title]))
  const left = inOrder(report).length - mostUrgent - steps.length
  return [
    { kind: 'heading', level: 2, text: 'Was danach zu tun ist' },
    {
      kind: 'table',
      caption: '',
      columns: [
        { header: 'Anforderung', width: 54 },
        { header: 'Liste', width: 24 },
        { header: 'Aufwand', width: 22 },
        { header: 'Stand', width: 12 },
      ],
      rows: steps.map((question) => [
        words(fullName(question, report, 95)),
        words(shortened(titles.get(question.topKey) ?? '', 40)),
        words(effortWords(question)),
        words(shortened(answerWords(question), 30)),
      ]),
    },
    ...(left > 0
      ? [
          {
            kind: 'paragraph' as const,
            look: 'muted' as const,
            line: [
              run(
                left === 1
                  ? 'Eine weitere steht im ausführlichen Bericht.'
                  : `${left} weitere stehen im ausführlichen Bericht.`,
              ),
            ],
          },
        ]
      : []),
  ]
}
