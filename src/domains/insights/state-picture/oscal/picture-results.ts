import { Temporal } from 'temporal-polyfill'
import { type Reason, usualLimits } from '#kernel/disclosure/index.ts'
import { germanDate, startOfDay } from '#kernel/local-day.ts'
import { plainLine } from '#kernel/plain-text.ts'
import { type Dimension, familyOf, type Picture, type PictureCell, type ShownCell } from '../picture.ts'

/** A picture on its way into OSCAL. */
export interface PictureOscal {
  /** The same UUID of version 5 for the same name, every time: OSCAL 1.1.3 refuses our own version 7. */
  uuidFor: (name: string) => string
  picture: Picture
  /** `sha256`: 64 hex digits over the catalog file. Null while nobody has a signed-off check. */
  catalog: { title: string; version: string; sha256: string } | null
}

interface Property {
  name: string
  ns: string
  value: string
  remarks?: string
}

/** The same namespace as in our catalogs (foundation/catalogs/oscal/catalog.ts). */
const namespace = 'https://lotsenwerk.example/ns/oscal'

const property = (name: string, value: string | number, remarks?: string): Property => ({
  name,
  ns: namespace,
  value: plainLine(String(value), 'ohne'),
  ...(remarks && { remarks }),
})

const { least, width } = usualLimits
const roundingRule =
  'Anteile sind auf 5 Prozentpunkte gerundet. Was gerundet höchstens 5 ist, steht als „höchstens 5“, was mindestens 95 ist, als „mindestens 95“ (Angabe bound).'
const disclosureRule = `Eine Angabe erscheint nur, wenn sie von mindestens ${least} Kommunen spricht, deren Wert nicht bekannt ist, und wenn sich aus allen Angaben zusammen keine kleinere Gruppe herausrechnen und keine einzelne Kommune auf weniger als ${width} Punkte eingrenzen lässt. Sonst ist sie verborgen (Angabe suppressed): ohne Anzahl und ohne Anteil. Nach einer Änderung der Anzahl um eine bis vier Kommunen bleibt der frühere Wert mit seinem Tag stehen (Angabe as-of).`

const reasons: Record<Reason, string> = {
  small: `Verborgen, weil die Angabe von weniger als ${least} Kommunen spräche.`,
  complement: 'Verborgen, weil sich sonst eine andere verborgene Angabe ausrechnen ließe.',
  isolates: `Verborgen, weil die Angabe zusammen mit anderen von weniger als ${least} Kommunen spräche.`,
  narrow: `Verborgen, weil sich der Wert einer Kommune sonst auf weniger als ${width} Punkte eingrenzen ließe.`,
}

/** What speaks of the catalog: the one cell of all, checklists, controls. Families by place or size speak of municipalities and stay out. */
const exported = ['total', 'checklist', 'control'] as const satisfies readonly Dimension[]

/**
 * A picture as anonymous OSCAL 1.1.3 assessment results. Pure: the same picture gives the same document. Each cell of the catalog is an
 * observation; findings there are none, since a share of many is neither satisfied nor not. No municipality is in it, not even a named one.
 */
export function pictureResults(input: PictureOscal) {
  const { uuidFor, picture } = input
  const observations = exported.flatMap((dimension) =>
    familyOf(picture, dimension).map((cell) => observation(input, dimension, cell)),
  )
  const day = germanDate(picture.releaseOn)
  return {
    'assessment-results': {
      uuid: uuidFor('document'),
      metadata: metadataOf(input),
      'import-ap': { href: `#${uuidFor('plan')}` },
      results: [
        {
          uuid: uuidFor('result'),
          title: `Landesbild vom ${day}`,
          description: `Was die teilnehmenden Kommunen in abgenommenen Prüfungen zusammen erreicht haben. Das Bild gilt ab dem ${day}.`,
          start: startOf(picture.releaseOn),
          props: [
            property('participants', picture.participants),
            ...(picture.assessed === null
              ? [
                  property(
                    'assessed-suppressed',
                    'true',
                    `Weniger als ${least} Kommunen haben eine abgenommene Prüfung.`,
                  ),
                ]
              : [property('assessed', picture.assessed)]),
          ],
          'reviewed-controls': reviewedControls(picture),
          ...(observations.length > 0 && { observations }),
        },
      ],
      'back-matter': { resources: resourcesOf(input) },
    },
  }
}

/** ISO instant at which a local day begins. Finer times would be those of somebody's deed. */
const startOf = (day: string): string => startOfDay(Temporal.PlainDate.from(day)).toString()

