import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { localDay } from '#kernel/local-day.ts'
import { holdersOf } from '#foundation/identity/index.ts'
import { notify } from '#foundation/notifications/index.ts'
import type { Context, PublicContext } from '#platform/http/context.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { idSchema } from '#platform/http/parse.ts'
import { findEnrollment } from '../enrollments/queries.ts'
import type { EnrollmentWithSteps } from '../enrollment.ts'
import { programmeKinds } from '../notifications.ts'
import { findProgramme } from '../queries.ts'

export const turnJob = 'programmes.tellTurn'

export const turnTelling = z.object({ enrollmentId: idSchema, step: z.string(), at: z.iso.datetime() })

/** Tells the municipality, after the deed is kept, that it is its turn: unless somebody of it did the deed. */
export async function tellTurn(
  { actor, db, now }: Context,
  { id, organizationId }: Pick<EnrollmentWithSteps, 'id' | 'organizationId'>,
  step: string,
): Promise<void> {
  if (actor.actingFor?.id === organizationId) return
  const data: z.infer<typeof turnTelling> = { enrollmentId: id, step, at: now.toString() }
  await enqueue({ db, now }, turnJob, data, { key: `${id}:${step}` })
}

/** The job: in the scope of whoever did the deed; nothing where the road has gone on meanwhile. */
export async function tellMunicipality(
  { db }: PublicContext,
  { enrollmentId, step, at }: z.infer<typeof turnTelling>,
): Promise<void> {
  const now = Temporal.Instant.from(at)
  const road = await findEnrollment(db, enrollmentId)
  if (road?.state !== 'active' || road.currentStep !== step || road.waitingFor !== 'organization') return
  const programme = await findProgramme(db, road.programmeId)
  if (programme?.state !== 'running') return
  const url = `/teilnahmen/${enrollmentId}`
  const { organizationId, organizationName: kommune, programmeName: programm, missing: schritt } = road
  await notify(
    { db, now },
    {
      personIds: await holdersOf(db, {
        organizationId,
        roles: ['chiefExecutive', 'securityOfficer'],
        today: localDay(now).toString(),
      }),
      kind: programmeKinds.yourTurn,
      title: `${kommune} ist in „${programm}“ an der Reihe: ${schritt}.`,
      url,
      organizationId,
      mail: { template: 'programmes.yourTurn', data: { kommune, programm, schritt, adresse: url } },
    },
  )
}
