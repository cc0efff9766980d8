import type { FieldError } from '#kernel/outcome.ts'
import { kindNames, kinds } from '#foundation/organizations/index.ts'
import { CheckGroup } from '#ui/form/check-group.tsx'
import { Check, Choice, errorAt, SelectField, TextArea, TextField } from '#ui/form/form.tsx'
import { factNames, programmeStateInWords } from '../facts/fact-names.ts'
import { type FactsForm, ticked } from '../facts/schemas.ts'
import { type Programme, programmeStates } from '../programme.ts'

export type Typed = Partial<Record<string, string>>

interface Place {
  id: string
  name: string
}

const amount = (cents: number | null): string =>
  cents === null ? '' : (cents / 100).toLocaleString('de-DE', { minimumFractionDigits: cents % 100 === 0 ? 0 : 2 })

/** What the form shows before anybody types. */
export const typedFrom = (programme: Programme): Typed => ({
  name: programme.name,
  summary: programme.summary,
  about: programme.about,
  state: programme.state,
  startsOn: programme.startsOn ?? '',
  deadline: programme.deadline ?? '',
  takesInterest: programme.takesInterest ? 'ja' : '',
  ...Object.fromEntries(programme.openTo.map((kind) => [`art-${kind}`, 'ja'])),
  expected: programme.expected?.toLocaleString('de-DE') ?? '',
  totalCents: amount(programme.totalCents),
  contractorId: programme.contractor?.id ?? '',
  ...Object.fromEntries(programme.observers.map(({ id }) => [`zahlen-${id}`, 'ja'])),
  declarationText: programme.declarationText,
  contactName: programme.contact.name,
  contactEmail: programme.contact.email,
  contactPhone: programme.contact.phone,
  version: String(programme.version),
})

/** What a new programme begins with. */
export const typedNew = (): Typed => ({
  state: 'draft',
  takesInterest: 'ja',
  'art-county': 'ja',
  'art-independentCity': 'ja',
  'art-unitaryMunicipality': 'ja',
  'art-associationMunicipality': 'ja',
})

/** The boxes under their common names: what the schema reads. */
export const gathered = (form: Typed) => ({
  ...form,
  openTo: ticked(form, 'art-'),
  observerIds: ticked(form, 'zahlen-'),
})

/** As verbs want it. */
export const factsOf = ({ contactName, contactEmail, contactPhone, ...facts }: FactsForm) => ({
  ...facts,
  contact: { name: contactName, email: contactEmail, phone: contactPhone },
})

interface Props {
  typed: Typed
  errors: readonly FieldError[] | undefined
  contractors: readonly Place[]
  observers: readonly Place[]
}

/** Entries for the summary: all places of a list lead to its one field, parts of the contact to theirs. */
export const atFields = (errors: readonly FieldError[] | undefined): FieldError[] =>
  (errors ?? []).map((error) => ({ ...error, path: error.path.split('.')[0] ?? '' }))

/** Facts and texts of a programme. */
export const FactFields = ({ typed, errors, contractors, observers }: Props) => (
  <>
    <Words typed={typed} errors={errors} />
    <Terms typed={typed} errors={errors} />
    <SelectField
      name="contractorId"
      label={factNames.contractorId}
      hint="Wer das Programm bei den Kommunen ausführt"
      empty="keiner"
      value={typed['contractorId']}
      options={contractors.map(({ id, name }) => ({ value: id, label: name }))}
      error={errorAt(errors, 'contractorId')}
    />
    {observers.length > 0 && (
      <CheckGroup
        name="observerIds"
        legend={factNames.observerIds}
        hint="Nur zusammengefasste Zahlen, nie die Angaben einer Kommune"
        error={errorAt(errors, 'observerIds')}
        options={observers.map(({ id, name }) => ({
          name: `zahlen-${id}`,
          label: name,
          checked: typed[`zahlen-${id}`] === 'ja',
        }))}
      />
    )}
    <TextArea
      name="declarationText"
      label={factNames.declarationText}
      hint="Das unterschreibt die Hausspitze. Ein anderer Text ist eine neue Fassung; was unterschrieben ist, bleibt, wie es war."
      rows={8}
      value={typed['declarationText']}
      maxlength={20_000}
      error={errorAt(errors, 'declarationText')}
    />
    <Contact typed={typed} errors={errors} />
  </>
)

