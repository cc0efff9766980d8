import type { NeedSource } from '#foundation/programmes/index.ts'
import { listUntouched } from './accounts/queries.ts'

/** Released, and nothing of it is even planned. */
export const fundingNeeds: NeedSource = {
  name: 'security/funding',
  async list({ db }, { id }) {
    const enrollmentIds = await listUntouched(db, id)
    return enrollmentIds.length === 0
      ? []
      : [
          {
            key: 'budgetUntouched',
            one: 'hat vom Budget noch nichts verplant',
            many: 'haben vom Budget noch nichts verplant',
            enrollmentIds,
          },
        ]
  },
}
