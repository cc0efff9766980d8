import { type RawBuilder, sql } from 'kysely'

type Column = RawBuilder<unknown>

/** For duties of other modules: a date is being agreed on or fixed for this step, or the assessor is asked to offer one. */
const isAskedFor = (enrollmentId: Column, step: Column): RawBuilder<unknown> => sql`(
  exists (select from appointments.appointment a where a.enrollment_id = ${enrollmentId} and a.step = ${step}
             and a.state in ('proposed', 'confirmed', 'declined'))
  or (${step} = 'onSite' and exists (select from programmes.enrollment_step v where v.enrollment_id = ${enrollmentId} and v.step = 'onSite'
                               and coalesce(v.waiting_for, 'contractor') = 'contractor')
    and not exists (select from appointments.appointment a where a.enrollment_id = ${enrollmentId} and a.step = 'onSite' and a.state = 'held')))`

/** For calendars of other modules: this step has a date here. */
const hasDate = (enrollmentId: Column, step: Column): RawBuilder<unknown> => sql`
  exists (select from appointments.appointment a where a.enrollment_id = ${enrollmentId} and a.step = ${step}
             and a.state in ('confirmed', 'held') and a.sequence >= 0)`

/** What appointments say of a step, for whoever asks under the own rights. */
export const stepDates = { duty: isAskedFor, date: hasDate }
