// Our own basic check as OSCAL. Pure: the same lists give the same bytes.
import { count, help, overview, own, ownCatalog } from './own-catalog.ts'
import type { Text } from './readability.ts'

export interface Question {
  key: string
  question: string
  statement: string
  /** Ids of the IT-Grundschutz-Kompendium 2023, verbatim. */
  requirements: string[]
  effort: number | [number, number]
  why: string
  findOut: string
  yesMeans: string[]
  firstStep: string
  proof: string
  helps: string
  /** Among the thirty with the most effect in a small administration. */
  small?: boolean
  /** Makes no sense without an own server room or own servers. */
  ownServerRoom?: boolean
}

export interface List {
  id: string
  title: string
  priority: number
  aim: string
  knows: string
  questions: Question[]
}

export const catalogTitle = 'Lotsenwerk-Basis-Check'
export const { id, metadata } = ownCatalog('lotsenwerk-basischeck', 'yesNoNotApplicable')

export const basischeckCatalog = (lists: readonly List[]) => ({
  catalog: {
    uuid: id('catalog'),
    metadata: metadata(
      catalogTitle,
      `${count(lists)} Fragen in ${lists.length} Listen, eigene Formulierungen, geordnet nach der vom BSI empfohlenen Reihenfolge der Bearbeitung. Die Verweise nennen nur die Kennungen der Anforderungen des IT-Grundschutz-Kompendiums 2023. Aufwand: 1 ein Tag oder weniger mit eigenen Mitteln, 2 bis zu einer Woche, 3 mehrere Wochen mit Planung oder fremder Hilfe, 4 ein größeres Vorhaben mit Geld und Beschluss.`,
    ),
    groups: lists.map(groupOf),
  },
})

const groupOf = (list: List) => ({
  id: list.id,
  title: list.title,
  props: [own('priority', String(list.priority))],
  parts: [overview(list)],
  controls: list.questions.map(controlOf),
})

const effortOf = (effort: Question['effort']): string =>
  typeof effort === 'number' ? String(effort) : effort.join('-')

const controlOf = (question: Question) => ({
  id: question.key,
  title: question.question,
  props: [
    { name: 'alt-identifier', value: question.key },
    own('effort', effortOf(question.effort)),
    ...(question.ownServerRoom ? [own('applies-to', 'own-server-room')] : []),
  ],
  links: question.requirements.map((requirement) => ({
    href: `urn:bsi:it-grundschutz:2023:${requirement}`,
    rel: 'requirement',
    text: requirement,
  })),
  parts: [
    {
      id: `${question.key}_statement`,
      name: 'statement',
      props: [own('documentation', question.proof)],
      prose: question.statement,
    },
    help(question, 'why', 'Warum das wichtig ist', question.why),
    help(question, 'find-out', 'So finden Sie es heraus', question.findOut),
    help(
      question,
      'requires',
      'Ein Ja genügt, wenn',
      question.yesMeans.map((condition) => `- ${condition}`).join('\n'),
    ),
    help(question, 'first-step', 'Erster Schritt, der nichts kostet', question.firstStep),
    help(question, 'who-helps', 'Wer hilft', question.helps),
  ],
})

export const textsOfQuestion = (question: Question): Text[] => [
  ['question', question.question],
  ['statement', question.statement],
  ['why', question.why],
  ['findOut', question.findOut],
  ['firstStep', question.firstStep],
  ['helps', question.helps],
  ...question.yesMeans.map((text, at): Text => [`yesMeans ${at + 1}`, text]),
]

/** Every text of a list that a clerk reads. */
export const textsOfList = (list: List): Text[] => [
  [`${list.id} aim`, list.aim],
  [`${list.id} knows`, list.knows],
  ...list.questions.flatMap((question) =>
    textsOfQuestion(question).map(([place, text]): Text => [`${question.key} ${place}`, text]),
  ),
]
