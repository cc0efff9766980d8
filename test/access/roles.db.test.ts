// Who the database roles are, what they own and what they may: docs/access.md, Mechanism.
import { CompiledQuery, sql } from 'kysely'
import { expect } from 'vitest'
import { nobody, operator, type Subject, unitOfWork } from '#platform/db/unit-of-work.ts'
import type { Db } from '#platform/db/database.ts'
import { elbaue, isb, test, type TestHouse } from '../harness/house.ts'
import { asOwner } from './as-owner.ts'
import { accessRights, definers } from './role-rights.ts'
import { functionComplaints, readFunctions, readRoles, tableRightsOf } from './read-roles.ts'
import { searchAccessRights } from './search-rules.ts'
import { gatherStandings } from './standings.ts'

const inUnit = <T>({ services }: TestHouse, as: Subject, work: (db: Db) => Promise<T>): Promise<T> =>
  unitOfWork(services.database, { as, now: services.clock.now(), mode: 'read write', undo: () => true }, work)

const committed = <T>({ services }: TestHouse, as: Subject, work: (db: Db) => Promise<T>): Promise<T> =>
  unitOfWork(services.database, { as, now: services.clock.now(), mode: 'read write' }, work)

let gathering: ReturnType<typeof gatherStandings> | undefined
const gathered = (house: TestHouse) => (gathering ??= gatherStandings(house))

/** All that the owner of the definer functions may touch. Whoever adds a line here widens what a function can leak. */
const accessRights = {
  'audit.entry': 'SELECT INSERT UPDATE',
  'audit.personal': 'SELECT INSERT UPDATE',
  'audit.seal': 'SELECT INSERT',
  'files.allowance': 'SELECT',
  'files.file': 'SELECT UPDATE',
  'files.space': 'SELECT INSERT UPDATE',
  'identity.api_token': 'SELECT INSERT UPDATE DELETE',
  'identity.assignment': 'SELECT UPDATE',
  'identity.capability': 'SELECT INSERT UPDATE DELETE',
  'identity.departure': 'SELECT INSERT UPDATE',
  'identity.invitation': 'SELECT INSERT UPDATE',
  'identity.known_device': 'SELECT INSERT UPDATE DELETE',
  'identity.last_choice': 'SELECT INSERT UPDATE DELETE',
  'identity.password': 'SELECT INSERT UPDATE DELETE',
  'identity.person': 'SELECT INSERT UPDATE',
  'identity.recovery_code': 'SELECT INSERT UPDATE DELETE',
  'identity.replacement': 'SELECT INSERT UPDATE',
  'identity.role_grant': 'SELECT INSERT UPDATE',
  'identity.second_factor': 'SELECT INSERT UPDATE DELETE',
  'identity.session': 'SELECT INSERT UPDATE DELETE',
  'identity.sign_in_attempt': 'SELECT INSERT UPDATE DELETE',
  'identity.sign_in_step': 'SELECT INSERT UPDATE DELETE',
  'identity.substitution': 'SELECT INSERT UPDATE',
  'jobs.job': 'SELECT INSERT UPDATE DELETE',
  'jobs.schedule': 'SELECT INSERT UPDATE',
  'mail.letterhead': 'SELECT',
  'mail.message': 'SELECT INSERT UPDATE DELETE',
  'mail.template': 'SELECT',
  'notifications.notification': 'SELECT INSERT UPDATE DELETE',
  // Of the columns version and changed_at only.
  'organizations.organization': 'SELECT UPDATE',
  'platform.installation': 'SELECT INSERT UPDATE',
  'platform.maintenance': 'SELECT INSERT UPDATE DELETE',
  'platform.remembered_reply': 'SELECT INSERT DELETE',
  'privacy.retention_rule': 'SELECT',
  // Of its two columns of the state only.
  'security.assessment': 'SELECT UPDATE',
  'security.delegation': 'SELECT INSERT UPDATE',
  'security.evidence': 'SELECT UPDATE',
  'security.reopening': 'SELECT',
  'security.sign_off': 'SELECT',
  ...searchAccessRights,
}

const forApp = { owner: 'lotsenwerk_access', mayExecute: ['lotsenwerk_app'] }

const forWorker = { owner: 'lotsenwerk_access', mayExecute: ['lotsenwerk_worker'] }
const forNobody = { owner: 'lotsenwerk_access', mayExecute: [] }
const forBoth = { owner: 'lotsenwerk_access', mayExecute: ['lotsenwerk_app', 'lotsenwerk_worker'] }

