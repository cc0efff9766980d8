// What the definer functions of checks may touch, and who may call them.

export const checkAccessRights = {
  // Moving a check to another version of its catalog (security.migrate_assessment) copies what colleagues said; updates: columns of the state only.
  'security.answer': 'SELECT INSERT',
  'security.answer_source': 'SELECT INSERT',
  'security.assessment': 'SELECT INSERT UPDATE',
  'security.comment': 'SELECT INSERT',
  'security.declined_proposal': 'SELECT INSERT',
  'security.delegation': 'SELECT INSERT UPDATE',
  'security.evidence': 'SELECT INSERT UPDATE',
  'security.migration_announcement': 'SELECT',
  'security.remark': 'SELECT INSERT',
  'security.reopening': 'SELECT',
  'security.review': 'SELECT INSERT',
  'security.sign_off': 'SELECT',
}

const forApp = { owner: 'lotsenwerk_access', mayExecute: ['lotsenwerk_app'] }
const forWorker = { owner: 'lotsenwerk_access', mayExecute: ['lotsenwerk_worker'] }
const forNobody = { owner: 'lotsenwerk_access', mayExecute: [] }
const ofOwner = { owner: 'lotsenwerk_owner', mayExecute: [] }

export const checkDefiners = {
  'security.checks_to_migrate': forWorker,
  'security.commenters_among': forApp,
  'security.copy_answers': forNobody,
  'security.copy_delegations': forNobody,
  'security.copy_links': forNobody,
  'security.copy_reviews': forNobody,
  'security.copy_sides': forNobody,
  'security.hand_over_delegations': forApp,
  'security.hold_still': forApp,
  'security.keep_result': ofOwner,
  'security.lock_assessment': forNobody,
  'security.migrate_assessment': forApp,
  'security.only_until_signed': forNobody,
  'security.only_while_open': forNobody,
  'security.only_while_running': forNobody,
  'security.search_documents': forWorker,
  'security.settle_state': forNobody,
  'security.take_ending_evidence': forWorker,
  'security.take_reminders': forWorker,
  'security.undo_migration': forApp,
}
