import { germanDate } from '#kernel/local-day.ts'
import { type Block, type Cell, type Paper, run, words } from '#kernel/paper.ts'
import { hiddenFamilies } from '../hidden.ts'
import { type Dimension, type Picture, type PictureCell, totalOf } from '../picture.ts'
import {
  asOfInWords,
  byGap,
  countInWords,
  familyWords,
  figure,
  gapSentence,
  meanSentence,
  participation,
  percentInWords,
  reasonInWords,
  takenOn,
} from '../words.ts'

/** The picture as a report: sentences, figures, a table for each breakdown, and why some values are missing. */
export function picturePaper(picture: Picture): Paper {
  const stand = `Stand ${takenOn(picture)}`
  return {
    title: `Landesbild Informationssicherheit: ${picture.programmeName}`,
    author: picture.programmeName,
    subject: stand,
    madeAt: picture.takenAt.toString(),
    head: { left: 'Landesbild Informationssicherheit', right: stand },
    foot: `${picture.programmeName} · erschienen am ${germanDate(picture.releaseOn)}`,
    blocks: [
      {
        kind: 'masthead',
        title: 'Landesbild Informationssicherheit',
        under: `${picture.programmeName} · ${stand}`,
        right: `Erschienen ${germanDate(picture.releaseOn)}`,
        rightSmall: '',
      },
      { kind: 'heading', level: 1, text: meanSentence(picture).replace(/\.$/, '') },
      { kind: 'paragraph', line: [run(sentences(picture))], look: 'lead' },
      { kind: 'figures', items: figures(picture) },
      ...picture.families
        .filter(({ dimension }) => dimension !== 'total' && dimension !== 'control')
        .flatMap(({ dimension, cells }) => familyBlocks(dimension, cells)),
      ...namedBlocks(picture),
      ...hiddenBlocks(picture),
      { kind: 'heading', level: 2, text: 'Wie gezählt wird' },
      {
        kind: 'paragraph',
        line: [
          run(
            'Jede Kommune zählt einmal, mit ihrer letzten abgenommenen Prüfung. Gezeigt ist das Mittel der Anteile „Ja“ ohne nicht relevante Fragen, auf 5 gerundet. Kein Wert lässt sich auf eine einzelne Kommune zurückrechnen.',
          ),
        ],
      },
      {
        kind: 'paragraph',
        line: [run(`Prüfsumme der veröffentlichten Werte (SHA-256): ${picture.sha256}`)],
        look: 'small',
      },
    ],
  }
}

const sentences = (picture: Picture): string => [participation(picture), gapSentence(picture)].filter(Boolean).join(' ')

function figures(picture: Picture) {
  const total = totalOf(picture)
  return [
    ...(total ? [{ value: percentInWords(total), unit: '', label: 'der Fragen mit Ja beantwortet' }] : []),
    { value: figure(picture.participants), unit: '', label: 'Kommunen nehmen teil' },
    {
      value: picture.assessed === null ? 'unter 5' : figure(picture.assessed),
      unit: '',
      label: 'haben eine abgenommene Prüfung',
    },
  ]
}

const bar = (cell: PictureCell): Cell => ({
  kind: 'bar',
  percent: cell.hidden === null ? cell.percent : null,
  alt: percentInWords(cell),
})

function familyBlocks(dimension: Dimension, cells: readonly PictureCell[]): Block[] {
  const { title, header, value } = familyWords[dimension]
  const rows = dimension === 'checklist' ? byGap(cells) : cells
  return [
    { kind: 'heading', level: 2, text: title },
    {
      kind: 'table',
      caption: `${title}: ${value}`,
      columns: [
        { header, width: 36 },
        { header: 'Kommunen', width: 20, numeric: true },
        { header: value, width: 22, numeric: true },
        { header: 'Als Balken', width: 22 },
      ],
      rows: rows.map((cell) => [
        words(cell.label),
        words(countInWords(cell)),
        asOfInWords(cell) === ''
          ? words(percentInWords(cell))
          : words(percentInWords(cell), run(asOfInWords(cell), 'small')),
        bar(cell),
      ]),
    },
  ]
}

const namedBlocks = ({ named }: Picture): Block[] =>
  named.length === 0
    ? []
    : [
        { kind: 'heading', level: 2, text: 'Kommunen, die sich namentlich zeigen' },
        {
          kind: 'table',
          caption: 'In der Reihenfolge der Namen',
          columns: [
            { header: 'Kommune', width: 44 },
            { header: 'Anteil Ja', width: 20, numeric: true },
            { header: 'Phase', width: 36 },
          ],
          rows: named.map(({ name, percent, phaseLabel }) => [
            words(name),
            words(percent === null ? 'noch keine Prüfung' : `${percent}\u00A0%`),
            words(phaseLabel),
          ]),
        },
      ]

function hiddenBlocks(picture: Picture): Block[] {
  const families = hiddenFamilies(picture)
  if (families.length === 0) return []
  return [
    { kind: 'heading', level: 2, text: 'Warum einige Werte fehlen' },
    ...families.flatMap(({ dimension, hidden, total, byReason }): Block[] => [
      { kind: 'heading', level: 3, text: `${familyWords[dimension].title}: ${hidden} von ${total} nicht ausgewiesen` },
      {
        kind: 'list',
        ordered: false,
        items: byReason.map(({ reason, labels }) => [
          run(dimension === 'control' ? `${labels.length} Fragen: ` : `${labels.join(', ')}: `, 'strong'),
          run(reasonInWords[reason]),
        ]),
      },
    ]),
  ]
}
