import type { FieldError } from '#kernel/outcome.ts'
import { checkJson } from '#platform/json-schema/check-json.ts'
import { type OscalKind, oscalVersionIn, schemaEntry } from './oscal/schema-entries.ts'

/**
 * Holds an OSCAL document against NIST's schema of its version: at most twenty places with German sentences, none when it is valid.
 * For what we write ourselves; files of others are checked in the thread that reads them.
 */
export const checkOscal = (kind: OscalKind, document: unknown): FieldError[] =>
  checkJson(schemaEntry(kind, oscalVersionIn(document, kind)), document)