/** Every function that acts with the rights of its owner. */
const definers = {
  'access.assigned_organizations': forApp,
  'access.belongs': forApp,
  'access.delegated_assessments': forApp,
  'access.delegated_groups': forApp,
  'access.delegated_parts': forApp,
  'access.headed_organizations': forApp,
  'access.holds': forApp,
  'access.may_be_assigned': forApp,
  'access.may_grant': forApp,
  'access.municipalities': forApp,
  'access.organizations_as': forApp,
  'access.represented': forApp,
  'access.roles_fit': forApp,
  'access.scope_assign': forApp,
  'access.scope_assignment_read': forApp,
  'access.scope_contact_write': forApp,
  'access.scope_dismiss': forApp,
  'access.scope_grant': forApp,
  'access.scope_history_read': forApp,
  'access.scope_invite_first': forApp,
  'access.scope_invited_first': forApp,
  'access.scope_people': forApp,
  'access.scope_replacement_read': forApp,
  'access.substitutions_needed': forNobody,
  'access.visible_people': forApp,
  'audit.doers': forApp,
  'audit.events': forApp,
  'audit.find_seal': forApp,
  'audit.inspect_rest': forApp,
  'audit.inspect_seals': forApp,
  'audit.make_seal': forWorker,
  'audit.readers': forApp,
  'audit.record_audit': forBoth,
  'audit.represented': forApp,
  'audit.visible': forNobody,
  'catalogs.search_documents': forWorker,
  'files.count_space': forNobody,
  'files.is_infected': forApp,
  'files.note_scan': forWorker,
  'files.orphans': forWorker,
  'files.to_scan': forWorker,
  'identity.accept_invitation': forApp,
  'identity.actor': { ...forApp, mayExecute: [] },
  'identity.add_own_token': forApp,
  'identity.assignments_left': forApp,
  'identity.begin_second_factor': forApp,
  'identity.begin_step': forApp,
  'identity.choose_acting_for': forApp,
  'identity.close_access': forNobody,
  'identity.close_departed': forWorker,
  'identity.close_session': forApp,
  'identity.confirm_email': forApp,
  'identity.confirm_replacement': forApp,
  'identity.confirm_second_factor': forApp,
  'identity.count_attempts': forApp,
  'identity.due_replacements': forBoth,
  'identity.end_assignment': forApp,
  'identity.end_belonging': forApp,
  'identity.end_own_sessions': forApp,
  'identity.end_role': forApp,
  'identity.end_second_factor': forApp,
  'identity.end_step': forApp,
  'identity.end_substitution': forApp,
  'identity.expire_replacements': forWorker,
  'identity.find_capability': forApp,
  'identity.find_invitation': forApp,
  // Called by the trigger on a person whose name is erased.
  'identity.forget_in_replacements': { ...forApp, mayExecute: ['lotsenwerk_owner'] },
  'identity.forgive_attempts': forApp,
  'identity.hand_over_invitations': forApp,
  'identity.hand_over_substitutions': forApp,
  'identity.has_head_without': forNobody,
  'identity.heads_of': forNobody,
  'identity.heads_today': forNobody,
  'identity.issue_token': forApp,
  'identity.knows_device': forApp,
  'identity.offer_email_change': forApp,
  'identity.offer_invitation': forApp,
  'identity.offer_reset': forApp,
  'identity.open_session': forApp,
  'identity.own_last_choice': forApp,
  'identity.own_password': forApp,
  'identity.own_second_factor': forApp,
  'identity.own_sessions': forApp,
  'identity.own_tokens': forApp,
  'identity.person_for_token': forApp,
  'identity.programme_managers': forApp,
  'identity.propose_replacement': forApp,
  'identity.replacement_hindrance': forNobody,
  'identity.reset_password': forApp,
  'identity.revoke_own_token': forApp,
  'identity.search_documents': forWorker,
  'identity.session_actor': forApp,
  'identity.set_own_password': forApp,
  'identity.set_password': forApp,
  'identity.set_recovery_codes': forApp,
  'identity.settle_replacement': forBoth,
  'identity.sign_in_person': forApp,
  'identity.stop_replacement': forApp,
  'identity.take_recovery_code': forApp,
  'identity.take_step': forApp,
  'identity.token_actor': forApp,
  'identity.token_person': forApp,
  'identity.touch_session': forApp,
  'identity.touch_token': forApp,
  'identity.try_step': forApp,
  'identity.use_capability': { ...forApp, mayExecute: [] },
  'jobs.adopt': forWorker,
  'jobs.claim': forWorker,
  'jobs.clear': forWorker,
  'jobs.counts': forApp,
  'jobs.discard': forApp,
  'jobs.enqueue': forBoth,
  'jobs.fail': forWorker,
  'jobs.finish': forBoth,
  'jobs.list': forApp,
  'jobs.release_unheard': forWorker,
  'jobs.renew': forBoth,
  'jobs.retry': forApp,
  'jobs.run_schedule': forWorker,
  'mail.bounce': forWorker,
  'mail.clear': forWorker,
  'mail.compose': forWorker,
  'mail.cooperative_name': forBoth,
  'mail.counts': forApp,
  'mail.delay': forWorker,
  'mail.demo_mailbox': forApp,
  'mail.outbox': forApp,
  'mail.own_letterhead': forWorker,
  'mail.own_wording': forWorker,
  'mail.post': forBoth,
  'mail.post_to_person': forBoth,
  'mail.send_again': forApp,
  'mail.settle': forWorker,
  'mail.take': forWorker,
  'mail.waiting': forWorker,
  // Asked by the login before it takes a role, so the owner's own: it shows names of files and nothing else.
  'migrations.done': { owner: 'lotsenwerk_owner', mayExecute: ['lotsenwerk'] },
  'notifications.add': forBoth,
  'notifications.clear': forWorker,
  'notifications.office_to_tell': forWorker,
  'organizations.search_documents': forWorker,
  'organizations.take_version': forApp,
  'platform.begin_maintenance': forApp,
  'platform.end_maintenance': forApp,
  'platform.has_demo': forApp,
  'platform.job_figures': forApp,
  'platform.maintenance_now': forApp,
  'platform.note_demo': forApp,
  'platform.note_start': forApp,
  'platform.recall_reply': forApp,
  'platform.remember_reply': forApp,
  'privacy.delete_due': forWorker,
  'privacy.due': forApp,
  'privacy.erase_person': forApp,
  'privacy.find_person': forApp,
  'privacy.is_active': forNobody,
  'privacy.person_data': forApp,
  'privacy.person_data_without_search': forNobody,
  'privacy.summary': forApp,
  'search.begin_build': forWorker,
  'search.current_build': forApp,
  'search.edition': forWorker,
  'search.end_build': forWorker,
  'search.find': forApp,
  'search.is_building': forWorker,
  'search.lock': forWorker,
  'search.note_deed': { ...forNobody, mayExecute: ['lotsenwerk_owner'] },
  'search.note_deed_about': { ...forNobody, mayExecute: ['lotsenwerk_owner'] },
  'search.note_name': { ...forNobody, mayExecute: ['lotsenwerk_owner'] },
  'search.note_stale': forNobody,
  'search.note_turning_roles': forWorker,
  'search.prune': forWorker,
  'search.put': forWorker,
  'search.remember': forApp,
  'search.settle': forWorker,
  'search.sweep': forWorker,
  'search.take_stale': forWorker,
  'security.commenters_among': forApp,
  'security.hand_over_delegations': forApp,
  'security.hold_still': forApp,
  'security.lock_assessment': forNobody,
  'security.only_until_signed': forNobody,
  'security.only_while_open': forNobody,
  'security.search_documents': forWorker,
  'security.settle_state': forNobody,
  'security.take_ending_evidence': forWorker,
  'security.take_reminders': forWorker,
}

