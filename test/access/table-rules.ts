// What docs/access.md allows the app role, table by table. What is not named here is forbidden; a table without a row here fails.
import { searchMeanings, searchTableRules } from './search-rules.ts'
import type { Relation } from './read-schema.ts'
import { publishingMeanings, publishingTableRules } from './publishing-rules.ts'
import { portalTableRules } from './portal-rules.ts'
import { reviewMeanings, reviewTableRules } from './review-rules.ts'
import { appointmentTableRules } from './appointment-rules.ts'
import { deliveryMeanings, deliveryTableRules } from './delivery-rules.ts'
import { fundingMeanings, fundingTableRules } from './funding-rules.ts'
import { invoiceMeanings, invoiceTableRules } from './invoice-rules.ts'
import { proofMeanings, proofTableRules } from './proof-rules.ts'
import { packageMeanings, packageTableRules } from './package-rules.ts'
import { measureMeanings, measureTableRules } from './measure-rules.ts'
import { loadTableRules } from './load-rules.ts'
import { guidanceMeanings, guidanceTableRules } from './guidance-table-rules.ts'
import { mapMeanings, mapTableRules } from './map-rules.ts'
import { pictureMeanings, pictureTableRules } from './picture-table-rules.ts'
import { programmeMeanings, programmeTableRules } from './programme-rules.ts'
import { consentMeanings, consentTableRules } from './consent-rules.ts'
import { declarationMeanings, declarationTableRules } from './declaration-rules.ts'
import { fileRule, participationMeanings, participationTableRules } from './participation-rules.ts'
import { cockpitTableRules } from './cockpit-rules.ts'
import { inboxTableRules } from './inbox-rules.ts'
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
const ownReaders = [...ownStaff, 'dataProtectionOfficer']
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
const staff = ['programmeManager', 'guide', 'editor', 'procurer', 'office', 'administrator']

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
  // Confirmed ones; the proposals before that only in the cooperative (test/people/replacements).
  'identity.replacement': { select: ['anyRole', 'replacer'] },
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
  'files.file': fileRule,
  'files.space': { select: ['anyRole'] },
  'files.allowance': { select: ['signedIn', 'operator'] },
  'privacy.retention_rule': {},
  'catalogs.catalog': catalogRule,
  'catalogs.source_file': catalogRule,
  'catalogs.control_group': catalogRule,
  'catalogs.control': catalogRule,
  'catalogs.profile_source': catalogRule,
  'catalogs.mapping_collection': catalogRule,
  'catalogs.mapping_file': catalogRule,
  'catalogs.mapping': catalogRule,
  'insights.calendar_feed': {},
  'jobs.job': {},
  'jobs.schedule': {},
  'mail.message': {},
  'mail.template': officeRule,
  'mail.letterhead': officeRule,
  ...inboxTableRules,
  'security.assessment': { ...checkRule, author: 'started_by' },
  'security.answer': { ...checkRule, author: 'answered_by' },
  ...reviewTableRules,
  ...publishingTableRules,
  ...portalTableRules,
  ...searchTableRules,
  ...programmeTableRules,
  ...consentTableRules,
  ...declarationTableRules,
  ...appointmentTableRules,
  ...participationTableRules,
  ...cockpitTableRules,
  ...loadTableRules,
  ...mapTableRules,
  ...pictureTableRules,
  ...fundingTableRules,
  ...invoiceTableRules,
  ...proofTableRules,
  ...packageTableRules,
  ...measureTableRules,
  ...deliveryTableRules,
  ...guidanceTableRules,
  // Only withdrawn, and that in the own name: what stands there already is nobody's to repeat (test/assessments).
  'security.migration_announcement': {
    select: ['signedIn', 'operator'],
    insert: ['programmeManager', 'office'],
    author: 'announced_by',
  },
  'security.delegation': { ...checkRule, author: 'delegated_by' },
  // No assessor. Its author may only take the words away, which leaves no row as it is.
  'security.comment': { select: ownReaders, insert: ownReaders, author: 'written_by' },
  'security.evidence': { ...checkRule, author: 'added_by' },
  'security.answer_source': { ...checkRule, author: 'taken_by' },
  'security.declined_proposal': { ...checkRule, delete: ownStaff, author: 'declined_by' },
}

