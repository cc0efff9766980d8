// Sample calls of budgets and of what is bought from them.
import { everything, manager, type TestHouse } from '../harness/house.ts'
import type { Sample } from './sample-calls.ts'

export async function fundingSamples(house: TestHouse): Promise<Record<string, Sample>> {
  const anke = await house.as(everything)
  const { body } = await anke.get<{ items: { organizationId: string; programmeId: string }[] }>('/budget-accounts')
  const account = body.items[0]
  const one = {
    email: manager,
    part: account?.organizationId ?? '',
    query: `programmeId=${account?.programmeId ?? ''}`,
  }
  const entry = { amountCents: 100, orderReference: 'PROBE-1', reason: 'Probe' }
  return {
    listBudgetAccounts: { email: manager },
    getBudgetAccount: one,
    addBudgetAccountEntry: { ...one, body: { from: 'limit', to: 'planned', ...entry } },
    listBudgetAccountEntries: one,
    getBudgetStatementPdf: one,
    getBudgetStatementXlsx: one,
    getProgrammeBudgetStatementPdf: { email: manager, of: account?.programmeId ?? '' },
    getProgrammeBudgetStatementXlsx: { email: manager, of: account?.programmeId ?? '' },
  }
}