test('functions that act with the rights of another are listed, closed to everybody else and blind to the search path', async ({
  house,
}) => {
  const functions = await asOwner(house, readFunctions)
  expect(functionComplaints(functions, definers)).toEqual([])
  expect(functions.filter(({ definer }) => definer).map(({ name }) => name)).toEqual(Object.keys(definers))
})

test('a function that is open, unlisted, or finds its tables by the search path is reported', async ({ house }) => {
  const planted = await asOwner(house, async (db) => {
    await db.executeQuery(
      CompiledQuery.raw(`begin; create function access.planted() returns bigint language sql security definer as 'select count(*) from security.answer';
      create function access.planted_too() returns bigint language sql set search_path = '' as 'select 1::bigint'; revoke execute on function access.planted_too() from public;
      alter function identity.touch_session(text, timestamptz) owner to lotsenwerk_owner; grant execute on function identity.actor(uuid, uuid, date) to lotsenwerk_app`),
    )
    const functions = await readFunctions(db)
    await db.executeQuery(CompiledQuery.raw('rollback'))
    return functions
  })
  expect(functionComplaints(planted, definers)).toEqual([
    'access.planted may be executed by everybody',
    'access.planted has no empty search_path',
    'access.planted acts with the rights of another, but is not listed',
    'identity.actor may be executed by lotsenwerk_app',
    'identity.touch_session belongs to lotsenwerk_owner',
  ])
})

test('the owner of those functions has no more rights than they need', async ({ house }) => {
  expect(await asOwner(house, (db) => tableRightsOf(db, 'lotsenwerk_access'))).toEqual(accessRights)
})

test('the worker reads no table', async ({ house }) => {
  expect(await asOwner(house, (db) => tableRightsOf(db, 'lotsenwerk_worker'))).toEqual({})
})

