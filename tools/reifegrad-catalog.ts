// Our maturity check of the digital administration as OSCAL. Pure: the same lists give the same bytes.
import { count, help, overview, ownCatalog } from './own-catalog.ts'
import type { Text } from './readability.ts'

export interface LevelQuestion {
  key: string
  question: string
  /** What exactly is asked. */
  statement: string
  /** What can be seen at the levels 0 to 5. */
  levels: string[]
  why: string
  findOut: string
  firstStep: string
  helps: string
}

/** A field of action of a digital agenda. */
export interface Field {
  id: string
  title: string
  aim: string
  knows: string
  questions: LevelQuestion[]
}

const { id, metadata } = ownCatalog('lotsenwerk-reifegrad', 'level0to5WithTarget')

export const maturityCatalog = (fields: readonly Field[]) => ({
  catalog: {
    uuid: id('catalog'),
    metadata: metadata(
      'Lotsenwerk-Reifegrad Digitale Verwaltung',
      `${count(fields)} Fragen in ${fields.length} Handlungsfeldern einer digitalen Agenda, eigene Formulierungen. Geantwortet wird mit der erreichten Stufe von 0 bis 5 und der Stufe, die Sie sich als Ziel setzen. Erreicht ist die höchste Stufe, deren Satz ganz zutrifft.`,
    ),
    groups: fields.map((field) => ({
      id: field.id,
      title: field.title,
      parts: [overview(field)],
      controls: field.questions.map(controlOf),
    })),
  },
})

const controlOf = (question: LevelQuestion) => ({
  id: question.key,
  title: question.question,
  props: [{ name: 'alt-identifier', value: question.key }],
  parts: [
    { id: `${question.key}_statement`, name: 'statement', prose: question.statement },
    help(question, 'levels', 'Die Stufen', question.levels.map((level, at) => `${at}. ${level}`).join('\n')),
    help(question, 'why', 'Warum das wichtig ist', question.why),
    help(question, 'find-out', 'So finden Sie es heraus', question.findOut),
    help(question, 'first-step', 'Erster Schritt, der nichts kostet', question.firstStep),
    help(question, 'who-helps', 'Wer hilft', question.helps),
  ],
})

export const textsOfLevelQuestion = (question: LevelQuestion): Text[] => [
  ['question', question.question],
  ['statement', question.statement],
  ...question.levels.map((level, at): Text => [`level ${at}`, level]),
  ['why', question.why],
  ['findOut', question.findOut],
  ['firstStep', question.firstStep],
  ['helps', question.helps],
]

/** Every text of a field that somebody reads. */
export const textsOfField = (field: Field): Text[] => [
  [`${field.id} aim`, field.aim],
  [`${field.id} knows`, field.knows],
  ...field.questions.flatMap((question) =>
    textsOfLevelQuestion(question).map(([place, text]): Text => [`${question.key} ${place}`, text]),
  ),
]
