import type { Context } from '#platform/http/context.ts'

/** No own view is the one that opens by itself any more. */
export const leaveDefault = ({ db }: Context, programmeId: string): Promise<unknown> =>
  db
    .updateTable('cockpit.view')
    .set({ is_default: false })
    .where('programme_id', '=', programmeId)
    .where('is_default', '=', true)
    .execute()
