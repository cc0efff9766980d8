/** The door of invoices: XRechnungen of contractors, read, matched with orders, approved by one person and settled by another. */
export { invoiceOperations } from './api.ts'
export { paymentOperations } from './payments/api.ts'
export { invoiceKinds } from './notifications.ts'
export { invoiceMails } from './mails.ts'
export { invoiceJobs } from './jobs.ts'
export { invoiceWords } from './audit-words.ts'
export { listVouchers, type Voucher } from './payments/queries.ts'
