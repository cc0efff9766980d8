/** The catalogs that come with the product, by the word that the command line and the API know them by. */
export const shippedNames = [
  'startcheck',
  'basischeck',
  'basischeck-klein',
  'basischeck-ohne-serverraum',
  'reifegrad',
] as const
type ShippedName = (typeof shippedNames)[number]

export interface ShippedCatalog {
  name: ShippedName
  title: string
  about: string
  /** Below the folder of the product. */
  file: string
  /** The shipped catalog that this one, a profile, chooses from. */
  over?: ShippedName
}

export const shippedCatalogs: readonly ShippedCatalog[] = [
  {
    name: 'startcheck',
    title: 'Lotsenwerk-Startcheck',
    about: 'Die ersten Fragen zur Informationssicherheit, in einer halben Stunde beantwortet.',
    file: 'catalogs/lotsenwerk-startcheck.oscal.json',
  },
  {
    name: 'basischeck',
    title: 'Lotsenwerk-Basis-Check',
    about: 'Prüfung der Informationssicherheit in 19 Listen, mit Hilfe zu jeder Frage.',
    file: 'catalogs/lotsenwerk-basischeck.oscal.json',
  },
  {
    name: 'basischeck-klein',
    title: 'Lotsenwerk-Basis-Check für kleine Verwaltungen',
    about: 'Die 30 Fragen mit der größten Wirkung, wenn eine Person für alles da ist. Nimmt den Basis-Check mit auf.',
    file: 'catalogs/lotsenwerk-basischeck-klein.profile.oscal.json',
    over: 'basischeck',
  },
  {
    name: 'basischeck-ohne-serverraum',
    title: 'Lotsenwerk-Basis-Check ohne eigenen Serverraum',
    about: 'Der Basis-Check ohne die Fragen zu eigenen Servern und Räumen dafür. Nimmt den Basis-Check mit auf.',
    file: 'catalogs/lotsenwerk-basischeck-ohne-serverraum.profile.oscal.json',
    over: 'basischeck',
  },
  {
    name: 'reifegrad',
    title: 'Lotsenwerk-Reifegrad Digitale Verwaltung',
    about: 'Wo Ihre Verwaltung bei der Digitalisierung steht, in Stufen von 0 bis 5 mit eigenem Ziel.',
    file: 'catalogs/lotsenwerk-reifegrad.oscal.json',
  },
]

/** By its word: `basischeck`. */
export const findShippedCatalog = (name: string): ShippedCatalog | undefined =>
  shippedCatalogs.find((catalog) => catalog.name === name)
