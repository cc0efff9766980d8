const area = 'Programme'

/** What this module tells people about, as they find it in their settings. */
export const invoiceKinds = {
  received: { kind: 'invoice.received', title: 'Eine Rechnung ist eingegangen', area, urgent: false },
  disputed: { kind: 'invoice.disputed', title: 'Eine Ihrer Rechnungen ist beanstandet', area, urgent: false },
  resolved: { kind: 'invoice.resolved', title: 'Eine Beanstandung ist geklärt', area, urgent: false },
  rejected: { kind: 'invoice.rejected', title: 'Eine Ihrer Rechnungen ist zurückgewiesen', area, urgent: false },
  approved: { kind: 'invoice.approved', title: 'Eine Ihrer Rechnungen ist richtig', area, urgent: false },
  settled: { kind: 'invoice.settled', title: 'Eine Ihrer Rechnungen ist zur Zahlung freigegeben', area, urgent: false },
} as const
