import { route } from '#platform/http/route.ts'

export const fundingRoutes = {
  /** The budget of the own municipality: straight to it, or the choice. */
  own: route('/budget'),
  /** About the road of one municipality; `id` is the enrollment's. */
  account: route('/teilnahmen/:id/budget'),
  statementPdf: route('/teilnahmen/:id/budget/kontoauszug.pdf'),
  statementSheet: route('/teilnahmen/:id/budget/kontoauszug.xlsx'),
  booking: route('/teilnahmen/:id/budget/buchung'),
  correction: route('/teilnahmen/:id/budget/buchungen/:entry/berichtigung'),
  /** All accounts of one programme. */
  accounts: route('/programme-im-verbund/:id/budgets'),
  accountsSheet: route('/programme-im-verbund/:id/budgets/tabelle.xlsx'),
  allStatementsPdf: route('/programme-im-verbund/:id/budgets/kontoauszug.pdf'),
  allStatementsSheet: route('/programme-im-verbund/:id/budgets/kontoauszug.xlsx'),
}
