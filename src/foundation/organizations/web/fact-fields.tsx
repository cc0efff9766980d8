import type { FieldError } from '#kernel/outcome.ts'
import { errorAt, SelectField, TextArea, TextField } from '#ui/form/form.tsx'
import { domainInWords } from '../domains/domain-name.ts'
import { fieldNames, kindNames, kinds, type Organization } from '../organization.ts'

export type Typed = Partial<Record<string, string>>

/** What a form about this organization shows before anybody types. */
export const typedFrom = (organization: Organization): Typed => ({
  name: organization.name,
  kind: organization.kind,
  ars: organization.ars ?? '',
  ags: organization.ags ?? '',
  leitwegId: organization.leitwegId ?? '',
  population: organization.population?.toLocaleString('de-DE') ?? '',
  county: organization.county ?? '',
  domains: organization.domains.map(withUmlauts).join('\n'),
  version: String(organization.version),
})

const withUmlauts = (domain: string): string => domainInWords(domain).split(' ')[0] ?? domain

interface Props {
  typed: Typed
  errors: readonly FieldError[] | undefined
  withKind?: boolean
}

/** The fields of the master data; the kind only where it can still be chosen. */
export const FactFields = ({ typed, errors, withKind }: Props) => (
  <>
    <TextField
      name="name"
      label={fieldNames.name}
      required
      value={typed['name']}
      maxlength={200}
      error={errorAt(errors, 'name')}
    />
    {withKind && (
      <SelectField
        name="kind"
        label={fieldNames.kind}
        required
        empty="Bitte wählen"
        value={typed['kind']}
        options={kinds.map((kind) => ({ value: kind, label: kindNames[kind] }))}
        error={errorAt(errors, 'kind')}
      />
    )}
    <TextField
      name="county"
      label={fieldNames.county}
      value={typed['county']}
      maxlength={200}
      error={errorAt(errors, 'county')}
    />
    <TextField
      name="population"
      label={fieldNames.population}
      inputmode="numeric"
      short
      value={typed['population']}
      error={errorAt(errors, 'population')}
    />
    <TextField
      name="ars"
      label={fieldNames.ars}
      hint="5 Ziffern für einen Landkreis, 9 oder 12 für eine Gemeinde"
      inputmode="numeric"
      short
      value={typed['ars']}
      error={errorAt(errors, 'ars')}
    />
    <TextField
      name="ags"
      label={fieldNames.ags}
      hint="8 Ziffern; Verbandsgemeinden und Landkreise haben keinen"
      inputmode="numeric"
      short
      value={typed['ags']}
      error={errorAt(errors, 'ags')}
    />
    <TextField
      name="leitwegId"
      label={fieldNames.leitwegId}
      hint="Adresse für elektronische Rechnungen, zum Beispiel 15082256-0000-27"
      value={typed['leitwegId']}
      maxlength={46}
      error={errorAt(errors, 'leitwegId')}
    />
  </>
)

/** One domain a line. A refused one is named by its place in the list. */
export const DomainField = ({ typed, errors }: Props) => (
  <TextArea
    name="domains"
    label={fieldNames.domains}
    hint="Eine je Zeile, ohne https:// und ohne @, zum Beispiel musterstadt.de. Umlaute dürfen bleiben."
    rows={5}
    value={typed['domains']}
    error={domainError(errors)}
  />
)

const domainError = (errors: readonly FieldError[] | undefined): string | undefined => {
  const found = (errors ?? []).filter(({ path }) => path === 'domains' || path.startsWith('domains.'))
  return found.length === 0 ? undefined : found.map(({ message }) => message).join(' ')
}

/** Entries for the summary: all places of the list of domains lead to its one field. */
export const atFields = (errors: readonly FieldError[] | undefined): FieldError[] =>
  (errors ?? []).map((error) => (error.path.startsWith('domains.') ? { ...error, path: 'domains' } : error))
