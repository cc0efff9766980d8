import { euro } from '#kernel/money.ts'
import type { RoadPart } from '#foundation/programmes/index.ts'
import { findAccount } from '../accounts/queries.ts'
import { fundingRoutes as routes } from '../routes.ts'
import { bound } from './words.ts'

/** What a road's page says about its money. */
export const budgetPart: RoadPart = {
  name: 'budget',
  title: 'Budget',
  steps: [],
  href: ({ id }) => routes.account.href({ id }),
  async tell({ db }, { id }) {
    const account = await findAccount(db, id)
    if (!account) return undefined
    if (account.released === 0) return 'Freigegeben ist noch nichts.'
    return `Von ${euro(account.released)} sind ${euro(bound(account))} geplant oder vergeben, ${euro(account.settled)} davon abgerechnet; frei sind ${euro(account.remaining)}.`
  },
}
