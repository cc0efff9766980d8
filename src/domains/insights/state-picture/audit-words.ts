import { type EventWord, fact } from '#foundation/audit/index.ts'

/** What the audit trail says about state pictures. */
export const pictureWords = {
  'statePicture.ordered': {
    title: 'Landesbild bestellt',
    tell: (deed) =>
      `${deed.who} hat das Landesbild zu „${fact(deed, 'programme')}“ für den ${fact(deed, 'day')} bestellt.`,
  },
  'statePicture.planChanged': {
    title: 'Erscheinungstage geändert',
    tell: (deed) =>
      `${deed.who} hat geändert, an welchen Tagen (${fact(deed, 'days')} im Jahr) das Landesbild zu „${fact(deed, 'programme')}“ erscheint.`,
  },
  'statePicture.released': {
    title: 'Landesbild veröffentlicht',
    tell: (deed) =>
      `${deed.who} hat das Landesbild zu „${fact(deed, 'programme')}“ vom ${fact(deed, 'day')} für die Öffentlichkeit freigegeben.`,
  },
} as const satisfies Record<string, EventWord>
