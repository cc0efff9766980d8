import { xlsxType, writeWorkbook, type SheetColumn } from '#platform/spreadsheet/write-sheet.ts'
import { answerNames } from '../assessment.ts'
import { namesOf } from '#foundation/identity/index.ts'
import { listGroups } from '#foundation/catalogs/index.ts'
import type { FileAnswer } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import type { Assessment } from '../assessment.ts'
import { listQuestions } from '../queries.ts'
import { confirmedWords, type HeaderKey, headers, headersOf, rowOf } from './answer-sheet.ts'

/** More than any catalog may have (the importer's limit). */
const all = 20_000

/** Every question with its answer as a table, which may come back filled in. */
export async function answerFile({ db }: Context, assessment: Assessment): Promise<FileAnswer> {
  const questions = await listQuestions(db, assessment, { selection: 'alle', limit: all })
  const lists = new Map((await listGroups(db, assessment.catalogId)).map(({ key, title }) => [key, title]))
  const names = await namesOf(
    db,
    questions.flatMap(({ answer }) => answer?.answeredBy ?? []),
  )
  const rows = questions.map((question) => rowOf(question, lists.get(question.topKey) ?? '', assessment.scale, names))
  const sheet = { name: 'Antworten', columns: headersOf(assessment.scale).map(columnOf), rows }
  return {
    kind: 'file',
    name: `antworten-${assessment.organizationName}.xlsx`,
    type: xlsxType,
    body: { make: () => writeWorkbook([sheet, advice(assessment)]) },
  }
}

const levels = ['0', '1', '2', '3', '4', '5']
const looks: Record<HeaderKey, Omit<SheetColumn, 'header'>> = {
  list: { width: 26 },
  number: { width: 6 },
  id: { width: 14 },
  question: { width: 60, wrap: true },
  answer: { width: 16, choices: Object.values(answerNames) },
  level: { width: 8, choices: levels },
  target: { width: 8, choices: levels },
  note: { width: 60, wrap: true },
  confirmed: { width: 11, choices: Object.values(confirmedWords) },
  by: { width: 22 },
  at: { width: 22 },
  version: { width: 10, hidden: true },
}

const columnOf = (key: HeaderKey): SheetColumn => ({ header: headers[key], ...looks[key] })

const advice = ({ organizationName, catalogTitle, scale }: Assessment) => ({
  name: 'Hinweise',
  columns: [{ header: 'So füllen Sie die Tabelle aus', width: 100, wrap: true }],
  rows: [
    `Antworten von ${organizationName} zu „${catalogTitle}“.`,
    scale === 'yesNoNotApplicable'
      ? 'In der Spalte „Antwort“ wählen Sie Ja, Nein oder Nicht relevant. Leer heißt: noch offen.'
      : 'In „Stufe“ und „Ziel“ tragen Sie 0 bis 5 ein, immer beides. In „Antwort“ steht nur „Nicht relevant“ oder nichts.',
    'In „Notiz“ dürfen Sie frei schreiben, höchstens 10.000 Zeichen.',
    '„Bestätigt“ steht auf „nein“, wo eine Antwort aus einer anderen Prüfung übernommen ist. Gilt sie noch, tragen Sie „ja“ ein.',
    'Alle anderen Spalten sind zum Lesen; was Sie dort ändern, bleibt ohne Wirkung. Eine Spalte ist verborgen: An ihr sehen wir, ob inzwischen jemand anderes geantwortet hat.',
    'Zurück geben Sie die Tabelle auf der Seite „Ergebnisse“ der Prüfung. Dort sehen Sie zuerst, was sich ändert; gespeichert wird danach.',
    'Zeilen, die Sie löschen, ändern nichts: Gelöscht wird keine Antwort.',
  ].map((text) => [text]),
})