test('the login has no right to any table, and nobody has one who is not named', async ({ house }) => {
  expect(await asOwner(house, (db) => tableRightsOf(db, 'lotsenwerk'))).toEqual({})
  expect(await asOwner(house, (db) => tableRightsOf(db, 'public'))).toEqual({})
})

test('no role but the owner owns tables, creates objects or has powers; the login may become the two powerless roles only', async ({
  house,
}) => {
  const powerless = { powers: [], inherits: false, memberOf: [], owns: 0, createsIn: [] }
  const roles = await asOwner(house, readRoles)
  expect(roles.filter(({ name }) => name !== 'lotsenwerk_owner')).toEqual([
    { ...powerless, name: 'lotsenwerk', login: true, memberOf: ['lotsenwerk_app', 'lotsenwerk_worker'] },
    { ...powerless, name: 'lotsenwerk_access', login: false },
    { ...powerless, name: 'lotsenwerk_app', login: false },
    { ...powerless, name: 'lotsenwerk_worker', login: false },
  ])
  expect(roles.find(({ name }) => name === 'lotsenwerk_owner')).toMatchObject({
    powers: [],
    inherits: false,
    memberOf: ['lotsenwerk_access'],
  })
})

test('every unit of work runs as the powerless role behind the serving login', async ({ house }) => {
  const who = await inUnit(house, operator, async (db) => {
    const { rows } = await sql<{
      session: string
      current: string
    }>`select session_user::text as session, current_user::text as current`.execute(db)
    return rows[0]
  })
  expect(who).toEqual({ session: 'lotsenwerk', current: 'lotsenwerk_app' })
})

test('outside of a unit of work the serving login sees nothing', async ({ house }) => {
  await expect(
    asOwner(house, async (db) => {
      await db.executeQuery(CompiledQuery.raw('set session authorization lotsenwerk'))
      try {
        return await sql`select count(*) from security.answer`.execute(db)
      } finally {
        await db.executeQuery(CompiledQuery.raw('reset session authorization'))
      }
    }),
  ).rejects.toThrow('permission denied')
})

const id = '01940d1c-5c00-7a60-8000-2f1d3a4b5c6d'
const now = '2026-01-01T00:00:00Z'
const operatorsOwn = {
  set_password: sql`select identity.set_password(${id}::uuid, 'hash', ${now})`,
  person_for_token: sql`select identity.person_for_token('isb@musterstadt.example')`,
  issue_token: sql`select identity.issue_token(${id}::uuid, 'hash', ${id}::uuid, ${now}, ${now})`,
}

test('passwords and tokens are set by the operator only, whoever else asks the function', async ({ house }) => {
  const standings = await gathered(house)
  const others = standings.filter(({ subject }) => !subject.operator)
  expect(others.length).toBeGreaterThanOrEqual(20)
  for (const { subject } of others)
    for (const call of Object.values(operatorsOwn))
      await expect(inUnit(house, subject, (db) => call.execute(db))).rejects.toThrow(/insufficient_privilege/)
  const { rows } = await inUnit(house, operator, (db) => operatorsOwn.person_for_token.execute(db))
  expect(rows).toHaveLength(1)
})

test('only the operator can mark the installation as a demo', async ({ house }) => {
  const marked = () =>
    asOwner(house, (db) => db.selectFrom('platform.installation').select('demo_loaded_at').executeTakeFirstOrThrow())
  const mark = (as: Subject) =>
    committed(house, as, (db) => sql`select platform.note_demo(${now}::timestamptz)`.execute(db))
  const before = await marked()
  await mark(nobody)
  expect(await marked()).toEqual(before)
  await mark(operator)
  expect(String((await marked()).demo_loaded_at)).toBe(now)
})

test('an audit entry bears the person of the unit of work, whoever writes it about whom', async ({ house }) => {
  const timm = (await gathered(house)).find(({ name }) => name === elbaue)
  const towns = (await gathered(house)).find(({ name }) => name === isb)?.own ?? null
  if (!timm) throw new Error('Elbaue has no navigator')
  await committed(house, timm.subject, (db) =>
    sql`select audit.record_audit(${id}::uuid, ${now}::timestamptz, ${towns}::uuid, 'answer.given', null, '{}')`.execute(
      db,
    ),
  )
  const entry = await asOwner(house, (db) =>
    db
      .selectFrom('audit.entry as e')
      .innerJoin('audit.personal as p', 'p.entry_id', 'e.id')
      .selectAll()
      .where('e.id', '=', id)
      .executeTakeFirstOrThrow(),
  )
  expect(entry).toMatchObject({ person_id: timm.subject.personId, acting_for: timm.own, organization_id: towns })
})
