import type { FileAnswer } from '#platform/http/answer.ts'
import { type Sheet, writeWorkbook, xlsxType } from '#platform/spreadsheet/write-sheet.ts'
import { shortVersion } from '../../versions.ts'
import { obligationNames } from '../../web/words.ts'
import type { ComparedControl } from '../compare-versions.ts'
import { countsOf, entriesOf, type Entry, type GroupTitle, groupsOf, states } from '../entries.ts'
import type { ComparedCatalogs } from '../read-comparison.ts'
import { changeNames, stateNames } from './words.ts'

/** The comparison as a workbook: both versions, every control, every list. Written after the transaction. */
export const comparisonFile = (
  found: ComparedCatalogs,
  before: readonly GroupTitle[],
  after: readonly GroupTitle[],
): FileAnswer => ({
  kind: 'file',
  name: `vergleich-${shortVersion(found.before.version)}-${shortVersion(found.after.version)}.xlsx`,
  type: xlsxType,
  body: { make: () => writeWorkbook(sheetsOf(found, before, after)) },
})

function sheetsOf(found: ComparedCatalogs, before: readonly GroupTitle[], after: readonly GroupTitle[]): Sheet[] {
  const entries = entriesOf(found.comparison)
  const groups = groupsOf(entries, before, after)
  return [
    controls(entries, new Map(groups.map(({ key, title }) => [key, title]))),
    {
      name: 'Listen',
      columns: [
        { header: 'Liste', width: 40 },
        ...states.map((state) => ({ header: stateNames[state], width: 16 })),
        { header: 'in der neuen Fassung', width: 20 },
      ],
      rows: groups.map(({ title, counts, controls: some }) => [
        title,
        ...states.map((state) => String(counts[state])),
        String(some),
      ]),
    },
    overview(found, entries),
  ]
}

function overview({ before, after, comparison }: ComparedCatalogs, entries: readonly Entry[]): Sheet {
  const counts = countsOf(entries)
  return {
    name: 'Überblick',
    columns: [
      { header: 'Angabe', width: 34 },
      { header: 'Bisher', width: 50, wrap: true },
      { header: 'Jetzt', width: 50, wrap: true },
    ],
    rows: [
      ['Katalog', before.title, after.title],
      ['Fassung', before.version, after.version],
      ['Anforderungen', String(before.controlCount), String(after.controlCount)],
      ['Prüfsumme (SHA-256)', before.sha256, after.sha256],
      ['Lizenz', before.license ?? 'nicht angegeben', after.license ?? 'nicht angegeben'],
      [
        'Verglichen',
        comparison.byKeys
          ? 'nach der Kennung des Herausgebers, sonst nach Nummer und Titel'
          : 'nach Nummer und Titel, weil eindeutige Kennungen fehlen',
        '',
      ],
      ['in beiden Fassungen', String(comparison.pairs.length), ''],
      ...states.map((state) => [stateNames[state], String(counts[state]), '']),
    ],
  }
}

const controls = (entries: readonly Entry[], titles: ReadonlyMap<string, string>): Sheet => ({
  name: 'Anforderungen',
  columns: [
    { header: 'Stand', width: 24, wrap: true },
    { header: 'Nummer bisher', width: 14 },
    { header: 'Nummer jetzt', width: 14 },
    { header: 'Liste', width: 26, wrap: true },
    { header: 'Geändert', width: 20, wrap: true },
    { header: 'Titel bisher', width: 32, wrap: true },
    { header: 'Titel jetzt', width: 32, wrap: true },
    { header: 'Verbindlichkeit bisher', width: 12 },
    { header: 'Verbindlichkeit jetzt', width: 12 },
    { header: 'Text bisher', width: 60, wrap: true },
    { header: 'Text jetzt', width: 60, wrap: true },
    { header: 'Hinweis bisher', width: 60, wrap: true },
    { header: 'Hinweis jetzt', width: 60, wrap: true },
    { header: 'Die bisherige Nummer trägt jetzt', width: 32, wrap: true },
  ],
  rows: entries.map(({ before, after, states: found, changes, topKey, numberNow }) => [
    found.map((state) => stateNames[state]).join('; '),
    before?.id ?? '',
    after?.id ?? '',
    titles.get(topKey) ?? topKey,
    changes.map((change) => changeNames[change]).join(', '),
    ...both(before, after, ({ title }) => title),
    ...both(before, after, ({ obligation }) => (obligation ? obligationNames[obligation] : '')),
    ...both(before, after, ({ statement }) => statement),
    ...both(before, after, ({ guidance }) => guidance),
    numberNow?.title ?? '',
  ]),
})

const both = (
  before: ComparedControl | null,
  after: ComparedControl | null,
  textOf: (control: ComparedControl) => string,
): string[] => [before, after].map((control) => (control ? fitting(textOf(control)) : ''))

/** A cell of a spreadsheet holds 32,767 characters; a file with more is taken for broken. */
const longest = 30_000
const fitting = (text: string): string => (text.length > longest ? `${text.slice(0, longest)} … (gekürzt)` : text)
