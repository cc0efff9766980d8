import { localDay } from '#kernel/local-day.ts'
import { type Outcome, type Refusal, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import type { Context } from '#platform/http/context.ts'
import type { Enrollment } from '../enrollment.ts'
import { noteChange } from '../enrollments/note-change.ts'
import { holdRoad } from '../enrollments/hold-road.ts'

/** Ends the participation. The road stays as it is, with all that was done; its steps stand still. */
export async function withdraw(ctx: Context, wanted: Enrollment, reason: string): Promise<Outcome<true>> {
  const enrollment = await hold(ctx, wanted)
  if (enrollment.state === 'withdrawn') return refuse('Die Teilnahme ist schon beendet. Geändert ist nichts.')
  if (enrollment.completedAt !== null)
    return refuse('Alle Schritte sind erledigt; es gibt nichts mehr, woraus man austreten könnte.')
  await write(ctx, enrollment, {
    state: 'withdrawn',
    withdrawn_at: ctx.now.toString(),
    withdrawn_by: ctx.actor.personId,
    withdrawal_reason: reason,
  })
  await note(ctx, enrollment, 'withdrawn', reason)
  return true
}

/** Takes it up again where it stood. */
export async function reenter(ctx: Context, wanted: Enrollment, reason: string): Promise<Outcome<true>> {
  const enrollment = await hold(ctx, wanted)
  const wrong = hindrance(ctx, enrollment)
  if (wrong) return wrong
  await write(ctx, enrollment, { state: 'active', withdrawn_at: null, withdrawn_by: null, withdrawal_reason: '' })
  await note(ctx, enrollment, 'reentered', reason)
  return true
}

function hindrance({ now }: Context, { state, deadline, programmeName }: Enrollment): Refusal | undefined {
  if (state === 'active') return refuse('Die Kommune nimmt teil; es gibt nichts wieder aufzunehmen.')
  return deadline !== null && localDay(now).toString() > deadline
    ? refuse(`Die Frist von „${programmeName}“ ist vorbei. Wieder eintreten ist nicht mehr möglich.`)
    : undefined
}

async function hold(ctx: Context, { id }: Enrollment): Promise<Enrollment> {
  const enrollment = await holdRoad(ctx, id)
  if (!enrollment) throw new Error('a road that was seen is gone')
  return enrollment
}

interface Standing {
  state: Enrollment['state']
  withdrawn_at: string | null
  withdrawn_by: string | null
  withdrawal_reason: string
}

async function write({ db }: Context, { id }: Enrollment, standing: Standing): Promise<void> {
  const written = await db.updateTable('programmes.enrollment').set(standing).where('id', '=', id).executeTakeFirst()
  if (written.numUpdatedRows !== 1n) throw new Error('row-level security kept the road as it is, though may said yes')
}

async function note(
  ctx: Context,
  enrollment: Enrollment,
  what: 'withdrawn' | 'reentered',
  reason: string,
): Promise<void> {
  const { id, organizationId, programmeId, programmeName, state } = enrollment
  await noteChange(
    ctx,
    { enrollmentId: id, organizationId, programmeId },
    { step: null, what, before: state, note: reason, origin: 'person' },
  )
  await record(ctx, what === 'withdrawn' ? 'enrollment.withdrawn' : 'enrollment.reentered', {
    organizationId,
    subjectId: id,
    data: { programme: programmeName },
  })
}
