import { newId } from '#platform/crypto/random.ts'
import type { Context } from '#platform/http/context.ts'
import type { StepState } from '../road.ts'

/** How it came about: by hand, by a deed elsewhere (a signature), from the workbook of the running programme. */
export type Origin = 'person' | 'deed' | 'import'

export interface RoadChange {
  /** Null for the whole road. */
  step: string | null
  what: StepState | 'began' | 'detail' | 'withdrawn' | 'reentered'
  before: string | null
  onDay?: string | null | undefined
  note?: string | undefined
  origin: Origin
}

interface Road {
  enrollmentId: string
  organizationId: string
  programmeId: string
}

/** One line in the history of a road; never changed. */
export const noteChange = (
  { db, now, actor }: Context,
  { enrollmentId, organizationId, programmeId }: Road,
  { step, what, before, onDay, note, origin }: RoadChange,
): Promise<unknown> =>
  db
    .insertInto('programmes.step_change')
    .values({
      id: newId(),
      enrollment_id: enrollmentId,
      organization_id: organizationId,
      programme_id: programmeId,
      step,
      what,
      before,
      on_day: onDay ?? null,
      note: note ?? '',
      origin,
      at: now.toString(),
      person_id: actor.personId,
    })
    .execute()
