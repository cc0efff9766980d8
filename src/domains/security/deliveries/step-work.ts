import { type RawBuilder, sql } from 'kysely'

type Column = RawBuilder<unknown>

/** For duties of other modules: orders already ask for this step. Of what is commissioned, and of what is delivered and not accepted. */
export const deliveriesAsk = (enrollmentId: Column, step: Column): RawBuilder<unknown> => sql`(
  exists (select from funding.service_order s where s.enrollment_id = ${enrollmentId}
           and (${step} = 'execution' and s.committed_cents > 0 and not exists (
                  select from programmes.enrollment n where n.id = s.enrollment_id and n.waiting_for = 'organization')
             or ${step} = 'acceptance' and s.delivered_cents > 0)))`
