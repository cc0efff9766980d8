import { sql } from 'kysely'
import { localDay } from '#kernel/local-day.ts'
import { type Outcome, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { notify } from '#foundation/notifications/index.ts'
import type { Context } from '#platform/http/context.ts'
import { holdersOf } from '../people/queries.ts'
import type { Assignment } from './assignment.ts'
import { listProgrammeManagers } from './queries.ts'
import { identityKinds } from '../notifications.ts'

const already = () => refuse('Diese Zuweisung ist schon beendet. Geändert ist nichts.')

async function end({ db, now }: Context, id: string, reason: string | null): Promise<boolean> {
  const { rows } = await sql<{ ended: boolean }>`
    select identity.end_assignment(${id}::uuid, ${reason}, ${now.toString()}::timestamptz) as ended`.execute(db)
  return rows[0]?.ended ?? false
}

/** By the programme manager: nothing can be read from the next request on. */
export async function endAssignment(ctx: Context, assignment: Assignment): Promise<Outcome<true>> {
  if (!(await end(ctx, assignment.id, null))) return already()
  const { id, organizationId, organizationName, personId, personName } = assignment
  await record(ctx, 'assignment.ended', { organizationId, subjectId: personId, data: { assignmentId: id } })
  const roles = ['chiefExecutive', 'securityOfficer']
  const heads = await holdersOf(ctx.db, { organizationId, roles, today: localDay(ctx.now).toString() })
  await notify(ctx, {
    kind: identityKinds.readerLeft,
    organizationId,
    personIds: heads,
    title: `${personName} darf bei ${organizationName} nicht mehr lesen: Die Zuweisung ist beendet.`,
    url: '/wer-darf-lesen',
  })
  await notify(ctx, {
    kind: identityKinds.assignmentEnded,
    personIds: [personId],
    title: `Ihre Zuweisung zu ${organizationName} ist beendet.`,
    url: '/pruefungen',
  })
  return true
}

/**
 * By the municipality, with a reason. The answers are its own, so the reading ends at once and not when somebody has decided
 * about it; the programme manager is told, talks, and assigns anew where both agree.
 */
export async function objectToAssignment(ctx: Context, assignment: Assignment, reason: string): Promise<Outcome<true>> {
  const { id, organizationId, organizationName, personId, personName, assignedBy } = assignment
  if (!(await end(ctx, id, reason))) return already()
  const needs = ['chiefExecutive', 'securityOfficer']
  await record(ctx, 'assignment.objected', {
    organizationId,
    subjectId: personId,
    data: { assignmentId: id },
    needs,
  })
  const managers = [...(await listProgrammeManagers(ctx.db)), ...(assignedBy === null ? [] : [assignedBy])]
  await notify(ctx, {
    kind: identityKinds.assignmentObjected,
    personIds: managers,
    title: `${organizationName} widerspricht der Zuweisung von ${personName}. Sie ist beendet.`,
    url: '/zuweisungen',
    mail: {
      template: 'identity.assignmentObjected',
      data: { organisation: organizationName, person: personName, grund: reason, wer: ctx.actor.name },
    },
  })
  await notify(ctx, {
    kind: identityKinds.assignmentEnded,
    personIds: [personId],
    title: `Ihre Zuweisung zu ${organizationName} ist beendet.`,
    url: '/pruefungen',
  })
  return true
}