export type Row = Record<string, unknown>

export interface Meeting {
  standing: Standing
  row: Row
  /** Acting for an organization; of a tenant table: the one of the row. */
  atHome: boolean
}

/** What the words of the rules mean that are no roles. */
const meanings: Readonly<Record<string, (meeting: Meeting) => boolean>> = {
  ...reviewMeanings,
  ...publishingMeanings,
  ...mapMeanings,
  ...pictureMeanings,
  ...searchMeanings,
  ...programmeMeanings,
  ...consentMeanings,
  ...declarationMeanings,
  ...participationMeanings,
  ...fundingMeanings,
  ...invoiceMeanings,
  ...proofMeanings,
  ...packageMeanings,
  ...measureMeanings,
  ...deliveryMeanings,
  ...guidanceMeanings,
  operator: ({ standing }) => standing.subject.operator === true,
  signedIn: ({ standing }) => standing.subject.personId !== null,
  acquainted: ({ standing, row }) =>
    standing.subject.personId !== null && [standing.subject.personId, ...standing.knows].includes(String(row['id'])),
  addressee: ({ standing, row }) =>
    standing.subject.personId !== null && row['person_id'] === standing.subject.personId,
  // A town's own invitations, and those that the cooperative made because nobody there could (demo: Elbaue).
  inviter: ({ standing, atHome }) => atHome && holds(standing, ['chiefExecutive', 'organizationAdmin']),
  cooperativeInviter: ({ standing, row }) => row['by_cooperative'] === true && holds(standing, cooperative),
  operatorInviter: ({ standing, row }) => row['by_cooperative'] === true && standing.subject.operator === true,
  replacer: ({ standing }) => holds(standing, maintainers),
  cooperativeStaff: ({ standing }) => holds(standing, staff),
  // The own administrator for the own organization, the cooperative for all.
  keeper: ({ standing, row }) => isKeeper(standing, row),
  // Who changed what also says for whom: a row that exists is only repeated by somebody who acts for the same.
  sameActor: ({ standing, row }) =>
    standing.subject.operator === true
      ? row['person_id'] === null && row['acting_for'] === null
      : isKeeper(standing, row) && row['acting_for'] === standing.own,
  assigner: ({ standing }) => holds(standing, ['programmeManager']),
  represented: ({ standing, row, atHome }) =>
    atHome && standing.roles.length > 0 && row['person_id'] === standing.subject.personId,
  assigned: ({ standing, row }) => standing.assigned.includes(String(row['organization_id'])),
  anyRole: ({ standing, atHome }) => atHome && standing.roles.length > 0,
}

/** Whether the rules let this standing do this to this row. */
export function mayTouch(standing: Standing, table: Relation, rule: TableRule, verb: Verb, row: Row): boolean {
  const isTenant = classOf(table) === 'tenant'
  const atHome = standing.own !== null && (!isTenant || row['organization_id'] === standing.own)
  return (rule[verb] ?? []).some((who) =>
    who === 'assigned' && !isTenant
      ? false
      : (meanings[who]?.({ standing, row, atHome }) ?? (atHome && standing.roles.includes(who))),
  )
}

const holds = ({ roles }: Standing, wanted: readonly string[]): boolean => roles.some((role) => wanted.includes(role))

const isKeeper = ({ own, roles }: Standing, row: Row): boolean =>
  roles.some((role) => maintainers.includes(role)) ||
  (roles.includes('organizationAdmin') && own !== null && [row['organization_id'], row['owner_id']].includes(own))
