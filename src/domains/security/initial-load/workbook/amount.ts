/** Where money stands, and what is left to plan with. */
export const accounts = [
  { key: 'planned', title: 'Geplant', words: ['verplant', 'planung'], hint: 'Brutto in Euro' },
  { key: 'committed', title: 'Beauftragt', words: ['gebunden', 'bestellt'], hint: 'Brutto in Euro' },
  { key: 'delivered', title: 'Geliefert', words: ['erbracht', 'geleistet'], hint: 'Brutto in Euro' },
  { key: 'accepted', title: 'Abgenommen', words: ['abnahme'], hint: 'Brutto in Euro' },
  {
    key: 'invoiced',
    title: 'In Rechnung',
    words: ['berechnet', 'in rechnung gestellt', 'rechnung'],
    hint: 'Brutto in Euro',
  },
  { key: 'settled', title: 'Abgerechnet', words: ['abrechnung', 'bezahlt', 'gezahlt'], hint: 'Brutto in Euro' },
  {
    key: 'remaining',
    title: 'Rest',
    words: ['restbetrag', 'verfugbar', 'offen', 'noch frei', 'ubrig'],
    hint: 'Noch nicht verplant, brutto in Euro',
  },
] as const

export type Account = (typeof accounts)[number]['key']
export type Amounts = Record<Account, number>

export const sumOf = (amounts: Amounts): number => accounts.reduce((sum, { key }) => sum + amounts[key], 0)
