import type { Temporal } from 'temporal-polyfill'

/** What can be wrong with the chain, and where: the place of an entry, or the number of a link. */
export interface ChainFault {
  kind: keyof typeof sentences
  place: number | null
}

const sentences = {
  entryMissing: (place: string) => `Eintrag ${place} fehlt.`,
  entryChanged: (place: string) => `Eintrag ${place} wurde verändert oder steht an falscher Stelle.`,
  entryInserted: (place: string) => `Eintrag ${place} wurde eingefügt: Kein Siegel deckt ihn.`,
  entryBackdated: (place: string) =>
    `${place ? `Eintrag ${place}` : 'Ein noch nicht versiegelter Eintrag'} wurde nachgetragen: Seine Zeit liegt vor dem Siegel davor.`,
  personChanged: (place: string) => `Wer gehandelt hat oder um wen es geht, wurde bei Eintrag ${place} verändert.`,
  personMissing: (place: string) =>
    `Wer gehandelt hat oder um wen es geht, fehlt bei Eintrag ${place}, ohne dass es gelöscht wurde.`,
  erasureChanged: (place: string) => `Die Löschung in Eintrag ${place} nennt andere Angaben als die, die fehlen.`,
  erasureUnknown: (place: string) =>
    `Bei Eintrag ${place} fehlt eine Angabe unter Verweis auf eine Löschung, die es nicht gab.`,
  sealMissing: (place: string) => `Siegel ${place} fehlt.`,
  sealChanged: (place: string) => `Siegel ${place} passt nicht zu seinen Einträgen.`,
  chainBroken: (place: string) => `Siegel ${place} schließt nicht an das davor an.`,
} as const

export const faultInWords = ({ kind, place }: ChainFault): string =>
  sentences[kind](place === null ? '' : String(place))

/** The last link: whoever keeps its hash elsewhere can later prove that nothing before it was changed or cut off. */
export interface ChainHead {
  number: number
  hash: string
  madeAt: Temporal.Instant
}
