import type { Operation } from '#platform/http/operation.ts'

/** The words of the command line for one operation of the API: `organization list`. */
export interface Command {
  noun: string
  verb: string
  operation: Operation
}

/** Where the rule would read badly: `answer history` rather than `answer-history show`. */
const exceptions: Record<string, string> = {
  getAnswerHistory: 'answer history',
  search: 'search find',
  listRecentSearches: 'recent-search list',
  forgetRecentSearches: 'recent-search forget',
  getPoam: 'assessment poam',
  getAssessmentPlan: 'assessment plan',
  getAssessmentResults: 'assessment results',
  getOscalResults: 'assessment oscal-results',
  getStatePictureOscal: 'state-picture oscal',
  getReportPdf: 'report pdf',
  getReportDocx: 'report docx',
  getSummaryPdf: 'summary pdf',
  getSummaryDocx: 'summary docx',
  takeProposals: 'proposal take-group',
  readNotifications: 'notification read-up-to',
  listControls: 'catalog controls',
  getControl: 'catalog control',
  listMappingRelations: 'mapping-collection relations',
  listMappingTargets: 'mapping-collection targets',
  getCatalogComparison: 'catalog compare',
  getCurrentMap: 'map show',
  endRoleOf: 'role end-of',
  assignAssessor: 'assignment add',
  nameDeputy: 'substitution add',
  dismiss: 'departure add',
  getAdmissionLetter: 'admission letter',
  getSpotChecksPdf: 'spot-check pdf',
  getSpotChecksXlsx: 'spot-check xlsx',
  getMeasuresXlsx: 'measure xlsx',
  getBudgetStatementPdf: 'budget-statement pdf',
  getBudgetStatementXlsx: 'budget-statement xlsx',
  getProgrammeBudgetStatementPdf: 'programme-budget-statement pdf',
  getProgrammeBudgetStatementXlsx: 'programme-budget-statement xlsx',
  getOrderPdf: 'order pdf',
  listProofsOfUse: 'proof-of-use list',
  getProofOfUseDraftPdf: 'proof-of-use-draft pdf',
  getProofOfUseDraftXlsx: 'proof-of-use-draft xlsx',
  getOwnProofOfUsePdf: 'own-proof-of-use pdf',
  changeManyMeasures: 'measure change-many',
  enroll: 'enrollment add',
  setStep: 'enrollment-step set',
  releaseStage: 'programme-stage release',
  setStage: 'programme-stage set',
  setWantedDocument: 'programme-document set',
  removeWantedDocument: 'programme-document remove',
}

const verbs: Record<string, string> = { get: 'show' }
const prepositions = new Set(['for', 'to'])
const irregular: Record<string, string> = { news: 'news', people: 'person', approaches: 'approach' }

/**
 * From the id of an operation: its first word is the verb, the others the noun, in the singular and with hyphens.
 * `listOrganizationContacts` → `organization-contact list`, `askForPasswordReset` → `password-reset ask`.
 */
export function commandOf(operation: Operation): Command {
  const exception = exceptions[operation.id]
  if (exception) {
    const [noun = '', verb = ''] = exception.split(' ')
    return { noun, verb, operation }
  }
  const [first = '', ...rest] = operation.id
    .replaceAll(/([A-Z])/g, ' $1')
    .toLowerCase()
    .split(' ')
  const words = prepositions.has(rest[0] ?? '') ? rest.slice(1) : rest
  const noun = [...words.slice(0, -1), singular(words.at(-1) ?? '')].join('-')
  return { noun, verb: verbs[first] ?? first, operation }
}

const singular = (word: string): string => irregular[word] ?? word.replace(/ies$/, 'y').replace(/(?<=[^s])s$/, '')

export const commandsOf = (operations: readonly Operation[]): Command[] => operations.map(commandOf)

export const findCommand = (commands: readonly Command[], noun: string, verb: string): Command | undefined =>
  commands.find((command) => command.noun === noun && command.verb === verb)