type Part = Pick<Props, 'typed' | 'errors'>

const Words = ({ typed, errors }: Part) => (
  <>
    <TextField
      name="name"
      label={factNames.name}
      required
      value={typed['name']}
      maxlength={120}
      error={errorAt(errors, 'name')}
    />
    <TextField
      name="summary"
      label={factNames.summary}
      hint="Was eine Kommune davon hat"
      value={typed['summary']}
      maxlength={300}
      error={errorAt(errors, 'summary')}
    />
    <TextArea
      name="about"
      label={factNames.about}
      hint="Steht auch auf der öffentlichen Seite. Absätze durch eine Leerzeile, Listen mit -, Überschriften mit ##."
      rows={8}
      value={typed['about']}
      maxlength={20_000}
      error={errorAt(errors, 'about')}
    />
    <Choice
      name="state"
      legend={factNames.state}
      hint="Einen Entwurf sieht nur, wer das Programm leitet."
      required
      value={typed['state']}
      options={programmeStates.map((state) => ({ value: state, label: programmeStateInWords(state) }))}
      error={errorAt(errors, 'state')}
    />
  </>
)

const Terms = ({ typed, errors }: Part) => (
  <>
    <TextField
      name="startsOn"
      label={factNames.startsOn}
      type="date"
      short
      value={typed['startsOn']}
      error={errorAt(errors, 'startsOn')}
    />
    <TextField
      name="deadline"
      label={factNames.deadline}
      hint="Der letzte Tag; er endet um 24 Uhr."
      type="date"
      short
      value={typed['deadline']}
      error={errorAt(errors, 'deadline')}
    />
    <Check
      name="takesInterest"
      label="Kommunen können ihr Interesse anmelden"
      required
      checked={typed['takesInterest'] === 'ja'}
      error={errorAt(errors, 'takesInterest')}
    />
    <CheckGroup
      name="openTo"
      legend={factNames.openTo}
      error={errorAt(errors, 'openTo')}
      options={kinds
        .filter((kind) => kind !== 'cooperative' && kind !== 'contractor' && kind !== 'ministry')
        .map((kind) => ({ name: `art-${kind}`, label: kindNames[kind], checked: typed[`art-${kind}`] === 'ja' }))}
    />
    <TextField
      name="expected"
      label={factNames.expected}
      hint="Wie viele Kommunen teilnehmen sollen; leer, wenn alle"
      inputmode="numeric"
      short
      value={typed['expected']}
      error={errorAt(errors, 'expected')}
    />
    <TextField
      name="totalCents"
      label={factNames.totalCents}
      hint="Brutto, in Euro, je Kommune; leer, wenn das Programm kein Geld verteilt"
      inputmode="decimal"
      short
      value={typed['totalCents']}
      error={errorAt(errors, 'totalCents')}
    />
  </>
)

const Contact = ({ typed, errors }: Part) => (
  <>
    <TextField
      name="contactName"
      label={factNames.contactName}
      value={typed['contactName']}
      maxlength={120}
      error={errorAt(errors, 'contactName')}
    />
    <TextField
      name="contactEmail"
      label={factNames.contactEmail}
      type="email"
      value={typed['contactEmail']}
      maxlength={200}
      error={errorAt(errors, 'contactEmail')}
    />
    <TextField
      name="contactPhone"
      label={factNames.contactPhone}
      type="tel"
      short
      value={typed['contactPhone']}
      maxlength={60}
      error={errorAt(errors, 'contactPhone')}
    />
  </>
)
