import { type RawBuilder, sql } from 'kysely'

type Column = RawBuilder<unknown>

/**
 * For duties of other modules: documents and reports already ask for this step. Of a report that is being agreed on, of one that the test house
 * owes, of documents that lie there to be reviewed or are still missing.
 */
export const participationAsks = (enrollmentId: Column, step: Column): RawBuilder<unknown> => sql`(
  (${step} = 'report' and exists (select from participation.report t where t.enrollment_id = ${enrollmentId} and t.state = 'submitted'))
  or (${step} = 'report' and exists (select from programmes.enrollment_step v where v.enrollment_id = ${enrollmentId} and v.step = 'report'
                               and coalesce(v.waiting_for, 'contractor') = 'contractor'))
  or (${step} = 'policyReview' and exists (select from participation.document t where t.enrollment_id = ${enrollmentId} and t.state = 'received'))
  or (${step} = 'preparation' and exists (
    select from programmes.enrollment v join programmes.wanted_document w on w.programme_id = v.programme_id and w.is_required
      left join participation.document t on t.enrollment_id = v.id and t.key = w.key
     where v.id = ${enrollmentId} and coalesce(t.state, 'missing') = 'missing')))`
