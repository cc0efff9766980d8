import { createHash } from 'node:crypto'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import { lotsenwerkNamespace, type ParsedCatalog } from '../oscal/catalog.ts'
import { enumerated, quoted } from '../oscal/document/wording.ts'
import { parseEffort } from '../oscal/effort.ts'
import { readCatalog } from '../oscal/read-catalog.ts'
import { uuidFrom } from '../oscal/uuid.ts'
import { wibaEfforts, wibaLists } from './lists.ts'
import type { Workbook, WorkbookQuestion } from './read-workbook.ts'

export interface WorkbookCatalog {
  catalog: ParsedCatalog
  /** The catalog part as an OSCAL document: what a municipality filled in never leaves the workbook this way. */
  document: Uint8Array
}

const ns = lotsenwerkNamespace
const orderOf = new Map(wibaLists.map(({ code }, at) => [code, at]))

/** BSI's order of work first, lists it does not know behind it; within a list by number, however the rows were sorted. */
const inOrder = (questions: readonly WorkbookQuestion[]): WorkbookQuestion[] =>
  questions.toSorted(
    (a, b) =>
      (orderOf.get(a.code) ?? wibaLists.length) - (orderOf.get(b.code) ?? wibaLists.length) ||
      (a.code === b.code ? a.number - b.number : a.code < b.code ? -1 : 1),
  )

const oneLine = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim()

export function effortOf(text: string): string | null {
  const effort = parseEffort(text)
  if (!effort) return null
  return effort.min === effort.max ? String(effort.min) : `${effort.min}-${effort.max}`
}

/** Over lists, numbers, texts and effort alone, so that a filled copy, or one that was sorted anew, is the same catalog. */
export function workbookHash({ questions }: Workbook): string {
  const part = inOrder(questions).map(({ code, list, number, question, help, effort }) => [
    orderOf.has(code) ? code : oneLine(list),
    number,
    oneLine(question),
    oneLine(help),
    effortOf(effort) ?? oneLine(effort),
  ])
  return createHash('sha256')
    .update(`lotsenwerk-wiba-1\n${JSON.stringify(part)}`)
    .digest('hex')
}

/** A workbook as a catalog; another edition than the known one is taken and its differences are told. */
export function workbookCatalog(workbook: Workbook): Outcome<WorkbookCatalog> {
  const sha256 = workbookHash(workbook)
  const document = Buffer.from(JSON.stringify(documentOf(workbook, sha256)))
  const catalog = readCatalog(document)
  if (isRefusal(catalog)) return catalog
  // Its identities are made of its numbers, which another edition gives to other questions.
  return { catalog: { ...catalog, sha256, hasKeys: false, warnings: differences(workbook) }, document }
}

function documentOf({ questions }: Workbook, sha256: string): object {
  const groups = [...Map.groupBy(inOrder(questions), ({ code }) => code)].map(([code, own]) => groupOf(code, own))
  const publisher = uuidFrom(`publisher ${sha256}`)
  return {
    catalog: {
      uuid: uuidFrom(sha256),
      metadata: {
        title: 'WiBA: Weg in die Basis-Absicherung',
        // The edition has a year and no day; the document is a rendering of the workbook.
        'last-modified': '2023-01-01T00:00:00Z',
        version: 'WiBA 2.0 (2023)',
        'oscal-version': '1.1.3',
        props: [
          { name: 'language', ns, value: 'de' },
          { name: 'answer-scale', ns, value: 'yesNoNotApplicable' },
          { name: 'license', ns, value: '© BSI. Vom Verbund eingelesen, nicht mit Lotsenwerk ausgeliefert.' },
        ],
        roles: [{ id: 'publisher', title: 'Herausgeber' }],
        parties: [
          {
            uuid: publisher,
            type: 'organization',
            name: 'Bundesamt für Sicherheit in der Informationstechnik (BSI)',
          },
        ],
        'responsible-parties': [{ 'role-id': 'publisher', 'party-uuids': [publisher] }],
      },
      groups,
    },
  }
}

function groupOf(code: string, questions: readonly WorkbookQuestion[]): object {
  const list = wibaLists.find((one) => one.code === code)
  return {
    id: code,
    title: questions[0]?.list ?? code,
    ...(list && {
      props: [{ name: 'priority', ns, value: String(list.priority) }],
      parts: [
        {
          id: `${code}_overview`,
          name: 'overview',
          prose: `Priorität ${list.priority} von 4 in der vom BSI empfohlenen Reihenfolge.`,
        },
      ],
    }),
    controls: questions.map(controlOf),
  }
}

function controlOf({ key, question, help, effort }: WorkbookQuestion): object {
  const value = effortOf(effort)
  return {
    id: key,
    title: question,
    props: [{ name: 'alt-identifier', value: key }, ...(value === null ? [] : [{ name: 'effort', ns, value }])],
    ...(help === '' ? {} : { parts: [{ id: `${key}_help`, name: 'guidance', title: 'Hilfsmittel', prose: help }] }),
  }
}

/** What differs from WiBA 2.0 (2023): BSI itself says "rund 250" questions, so a difference is told and never refused. */
function differences({ questions, unknownLists, incomplete }: Workbook): string[] {
  const there = Map.groupBy(questions, ({ code }) => code)
  const perList = wibaLists.flatMap(({ code, name, questions: expected }) => {
    const count = there.get(code)?.length ?? 0
    return count === expected ? [] : [`${quoted(name)}: ${count} statt ${expected} Fragen.`]
  })
  const own = unknownLists.map((name) => `${quoted(name)}: Diese Liste hat WiBA 2.0 (2023) nicht.`)
  const efforts = Map.groupBy(questions, ({ effort }) => effortOf(effort) ?? '')
  const perEffort = wibaEfforts.flatMap(([effort, expected]) => {
    const count = efforts.get(effort)?.length ?? 0
    return count === expected ? [] : [`${count} statt ${expected} mit Aufwand ${effort}`]
  })
  const unread = (efforts.get('') ?? []).map(({ row }) => `Zeile ${row}`)
  const different = [...perList, ...own]
  return [
    ...(different.length > 0
      ? ['Die Arbeitsmappe weicht von WiBA 2.0 (2023) mit 19 Listen und 257 Fragen ab:', ...different]
      : []),
    ...(perEffort.length > 0 ? [`Der Aufwand ist anders verteilt: ${perEffort.join(', ')}.`] : []),
    ...(unread.length > 0 ? [`Der Aufwand fehlt oder ist nicht lesbar und bleibt leer: ${enumerated(unread)}.`] : []),
    ...(incomplete.length > 0
      ? [`Ohne Checkliste oder Nummer und deshalb ausgelassen: ${enumerated(incomplete.map((row) => `Zeile ${row}`))}.`]
      : []),
  ]
}
