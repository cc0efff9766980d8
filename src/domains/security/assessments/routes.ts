import { route, withQuery } from '#platform/http/route.ts'

export const assessmentRoutes = {
  list: route('/pruefungen'),
  new: route('/pruefungen/neu'),
  workbook: route('/pruefungen/arbeitsmappe'),
  show: route('/pruefungen/:id'),
  questions: route('/pruefungen/:id/fragen'),
  next: route('/pruefungen/:id/naechste-frage'),
  question: route('/pruefungen/:id/fragen/:controlId'),
  answer: route('/pruefungen/:id/fragen/:controlId/antwort'),
  poam: route('/pruefungen/:id/offene-punkte.json'),
  results: route('/pruefungen/:id/ergebnisse'),
  reportPdf: route('/pruefungen/:id/bericht.pdf'),
  reportDocx: route('/pruefungen/:id/bericht.docx'),
  summaryPdf: route('/pruefungen/:id/kurzbericht.pdf'),
  summaryDocx: route('/pruefungen/:id/kurzbericht.docx'),
  oscalPlan: route('/pruefungen/:id/pruefplan.json'),
  oscalResults: route('/pruefungen/:id/pruefergebnisse.json'),
  sheet: route('/pruefungen/:id/antworten.xlsx'),
  sheetCheck: route('/pruefungen/:id/antworten/tabelle'),
  sheetTake: route('/pruefungen/:id/antworten/tabelle/uebernehmen'),
  addEvidence: route('/pruefungen/:id/fragen/:controlId/nachweise'),
  removeEvidence: route('/pruefungen/:id/fragen/:controlId/nachweise/:evidenceId/entfernen'),
  comments: route('/pruefungen/:id/fragen/:controlId/kommentare'),
  removeComment: route('/pruefungen/:id/fragen/:controlId/kommentare/:commentId/entfernen'),
  undo: route('/pruefungen/:id/fragen/:controlId/rueckgaengig'),
  restore: route('/pruefungen/:id/fragen/:controlId/wiederherstellen'),
  setAside: route('/pruefungen/:id/nicht-relevant'),
  confirm: route('/pruefungen/:id/bestaetigung'),
  proposals: route('/pruefungen/:id/vorschlaege'),
  takeGroup: route('/pruefungen/:id/vorschlaege/alle'),
  takeProposal: route('/pruefungen/:id/vorschlaege/:controlId'),
  declineProposal: route('/pruefungen/:id/vorschlaege/:controlId/ablehnen'),
  resumeProposal: route('/pruefungen/:id/vorschlaege/:controlId/wieder'),
  frameworks: route('/pruefungen/rahmenwerke'),
  undoMany: route('/pruefungen/:id/rueckgaengig'),
  migration: route('/pruefungen/:id/fassung'),
  migrated: route('/pruefungen/:id/uebernommen'),
  undoMigration: route('/pruefungen/:id/fassung/zuruecknehmen'),
  adoptNote: route('/pruefungen/:id/uebernommen/notiz'),
  print: route('/pruefungen/:id/druck'),
  delegations: route('/pruefungen/:id/zustaendig'),
  endDelegation: route('/pruefungen/:id/zustaendig/:delegationId/beenden'),
}

/** What a list of questions shows: one group of the catalog, or a selection across all groups. */
export interface QuestionFilter {
  liste?: string | undefined
  auswahl?: string | undefined
  /** Words to look for, and the day since when something changed. */
  suche?: string | undefined
  seit?: string | undefined
  ab?: string | undefined
  /** The question that is opened, with its note and help. */
  frage?: string | undefined
  /** When many were answered in one go: that can be undone there. */
  sammel?: string | undefined
}

export const questionsHref = (id: string, { liste, auswahl, suche, seit, ab, frage, sammel }: QuestionFilter): string =>
  withQuery(assessmentRoutes.questions.href({ id }), { liste, auswahl, suche, seit, ab, frage, sammel }) +
  (frage ? `#${questionAnchor(frage)}` : '')

/** Where a check is migrated to another version of its catalog. */
export const migrationHref = (id: string, catalogId: string): string =>
  withQuery(assessmentRoutes.migration.href({ id }), { katalog: catalogId })

export const questionAnchor = (controlId: string): string => `frage-${controlId}`
