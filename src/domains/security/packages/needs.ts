import type { NeedSource } from '#foundation/programmes/index.ts'
import { roadsWithoutDecision } from './decisions/waiting.ts'

/** What several municipalities lack before the deadline. */
export const packageNeeds: NeedSource = {
  name: 'security/packages',
  async list({ db }, { id }) {
    const enrollmentIds = await roadsWithoutDecision(db, id)
    return enrollmentIds.length === 0
      ? []
      : [
          {
            key: 'withoutPackage',
            one: 'hat noch kein Maßnahmenpaket entschieden',
            many: 'haben noch kein Maßnahmenpaket entschieden',
            enrollmentIds,
          },
        ]
  },
}
