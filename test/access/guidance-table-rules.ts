// What docs/access.md allows of events and places in them: published ones everybody reads, places the organizer and the participant's side.
import { sql } from 'kysely'
import { newId } from '#platform/crypto/random.ts'
import type { TestHouse } from '../harness/house.ts'
import { asOwner } from './as-owner.ts'
import type { Meeting, TableRule } from './table-rules.ts'

const runs = new Set(['guide', 'programmeManager'])
const side = new Set([
  'chiefExecutive',
  'securityOfficer',
  'navigator',
  'officeHead',
  'dataProtectionOfficer',
  'itStaff',
  'organizationAdmin',
  'member',
])

const organizes = ({ standing, row }: Meeting): boolean =>
  standing.own !== null &&
  [row['organizer_id'], row['organization_id']].includes(standing.own) &&
  standing.roles.some((role) => runs.has(role))

export const guidanceMeanings: Readonly<Record<string, (meeting: Meeting) => boolean>> = {
  organizesEvents: organizes,
  addsEvents: (meeting) => organizes(meeting) && meeting.row['seats_taken'] === 0 && meeting.row['waiting_seq'] === 0,
  dropsDrafts: (meeting) => organizes(meeting) && meeting.row['published_at'] === null,
  // Every event of the tour is published or a draft of the cooperative.
  publishedEvent: ({ row }) => row['published_at'] !== null,
  datesOfEvents: () => true,
  changesDates: ({ standing }) => standing.roles.some((role) => runs.has(role)),
  participantsSide: ({ standing, row }) =>
    standing.own !== null &&
    row['participant_organization_id'] === standing.own &&
    standing.roles.some((role) => side.has(role)),
  participant: ({ standing, row }) =>
    standing.subject.personId !== null && row['person_id'] === standing.subject.personId,
  seated: ({ standing, row }) =>
    standing.subject.personId !== null && seats.has(`${String(row['event_id'])} ${standing.subject.personId}`),
  forAll: ({ row }) => row['for_everybody'] === true,
}

/** Event and person of each confirmed seat, as they were when the tour began. */
const seats = new Set<string>()

const desk: TableRule = { select: ['organizesEvents'], insert: ['organizesEvents'] }
const place: TableRule = { select: ['organizesEvents', 'participantsSide'] }
const kept: TableRule = { ...desk, update: ['organizesEvents'], delete: ['organizesEvents'] }

export const guidanceTableRules: Record<string, TableRule> = {
  'guidance.event': {
    select: ['publishedEvent', 'organizesEvents'],
    insert: ['addsEvents'],
    update: ['organizesEvents'],
    delete: ['dropsDrafts'],
    author: 'created_by',
  },
  'guidance.event_date': {
    select: ['datesOfEvents'],
    insert: ['changesDates'],
    update: ['changesDates'],
    delete: ['changesDates'],
  },
  'guidance.video_link': { ...kept, select: ['organizesEvents', 'seated'] },
  'guidance.registration': { select: ['organizesEvents', 'participantsSide', 'participant'] },
  'guidance.decision': place,
  'guidance.link': {},
  'guidance.attendance': { ...place, insert: ['organizesEvents'], update: ['organizesEvents'] },
  'guidance.check_in': kept,
  'guidance.certificate': {
    select: ['organizesEvents', 'participantsSide', 'participant'],
    insert: ['organizesEvents'],
    update: ['organizesEvents'],
  },
  'guidance.feedback': {},
  'guidance.feedback_given': {},
  'guidance.material': { ...desk, select: ['organizesEvents', 'seated', 'forAll'], delete: ['organizesEvents'] },
  'guidance.group_mail': desk,
}

/** Rows of what the story leaves out, and who has a seat. */
export async function coursesArrive(house: TestHouse): Promise<void> {
  await asOwner(house, async (db) => {
    const { rows } = await sql<{ event: string; person: string }>`
      select r.event_id as event, r.person_id as person from guidance.registration r where r.state = 'confirmed' and r.person_id is not null`.execute(
      db,
    )
    for (const { event, person } of rows) seats.add(`${event} ${person}`)
    await sql`
      with place as (
        select r.*, e.created_by as guide, d.id as date_id from guidance.registration r join guidance.event e on e.id = r.event_id
          join guidance.event_date d on d.event_id = e.id where r.state = 'confirmed' and r.person_id is not null order by r.id, d.id limit 1),
      a as (insert into guidance.link (secret_hash, kind, event_id, registration_id, created_at) select 'besuch', 'guest', event_id, id, now() from place),
      b as (insert into guidance.attendance (date_id, registration_id, event_id, organization_id, participant_organization_id, state, how, recorded_at)
            select date_id, id, event_id, organization_id, participant_organization_id, 'present', 'list', now() from place on conflict do nothing),
      c as (insert into guidance.check_in (date_id, event_id, organization_id, code, opened_at, opened_by, closes_at)
            select date_id, event_id, organization_id, '123456', now(), guide, now() from place on conflict do nothing),
      d as (insert into guidance.certificate (id, number, event_id, registration_id, organization_id, participant_organization_id, person_id, holder_name, facts, issued_at, issued_by)
            select ${newId()}::uuid, 'LW-2026-ABCDE-FGH12', event_id, id, organization_id, participant_organization_id, person_id, 'Besuch', '{}', now(), guide
              from place where not exists (select from guidance.certificate)),
      e as (insert into guidance.feedback (event_id, answers) select event_id, '{}' from place),
      f as (insert into guidance.feedback_given (registration_id, event_id) select id, event_id from place on conflict do nothing),
      g as (insert into guidance.material (id, event_id, organization_id, title, url, added_at, added_by)
            select ${newId()}::uuid, event_id, organization_id, 'Folien', 'https://beispiel.example/folien', now(), guide from place)
      insert into guidance.group_mail (id, event_id, organization_id, audience, subject, text, sent_at, sent_by, recipients)
      select ${newId()}::uuid, event_id, organization_id, 'confirmed', 'Besuch', 'Besuch', now(), guide, 1 from place`.execute(
      db,
    )
  })
}
