import type { NeedSource } from '#foundation/programmes/index.ts'
import { roadsInNeed } from './task-queries.ts'

/** What several municipalities lack before the deadline. */
export const deliveryNeeds: NeedSource = {
  name: 'security/deliveries',
  async list({ db }, { id }) {
    const found = await roadsInNeed(db, id)
    const of = (kind: (typeof found)[number]['kind']) => found.filter((one) => one.kind === kind).map((one) => one.id)
    return [
      {
        key: 'servicesNotDelivered',
        one: 'wartet noch auf beauftragte Leistungen',
        many: 'warten noch auf beauftragte Leistungen',
        enrollmentIds: of('deliver'),
      },
      {
        key: 'servicesNotAccepted',
        one: 'hat Leistungen noch nicht abgenommen',
        many: 'haben Leistungen noch nicht abgenommen',
        enrollmentIds: of('accept'),
      },
    ].filter(({ enrollmentIds }) => enrollmentIds.length > 0)
  },
}
