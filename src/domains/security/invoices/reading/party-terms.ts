/** The business terms of both parties: each fact has another number on each side. */
export const partyTerms = {
  seller: {
    name: 'BT-27',
    tradeName: 'BT-28',
    registration: 'BT-30',
    email: 'BT-34',
    address: 'BG-5',
    street: 'BT-35',
    city: 'BT-37',
    postcode: 'BT-38',
    country: 'BT-40',
    contact: 'BG-6',
  },
  buyer: {
    name: 'BT-44',
    tradeName: 'BT-45',
    registration: 'BT-47',
    email: 'BT-49',
    address: 'BG-8',
    street: 'BT-50',
    city: 'BT-52',
    postcode: 'BT-53',
    country: 'BT-55',
    contact: 'BG-9',
  },
} as const