function metadataOf({ uuidFor, picture, catalog }: PictureOscal) {
  const { programmeKey, programmeName, releaseOn, sha256 } = picture
  return {
    title: `Landesbild Informationssicherheit, ${plainLine(programmeName, 'Programm')}, ${germanDate(releaseOn)}`,
    published: startOf(releaseOn),
    'last-modified': startOf(releaseOn),
    version: releaseOn,
    'oscal-version': '1.1.3',
    'document-ids': [{ scheme: `${namespace}/document-id`, identifier: `state-picture-${uuidFor('document')}` }],
    props: [
      property('language', 'de'),
      property(
        'anonymous',
        'true',
        'Das Dokument nennt keine Kommune, keine Person und keinen Zeitpunkt einer Prüfung.',
      ),
      property('programme', programmeKey),
      property('programme-name', programmeName),
      ...(catalog ? [property('catalog-title', catalog.title), property('catalog-sha256', catalog.sha256)] : []),
      property(
        'picture-sha256',
        sha256,
        'Prüfsumme über das ganze veröffentlichte Bild in seiner festen Schreibweise.',
      ),
      property('rounding', 5, roundingRule),
      property('disclosure-least', least, disclosureRule),
      property('disclosure-width', width),
    ],
    ...(catalog && { links: [{ href: `#${uuidFor('catalog')}`, rel: 'reference' }] }),
    remarks: `${roundingRule}\n\n${disclosureRule}`,
  }
}

function observation({ uuidFor, picture }: PictureOscal, dimension: Dimension, cell: PictureCell) {
  const key = plainLine(cell.key, 'ohne')
  const what = [property('dimension', dimension), property(dimension === 'control' ? 'control-id' : 'key', key)]
  const asOf = cell.hidden === null ? cell.asOf : null
  return {
    uuid: uuidFor(`${dimension}:${cell.key}`),
    title: plainLine(cell.label, key),
    description: cell.hidden === null ? told(dimension, cell) : reasons[cell.hidden],
    props:
      cell.hidden === null
        ? [
            ...what,
            property('n', cell.count),
            property('percent', cell.percent),
            property('bound', cell.bound ?? 'rounded'),
            ...(asOf === null ? [] : [property('as-of', asOf)]),
          ]
        : [...what, property('suppressed', 'true', reasons[cell.hidden])],
    methods: ['INTERVIEW'],
    types: ['control-objective'],
    collected: startOf(asOf ?? picture.releaseOn),
  }
}

const signs = { atMost: 'höchstens ', atLeast: 'mindestens ' }

const told = (dimension: Dimension, { count, percent, bound, asOf }: ShownCell): string =>
  `${dimension === 'control' ? 'Von' : 'Im Mittel von'} ${count} Kommunen: ${bound ? signs[bound] : ''}${percent} Prozent mit Ja.${
    asOf === null ? '' : ` Stand ${germanDate(asOf)}, weil sich seither zu wenige Kommunen geändert haben.`
  }`

/** As OSCAL's identifiers want it. */
const isToken = (id: string): boolean => /^[\p{L}_][\p{L}\p{N}.\-_]*$/u.test(id)

/** Each control by name, hidden or not, as far as all of them have names that OSCAL takes. */
function reviewedControls(picture: Picture) {
  const ids = familyOf(picture, 'control').map(({ key }) => key)
  const isWhole = ids.length > 0 && ids.every(isToken)
  return {
    'control-selections': [
      isWhole ? { 'include-controls': ids.map((id) => ({ 'control-id': id })) } : { 'include-all': {} },
    ],
  }
}

/** The catalog by its hash (RFC 6920: no address of ours serves its bytes), and the plan that is none. */
const resourcesOf = ({ uuidFor, catalog }: PictureOscal) => [
  ...(catalog
    ? [
        {
          uuid: uuidFor('catalog'),
          title: plainLine(catalog.title, 'Katalog'),
          description: `Der Katalog, nach dem geprüft wurde, in der Fassung ${plainLine(catalog.version, 'ohne Angabe')}.`,
          props: [property('catalog-version', catalog.version)],
          rlinks: [
            {
              href: `ni:///sha-256;${Buffer.from(catalog.sha256, 'hex').toString('base64url')}`,
              hashes: [{ algorithm: 'SHA-256', value: catalog.sha256 }],
            },
          ],
        },
      ]
    : []),
  {
    uuid: uuidFor('plan'),
    title: 'Prüfplan',
    description:
      'Einen gemeinsamen Prüfplan gibt es nicht: Jede Kommune beantwortet den Katalog selbst, danach wird geprüft und von beiden Seiten unterschrieben. Gezählt sind nur so abgenommene Prüfungen.',
  },
]
