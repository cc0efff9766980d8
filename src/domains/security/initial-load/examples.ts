/** What `POST /enrollments/import` answers. */
export const importExample = {
  total: 133,
  added: 104,
  changed: 3,
  unchanged: 26,
  refused: [
    {
      sheet: 'Stand',
      row: 118,
      column: 'D',
      message:
        '„Stendal“ gibt es mehrmals: Stendal (Einheitsgemeinde, 150900535) und Stendal (Landkreis, 15090). Bitte tragen Sie Schlüssel oder Art ein.',
      value: 'Stendal',
    },
  ],
  rows: [
    {
      organizationId: '01940d1c-5c00-7a60-8000-2f1d3a4b5c6d',
      name: 'Musterstadt',
      isNew: false,
      changes: [{ field: 'Schritt Bericht', before: 'offen', after: 'erledigt 12.11.2026' }],
      notes: [],
    },
  ],
  unknownColumns: [],
  ignored: ['„Alt“ ist ausgeblendet'],
  brings: {
    municipalities: 0,
    roads: 104,
    steps: 612,
    contacts: 240,
    appointments: 31,
    amounts: 104,
    documents: 0,
    amountCents: 167_440_000,
  },
}
