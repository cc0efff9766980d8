import { type Block, type Cell, type Line, type Paper, run, words } from '#kernel/paper.ts'
import { germanDay, localDay } from '#kernel/local-day.ts'
import { answered } from '#kernel/scale.ts'
import { stateNames } from '../assessment.ts'
import { frameOf, groupTable, isDraft, madeWords, signatureItems, stepTable } from './paper-frame.ts'
import type { Report, ReportQuestion } from './report.ts'
import {
  answerWords,
  comparison,
  effortWords,
  gaps,
  headline,
  lead,
  percentWords,
  shareName,
  strengths,
  verdictWords,
} from './report-words.ts'

/** The full report: cover, contents, summary, results per list, what comes first, every question with its answer, signatures. */
export function reportPaper(report: Report): Paper {
  const chapters = [
    summary(report),
    results(report),
    first(report),
    disputed(report),
    unanswered(report),
    answers(report),
    signed(report),
    basis(report),
  ].filter((chapter) => chapter !== undefined)
  return {
    ...frameOf(report, 'Bericht Informationssicherheit'),
    cover: cover(report),
    blocks: [{ kind: 'contents', title: 'Inhalt' }, ...chapters.flatMap((chapter, at) => numbered(chapter, at + 1))],
  }
}

interface Chapter {
  title: string
  newPage?: boolean
  parts: Block[]
}

/** Chapters and their parts carry their numbers as text, so that every format shows the same ones. */
function numbered({ title, newPage, parts }: Chapter, chapter: number): Block[] {
  let part = 0
  const blocks = parts.map((block) => {
    if (block.kind !== 'heading' || block.level !== 2) return block
    part += 1
    return { ...block, text: `${chapter}.${part} ${block.text}` }
  })
  return [{ kind: 'heading', level: 1, text: `${chapter} ${title}`, newPage }, ...blocks]
}

function cover(report: Report) {
  const { assessment, catalog, state, total } = report
  const wave = assessment.wave > 1 ? `, ${assessment.wave}. Durchgang` : ''
  return {
    over: 'Bericht Informationssicherheit',
    title: assessment.organizationName,
    under: `${catalog.title}${wave}`,
    facts: [
      { label: 'Stand', text: `${madeWords(report)}, ${stateNames[state]}` },
      { label: 'Begonnen', text: germanDay(localDay(assessment.startedAt)) },
      { label: 'Beantwortet', text: `${answered(total)} von ${total.total} Fragen` },
      { label: 'Katalog', text: `${catalog.title}, Fassung ${catalog.version}` },
      { label: 'Prüfsumme', text: `SHA-256 ${spaced(catalog.sha256)}` },
    ],
    note: isDraft(report)
      ? 'Vertraulich (TLP:AMBER). Dieser Bericht ist ein Entwurf: Es haben noch nicht beide Seiten unterschrieben, Antworten können sich ändern.'
      : 'Vertraulich (TLP:AMBER). Beide Seiten haben unterschrieben; die Antworten sind seither unverändert.',
  }
}

/** In groups of sixteen, so that a line can break. */
const spaced = (sha256: string): string => sha256.match(/.{1,16}/g)?.join(' ') ?? sha256

const paragraph = (text: string): Block => ({ kind: 'paragraph', line: [run(text)] })
const bullets = (items: readonly string[]): Block => ({
  kind: 'list',
  ordered: false,
  items: items.map((item) => [run(item)]),
})

function summary(report: Report): Chapter {
  const { total, percent, scale } = report
  const [good, bad] = [strengths(report), gaps(report)]
  return {
    title: 'Zusammenfassung',
    newPage: true,
    parts: [
      { kind: 'paragraph', look: 'lead', line: [run(headline(report))] },
      paragraph(lead(report)),
      {
        kind: 'figures',
        items: [
          {
            value: percentWords(percent).replace('\u00a0%', ''),
            unit: percent === null ? '' : '%',
            label: `der beantworteten Fragen ${shareName(scale)}`,
          },
          { value: String(total.mandatoryLeft), unit: '', label: 'zwingende Anforderungen noch nicht erfüllt' },
          { value: String(total.quickWinsLeft), unit: '', label: 'Schnellstarter, je ein Tag oder weniger' },
          { value: String(total.total - answered(total)), unit: '', label: 'Fragen noch offen' },
        ],
      },
      { kind: 'heading', level: 2, text: 'Stärken' },
      good.length > 0
        ? bullets(good)
        : paragraph('Noch keine Liste ist mindestens zu drei Vierteln erfüllt und ohne offene zwingende Anforderung.'),
      { kind: 'heading', level: 2, text: 'Lücken' },
      bad.length > 0 ? bullets(bad) : paragraph('Keine Liste liegt unter 60 %, und nichts Zwingendes ist offen.'),
    ],
  }
}

