import { type Outcome, refuse } from '#kernel/outcome.ts'

import { isObject, type Located } from './document/fields.ts'
import { placeIn } from './document/place.ts'
import { quoted } from './document/wording.ts'

/** The other documents of OSCAL, by their root. */
const others = new Map([
  ['profile', 'ein OSCAL-Profil'],
  ['mapping-collection', 'eine OSCAL-Zuordnung (mapping-collection)'],
  ['component-definition', 'eine OSCAL-Komponentenbeschreibung (component-definition)'],
  ['system-security-plan', 'ein OSCAL-Sicherheitskonzept (system-security-plan)'],
  ['assessment-plan', 'ein OSCAL-Prüfplan (assessment-plan)'],
  ['assessment-results', 'ein OSCAL-Prüfergebnis (assessment-results)'],
  ['plan-of-action-and-milestones', 'ein OSCAL-Maßnahmenplan (plan-of-action-and-milestones)'],
])

const remedies = new Map([['mapping-collection', 'Bitte lesen Sie sie unter „Kataloge“, „Zuordnungen“ ein.']])

/** What is told of a file that is no catalog, by the name of its root. */
export const documentName = (root: string): string | undefined =>
  root === 'catalog' ? 'ein OSCAL-Katalog' : others.get(root)

/** The `catalog` object of a document; anything else is refused by what it is. */
export function catalogRoot(document: unknown): Outcome<Located> {
  const at = placeIn(null, 'catalog')
  if (isObject(document) && isObject(document['catalog'])) return { json: document['catalog'], at }
  const names = isObject(document) ? Object.keys(document).filter((name) => name !== '$schema') : []
  const known = names.find((name) => others.has(name))
  if (known !== undefined && !names.includes('catalog'))
    return refuse(
      `Der Katalog wurde nicht übernommen: Die Datei ist ${others.get(known)} und kein Katalog. ${remedies.get(known) ?? 'Bitte laden Sie den Katalog selbst hoch.'}`,
      [{ path: known, message: 'Erwartet wird „catalog“.' }],
    )
  const found = names.includes('catalog')
    ? '„catalog“ ist dort kein Objekt'
    : names.length > 0
      ? `dort steht ${quoted(names[0] ?? '')}`
      : 'dort steht kein benanntes Objekt'
  return refuse(
    `Der Katalog wurde nicht übernommen: Auf der obersten Ebene der Datei wird „catalog“ erwartet, ${found}. Bitte wählen Sie einen OSCAL-Katalog im JSON-Format.`,
    [{ path: 'catalog', message: 'Hier wird der OSCAL-Katalog erwartet.' }],
  )
}
