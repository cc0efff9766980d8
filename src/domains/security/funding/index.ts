/** The door of funding: what a programme spends on each municipality, on accounts whose entries are never changed, and the orders behind it. */
export {
  type Account,
  type MoneyState,
  type SpentState,
  moneyInWords,
  spentStates,
  unreleased,
} from './accounts/account.ts'
export { findAccount, listAccounts } from './accounts/queries.ts'
export { book, type Booking, holdAccounts } from './entries/book.ts'
export { bookByHand } from './entries/book-by-hand.ts'
export { listEntries } from './entries/queries.ts'
export { orderState, orderTotal, type ServiceOrder } from './orders/order.ts'
export { findOrder, findOrders, findOrdersByReference, listOrders } from './orders/queries.ts'
export { placeOrders } from './orders/place-orders.ts'
export { changeOrder, type OrderChange } from './orders/change-order.ts'
export { commissionOrder, commissionOrders, moneyOf } from './orders/commission-order.ts'
export { withdrawOrder } from './orders/withdraw-order.ts'
export { may as mayFund } from './access.ts'
export { fundingRoutes } from './routes.ts'
export { accountPages } from './web/account.tsx'
export { accountListPages } from './web/accounts.tsx'
export { bookingPages } from './web/booking.tsx'
export { budgetPart } from './web/road-part.ts'
export { fundingNeeds } from './needs.ts'
export { bookOpening } from './openings/book-opening.ts'
export { fundingOperations } from './api.ts'
export { fundingWords } from './audit-words.ts'