function results(report: Report): Chapter {
  const compared = comparison(report)
  return {
    title: 'Ergebnis je Liste',
    parts: [
      paragraph(howCounted(report)),
      ...(compared ? [paragraph(compared)] : []),
      { kind: 'table', ...groupTable(report, 'In der Reihenfolge des Katalogs') },
    ],
  }
}

const howCounted = ({ scale }: Report): string =>
  scale === 'yesNoNotApplicable'
    ? 'Der Anteil zählt die Antworten mit Ja unter denen mit Ja oder Nein. Offenes und nicht Relevantes zählt nicht mit und steht für sich.'
    : 'Der Anteil ist das Mittel aus erreichter Stufe und Ziel, je Frage höchstens 100 %. Offenes, nicht Relevantes und Ziele von 0 zählen nicht mit.'

function first(report: Report): Chapter {
  const { mandatoryLeft, quickWins, gaps: others } = report
  const part = (title: string, said: string, questions: readonly ReportQuestion[], caption: string): Block[] =>
    questions.length === 0
      ? []
      : [
          { kind: 'heading', level: 2, text: title },
          paragraph(said),
          { kind: 'table', ...stepTable(report, questions, caption) },
        ]
  const quick = new Set(quickWins)
  const parts = [
    ...part(
      'Zwingendes',
      'Diese Anforderungen sind in jedem Fall nötig und noch nicht erfüllt.',
      mandatoryLeft,
      'Zwingende Anforderungen, die fehlen',
    ),
    ...part(
      'Schnellstarter',
      'Jede dieser Anforderungen lässt sich an einem Tag erledigen.',
      quickWins,
      'Schnellstarter, die fehlen',
    ),
    ...part(
      'Weitere Lücken',
      'Diese Anforderungen sind nach Angabe der Organisation nicht erfüllt.',
      others.filter((question) => !quick.has(question)),
      'Weitere Anforderungen, die nicht erfüllt sind',
    ),
  ]
  return {
    title: 'Was zuerst zu tun ist',
    parts: parts.length > 0 ? parts : [paragraph('Alles, was beantwortet ist, ist erfüllt.')],
  }
}

function disputed(report: Report): Chapter | undefined {
  if (report.disputed.length === 0) return undefined
  return {
    title: 'Strittige Punkte',
    parts: [
      paragraph('Zu diesen Antworten sind sich Organisation und Prüfung nicht einig.'),
      {
        kind: 'table',
        caption: 'Strittige Antworten',
        columns: [
          { header: 'Nr.', width: 13 },
          { header: 'Anforderung', width: 42 },
          { header: 'Antwort', width: 15 },
          { header: 'Prüfung', width: 40 },
        ],
        rows: report.disputed.map((question) => [
          words(question.id),
          words(question.title),
          words(answerWords(question)),
          words(question.verdict?.remark || '–'),
        ]),
      },
    ],
  }
}

/** By name, since nobody should learn from a sum what was left out. */
function unanswered(report: Report): Chapter | undefined {
  if (report.unanswered.length === 0) return undefined
  const byGroup = Map.groupBy(report.unanswered, ({ topKey }) => topKey)
  const rows = report.groups.flatMap(({ key, title, total }): Cell[][] => {
    const open = byGroup.get(key) ?? []
    return open.length === 0
      ? []
      : [[words(title), words(`${open.length} von ${total}`), words(open.map(({ id }) => id).join(', '))]]
  })
  return {
    title: 'Noch offen',
    parts: [
      paragraph(
        'Diese Fragen sind nicht beantwortet; was aus einer anderen Prüfung übernommen und nicht bestätigt ist, gehört dazu.',
      ),
      {
        kind: 'table',
        caption: 'Offene Fragen je Liste',
        columns: [
          { header: 'Liste', width: 30 },
          { header: 'Offen', width: 14, numeric: true },
          { header: 'Fragen', width: 66 },
        ],
        rows,
      },
    ],
  }
}

