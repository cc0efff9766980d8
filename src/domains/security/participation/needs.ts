import type { NeedSource } from '#foundation/programmes/index.ts'
import { roadsInNeed } from './queries.ts'

/** After so long with the municipality a report is asked for. */
const patience = { hours: 24 * 7 }

/** What several municipalities lack before the deadline. */
export const participationNeeds: NeedSource = {
  name: 'security/participation',
  async list({ db, now }, { id }) {
    const found = await roadsInNeed(db, id, now.subtract(patience).toString())
    const of = (kind: (typeof found)[number]['kind']) => found.filter((one) => one.kind === kind).map((one) => one.id)
    return [
      {
        key: 'documentsMissing',
        one: 'hat noch Unterlagen offen',
        many: 'haben noch Unterlagen offen',
        enrollmentIds: of('documents'),
      },
      {
        key: 'reportWithOrganization',
        one: 'hat den Bericht länger als eine Woche bei sich liegen',
        many: 'haben den Bericht länger als eine Woche bei sich liegen',
        enrollmentIds: of('report'),
      },
    ].filter(({ enrollmentIds }) => enrollmentIds.length > 0)
  },
}
