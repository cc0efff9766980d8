import { type Deed, type EventWord, fact } from '#foundation/audit/index.ts'
import { germanMoney } from '#kernel/money.ts'
import { moneyInWords, moneyStates } from './accounts/account.ts'

const order = (deed: Deed): string => `„${fact(deed, 'title')}“ (${fact(deed, 'reference')})`
const state = (deed: Deed, key: string): string => {
  const known = moneyStates.find((one) => one === fact(deed, key))
  return known ? moneyInWords(known) : ''
}

/** What the audit trail says about money. */
export const fundingWords = {
  'funding.booked': {
    title: 'Budget gebucht',
    tell: (deed) =>
      `${deed.who} hat ${germanMoney(Number(fact(deed, 'cents')))} von „${state(deed, 'from')}“ nach „${state(deed, 'to')}“ gebucht.`,
  },
  'order.placed': {
    title: 'Auftrag angelegt',
    tell: (deed) => `${deed.who} hat den Auftrag ${order(deed)} angelegt.`,
  },
  'order.commissioned': {
    title: 'Dienstleister beauftragt',
    tell: (deed) => `${deed.who} hat den Dienstleister mit ${order(deed)} beauftragt.`,
  },
  'order.withdrawn': {
    title: 'Auftrag zurückgezogen',
    tell: (deed) => `${deed.who} hat den Auftrag ${order(deed)} zurückgezogen.`,
  },
  'order.changed': {
    title: 'Auftrag geändert',
    tell: (deed) => `${deed.who} hat Angaben zum Auftrag ${order(deed)} geändert.`,
  },
} satisfies Partial<Record<string, EventWord>>
