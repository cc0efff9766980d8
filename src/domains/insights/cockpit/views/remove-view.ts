import type { Context } from '#platform/http/context.ts'
import type { View } from './view.ts'

/** An own view is gone for good. */
export const removeView = ({ db }: Context, { id }: Pick<View, 'id'>): Promise<unknown> =>
  db.deleteFrom('cockpit.view').where('id', '=', id).execute()
