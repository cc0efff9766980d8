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
const cooperative = ['programmeManager', 'office', 'administrator', 'operator']

export const tableRules: Record<string, TableRule> = {
  'organizations.organization': { select: ['signedIn', 'operator'], insert: cooperative, update: cooperative },
  'identity.person': { select: ['acquainted', 'operator'], insert: ['operator'] },
  'identity.role_grant': { select: ['anyRole'], insert: ['operator'] },
  'identity.assignment': { select: ['anyRole', 'assigned'], insert: ['operator'] },
  'identity.password': {},
  'identity.session': {},
  'identity.api_token': {},
  'identity.sign_in_attempt': {},
  'platform.installation': {},
  'platform.remembered_reply': {},
  'migrations.migration': {},
  'audit.entry': {},
  'catalogs.catalog': catalogRule,
  'catalogs.source_file': catalogRule,
  'catalogs.control_group': catalogRule,
  'catalogs.control': catalogRule,
  'security.assessment': { ...checkRule, author: 'started_by' },
  'security.answer': { ...checkRule, author: 'answered_by' },
}

export type Row = Record<string, unknown>

/** Whether the rules let this standing do this to this row. */
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
      case 'assigned':
        return isTenant && assigned.includes(String(row['organization_id']))
      case 'anyRole':
        return atHome && roles.length > 0
      default:
        return atHome && roles.includes(who)
    }
  })
}