function answers(report: Report): Chapter {
  const bySection = Map.groupBy(report.questions, ({ groupKey }) => groupKey)
  const parts = report.groups.flatMap((group): Block[] => {
    const sections = report.sections.filter(({ key, topKey }) => topKey === group.key && bySection.has(key))
    return [
      { kind: 'heading', level: 2, text: group.title },
      {
        kind: 'paragraph',
        look: 'muted',
        line: [
          run(
            `${answered(group)} von ${group.total} Fragen beantwortet, ${group.percent === null ? 'noch kein Anteil' : `${percentWords(group.percent)} ${shareName(report.scale)}`}.`,
          ),
        ],
      },
      ...sections.flatMap((section): Block[] => [
        ...(section.key === group.key ? [] : [{ kind: 'heading' as const, level: 3 as const, text: section.title }]),
        questionTable(report, bySection.get(section.key) ?? []),
      ]),
    ]
  })
  return { title: 'Alle Fragen und Antworten', newPage: true, parts }
}

const questionTable = (report: Report, questions: readonly ReportQuestion[]): Block => ({
  kind: 'table',
  caption: '',
  columns: [
    { header: 'Nr.', width: 13 },
    { header: 'Frage', width: 64 },
    { header: 'Antwort', width: 24 },
  ],
  rows: questions.map((question) => [
    words(question.id),
    { kind: 'lines', lines: questionLines(question) },
    { kind: 'lines', lines: answerLines(question, report) },
  ]),
})

const small = (label: string, text: string): Line[] =>
  text === '' ? [] : [[run(`${label} `, 'muted'), run(text, 'small')]]

function questionLines(question: ReportQuestion): Line[] {
  const { title, statement, answer, evidence, verdict } = question
  return [
    [run(title, 'strong')],
    ...(statement !== '' && statement !== title ? [[run(statement, 'small' as const)]] : []),
    ...small('Notiz:', answer?.note ?? ''),
    ...small('Nachweise:', evidence.map(evidenceWords).join('; ')),
    ...(verdict ? small('Prüfung:', verdictWords(verdict)) : []),
  ]
}

const evidenceWords = ({ title, validUntil }: ReportQuestion['evidence'][number]): string =>
  validUntil === null ? title : `${title} (gilt bis ${validUntil.split('-').toReversed().join('.')})`

function answerLines(question: ReportQuestion, { names }: Report): Line[] {
  const { answer } = question
  const effort = effortWords(question)
  return [
    [run(answerWords(question), 'strong')],
    ...(answer
      ? [
          [
            run(
              `${names.get(answer.answeredBy) ?? 'Kollegin oder Kollege'}, ${germanDay(localDay(answer.answeredAt))}`,
              'muted' as const,
            ),
          ],
        ]
      : []),
    ...(effort === '' ? [] : [[run(question.effortMin === 0 ? 'Zwingend' : `Aufwand: ${effort}`, 'muted' as const)]]),
  ]
}

const signed = (report: Report): Chapter => ({
  title: 'Abnahme',
  parts: [
    paragraph(
      isDraft(report)
        ? 'Die Prüfung ist noch nicht abgenommen. Mit der zweiten Unterschrift stehen die Antworten fest.'
        : 'Beide Seiten haben unterschrieben. Die Prüfsumme steht für den Text, der dabei gezeigt wurde.',
    ),
    { kind: 'signatures', items: signatureItems(report) },
  ],
})

function basis({ catalog, scale }: Report): Chapter {
  return {
    title: 'Grundlage',
    parts: [
      {
        kind: 'pairs',
        items: [
          { label: 'Katalog', text: catalog.title },
          { label: 'Fassung', text: catalog.version },
          { label: 'Herausgeber', text: catalog.source ?? 'nicht angegeben' },
          { label: 'Lizenz', text: catalog.license ?? 'nicht angegeben' },
          { label: 'SHA-256', text: spaced(catalog.sha256) },
          {
            label: 'Antworten',
            text:
              scale === 'yesNoNotApplicable' ? 'Ja, Nein, Nicht relevant' : 'Stufe 0 bis 5 mit Ziel, Nicht relevant',
          },
        ],
      },
      paragraph(
        'Zwingend ist, was der Katalog ohne Aufwand einstuft, weil es in jedem Fall nötig ist. Ein Schnellstarter gelingt an einem Tag. Die Antworten sind eigene Angaben der Organisation; wo eine Prüfung sie bestätigt oder bestritten hat, steht es dabei.',
      ),
    ],
  }
}
