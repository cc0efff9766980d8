import { type Deed, type EventWord, fact } from '#foundation/audit/index.ts'
import { germanMoney } from '#kernel/money.ts'

const invoice = (deed: Deed): string => `die Rechnung ${fact(deed, 'number')}`
const amount = (deed: Deed): string => germanMoney(Number(fact(deed, 'cents')))

/** What the audit trail says about invoices. */
export const invoiceWords = {
  'invoice.received': {
    title: 'Rechnung eingegangen',
    tell: (deed) => `${deed.who} hat ${invoice(deed)} über ${amount(deed)} eingereicht.`,
  },
  'invoice.matched': {
    title: 'Rechnung zugeordnet',
    tell: (deed) =>
      `${deed.who} hat Position ${fact(deed, 'position')} der Rechnung ${fact(deed, 'number')} ${fact(deed, 'reference') === '' ? 'keinem Auftrag' : `dem Auftrag ${fact(deed, 'reference')}`} zugeordnet.`,
  },
  'invoice.disputed': {
    title: 'Rechnung beanstandet',
    tell: (deed) => `${deed.who} hat ${invoice(deed)} beanstandet.`,
  },
  'invoice.resolved': {
    title: 'Beanstandung geklärt',
    tell: (deed) => `${deed.who} hat die Beanstandung der Rechnung ${fact(deed, 'number')} für geklärt erklärt.`,
  },
  'invoice.rejected': {
    title: 'Rechnung zurückgewiesen',
    tell: (deed) => `${deed.who} hat ${invoice(deed)} zurückgewiesen.`,
  },
  'invoice.approved': {
    title: 'Rechnung für richtig erklärt',
    tell: (deed) =>
      `${deed.who} hat ${invoice(deed)} über ${amount(deed)} für sachlich und rechnerisch richtig erklärt.`,
  },
  'invoice.paymentReleased': {
    title: 'Zahlung freigegeben',
    tell: (deed) => `${deed.who} hat ${amount(deed)} zur Zahlung freigegeben.`,
  },
} satisfies Partial<Record<string, EventWord>>
