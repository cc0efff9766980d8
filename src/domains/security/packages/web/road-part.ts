import { euro } from '#kernel/money.ts'
import type { RoadPart } from '#foundation/programmes/index.ts'
import { packageStateInWords, sumOf } from '../decisions/package.ts'
import { packagesOf } from '../decisions/queries.ts'
import { packageRoutes } from '../routes.ts'

/** What a road's page says about its packages. */
export const packagePart: RoadPart = {
  name: 'packages',
  title: 'Maßnahmenpaket',
  steps: ['package'],
  href: ({ id }) => packageRoutes.package.href({ id }),
  async tell({ db }, { id }) {
    const [newest, ...earlier] = await packagesOf(db, id)
    if (!newest) return 'Noch kein Paket.'
    const count = newest.items.filter(({ isStruck }) => !isStruck).length
    const before =
      earlier.length === 0 ? '' : ` Davor ${earlier.length === 1 ? 'eines' : String(earlier.length)} entschieden.`
    return `Paket ${newest.number}: ${count === 1 ? '1 Maßnahme' : `${count} Maßnahmen`} für ${euro(sumOf(newest.items))}, ${packageStateInWords(newest.state)}.${before}`
  },
}
