// What docs/access.md allows the app role, table by table. What is not named here is forbidden; a table without a row here fails.
import type { Relation } from './read-schema.ts'
import { classOf } from './read-schema.ts'
import type { Standing } from './standings.ts'

export type Verb = 'select' | 'insert' | 'update' | 'delete'
export const verbs: readonly Verb[] = ['select', 'insert', 'update', 'delete']

/** A role (of a tenant table: at the organization of the row), or one of these words. */
type Who = string
export type TableRule = Partial<Record<Verb, readonly Who[]>> & {
  /** The column that names the writer: nobody inserts in the name of another. */
  author?: string
}

const ownStaff = ['chiefExecutive', 'securityOfficer', 'itStaff']
const checkRule: TableRule = { select: [...ownStaff, 'dataProtectionOfficer', 'assigned'], insert: ownStaff }
const catalogRule: TableRule = { select: ['signedIn', 'operator'], insert: ['programmeManager', 'office', 'operator'] }
const officeRule: TableRule = {
  select: ['signedIn', 'operator'],
  insert: ['office', 'administrator'],
  update: ['office', 'administrator'],
  author: 'changed_by',
}
const maintainers = ['programmeManager', 'office', 'administrator']
const cooperative = [...maintainers, 'operator']

const dismissers = ['chiefExecutive', 'organizationAdmin', 'administrator']
const staff = new Set(['programmeManager', 'guide', 'editor', 'procurer', 'office', 'administrator'])

export const tableRules: Record<string, TableRule> = {
  'organizations.contact': {
    select: ['anyRole', 'assigned', 'cooperativeStaff'],
    insert: ['keeper'],
    update: ['keeper'],
  },
  'organizations.domain': {
    select: ['signedIn', 'operator'],
    insert: ['keeper', 'operator'],
    delete: ['keeper'],
  },
  'organizations.succession': {
    select: ['signedIn', 'operator'],
    insert: maintainers,
    // Only withdrawn, and that in the own name: what stands there already is nobody's to repeat (test/organizations).
    author: 'recorded_by',
  },
  'organizations.former_name': { select: ['signedIn', 'operator'], insert: maintainers, author: 'recorded_by' },
  'organizations.change': { select: ['anyRole', 'cooperativeStaff'], insert: ['sameActor'], author: 'person_id' },
  'organizations.organization': { select: ['signedIn', 'operator'], insert: cooperative, update: cooperative },
  'identity.person': { select: ['acquainted', 'operator'], insert: ['operator'] },
  // Whoever grants and assigns does so in the own name and to others: rows that exist already are nobody's to repeat.
  'identity.role_grant': { select: ['anyRole', 'assigned', 'cooperativeStaff'], insert: ['operator'] },
  'identity.assignment': { select: ['anyRole', 'assigned', 'assigner'], insert: ['operator'] },
  'identity.substitution': { select: ['anyRole'], insert: ['represented'] },
  'identity.departure': { select: dismissers },
  'identity.last_choice': {},
  'identity.password': {},
  'identity.session': {},
  'identity.api_token': {},
  'identity.sign_in_attempt': {},
  'identity.invitation': {
    select: ['inviter', 'cooperativeInviter', 'operatorInviter'],
    insert: ['inviter', 'cooperativeInviter'],
    update: ['inviter', 'cooperativeInviter', 'operatorInviter'],
    author: 'invited_by',
  },
  'identity.capability': {},
  'identity.second_factor': {},
  'identity.recovery_code': {},
  'identity.known_device': {},
  'identity.sign_in_step': {},
  'platform.installation': {},
  'platform.maintenance': {},
  'platform.remembered_reply': {},
  'migrations.migration': {},
  'audit.entry': {},
  'audit.personal': {},
  'audit.seal': {},
  'files.file': { ...checkRule, delete: ownStaff, author: 'uploaded_by' },
  'files.space': { select: ['anyRole'] },
  'files.allowance': { select: ['signedIn', 'operator'] },
  'privacy.retention_rule': {},
  'catalogs.catalog': catalogRule,
  'catalogs.source_file': catalogRule,
  'catalogs.control_group': catalogRule,
  'catalogs.control': catalogRule,
  'jobs.job': {},
  'jobs.schedule': {},
  'mail.message': {},
  'mail.template': officeRule,
  'mail.letterhead': officeRule,
  'notifications.notification': { select: ['addressee'] },
  'security.assessment': { ...checkRule, author: 'started_by' },
  'security.answer': { ...checkRule, author: 'answered_by' },
}

export type Row = Record<string, unknown>

/** Whether the rules let this standing do this to this row. */
// oxlint-disable-next-line complexity -- one line per word of the rules; taken apart it would say less
export function mayTouch(standing: Standing, table: Relation, rule: TableRule, verb: Verb, row: Row): boolean {
  const { subject, own, roles, assigned, knows } = standing
  const isTenant = classOf(table) === 'tenant'
  const atHome = own !== null && (!isTenant || row['organization_id'] === own)
  return (rule[verb] ?? []).some((who) => {
    switch (who) {
      case 'operator':
        return subject.operator === true
      case 'signedIn':
        return subject.personId !== null
      case 'acquainted':
        return subject.personId !== null && [subject.personId, ...knows].includes(String(row['id']))
      case 'addressee':
        return subject.personId !== null && row['person_id'] === subject.personId
      // A town's own invitations, and those that the cooperative made because nobody there could (demo: Elbaue).
      case 'inviter':
        return atHome && roles.some((role) => ['chiefExecutive', 'organizationAdmin'].includes(role))
      case 'cooperativeInviter':
        return row['by_cooperative'] === true && roles.some((role) => cooperative.includes(role))
      case 'operatorInviter':
        return row['by_cooperative'] === true && subject.operator === true
      case 'cooperativeStaff':
        return roles.some((role) => staff.has(role))
      // The own administrator for the own organization, the cooperative for all.
      case 'keeper':
        return isKeeper(standing, row)
      // Who changed what also says for whom: a row that exists is only repeated by somebody who acts for the same.
      case 'sameActor':
        return subject.operator === true
          ? row['person_id'] === null && row['acting_for'] === null
          : isKeeper(standing, row) && row['acting_for'] === own
      case 'assigner':
        return roles.includes('programmeManager')
      case 'represented':
        return atHome && roles.length > 0 && row['person_id'] === subject.personId
      case 'addressee':
        return subject.personId !== null && row['person_id'] === subject.personId
      case 'assigned':
        return isTenant && assigned.includes(String(row['organization_id']))
      case 'anyRole':
        return atHome && roles.length > 0
      default:
        return atHome && roles.includes(who)
    }
  })
}

const isKeeper = ({ own, roles }: Standing, row: Row): boolean =>
  roles.some((role) => maintainers.includes(role)) ||
  (roles.includes('organizationAdmin') && own !== null && [row['organization_id'], row['owner_id']].includes(own))
