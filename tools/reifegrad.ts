// Writes catalogs/lotsenwerk-reifegrad.oscal.json from the fields of action in catalogs/reifegrad: `node tools/reifegrad.ts`.
import { asFile, betweenMarkers, readInRepository, readNumbered, writeWhenStarted } from './own-catalog-files.ts'
import { readabilityTable } from './readability.ts'
import { type Field, maturityCatalog, textsOfField } from './reifegrad-catalog.ts'

export const readFields = (): Field[] => readNumbered('reifegrad')

/** Path → content, as they lie in the repository. */
export function maturityFiles(): Map<string, string> {
  const fields = readFields()
  const figures = fields.map((field) => ({
    title: field.title,
    questions: field.questions.length,
    texts: textsOfField(field),
  }))
  const readme = 'catalogs/README.md'
  return new Map([
    ['catalogs/lotsenwerk-reifegrad.oscal.json', asFile(maturityCatalog(fields))],
    [readme, betweenMarkers(readInRepository(readme), 'reifegrad', readabilityTable(figures))],
  ])
}

writeWhenStarted(import.meta.filename, maturityFiles)
