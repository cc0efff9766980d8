import type { Refusal } from '#kernel/outcome.ts'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { errorAt, Form, HiddenField, SelectField, Submit, TextArea, TextField } from '#ui/form/form.tsx'
import { declarationRoutes } from '../../routes.ts'
import type { Place, PublicProgramme } from '../interest.ts'
import { mostPlaces } from '../queries.ts'
import { placeInWords } from './place-words.ts'

const labels = {
  organizationId: 'Kommune',
  organizationName: 'Name der Kommune',
  name: 'Ihr Name',
  function: 'Ihre Aufgabe',
  email: 'Dienstliche E-Mail-Adresse',
  phone: 'Telefon',
  message: 'Was Sie uns sagen möchten',
}

interface Props {
  programme: PublicProgramme
  places: Place[]
  typed?: Record<string, string>
  refusal?: Refusal
  search?: string | undefined
}

/** For somebody without an account. */
export function InterestForm({ programme, places, typed = {}, refusal, search = '' }: Props) {
  const action = declarationRoutes.join.href({ key: programme.key })
  const mustSearch = places.length >= mostPlaces || search !== ''
  return (
    <div class="lw-stack lw-stack--l lw-measure">
      <p>
        Damit verpflichtet sich Ihre Kommune noch zu nichts. Wir melden uns, richten einen Zugang ein, und die
        Verwaltungsleitung entscheidet dann über die Teilnahme.
      </p>
      {refusal && <ErrorSummary title={refusal.refused} errors={refusal.errors ?? []} labels={labels} />}
      {mustSearch && (
        <Form action={action} method="get" layout="bar" label="Kommune suchen">
          <TextField name="suche" label="Anfang des Namens Ihrer Kommune" type="search" value={search} />
          <Submit variant="secondary">Kommune suchen</Submit>
        </Form>
      )}
      <Form action={action} label="Interesse erklären">
        {search !== '' && <HiddenField name="suche" value={search} />}
        <SelectField
          name="organizationId"
          label={labels.organizationId}
          empty="Bitte wählen"
          hint="Aus dem Verzeichnis. Gibt es den Namen zweimal, unterscheiden Art und Landkreis."
          value={typed['organizationId']}
          options={places.map((place) => ({ value: place.id, label: placeInWords(place) }))}
          error={errorAt(refusal?.errors, 'organizationId')}
        />
        <TextField
          name="organizationName"
          label="Oder, wenn sie nicht in der Liste steht: Name der Kommune"
          value={typed['organizationName']}
          maxlength={200}
          error={errorAt(refusal?.errors, 'organizationName')}
        />
        <TextField
          name="name"
          label={labels.name}
          autocomplete="name"
          value={typed['name']}
          maxlength={120}
          error={errorAt(refusal?.errors, 'name')}
          required
        />
        <TextField
          name="function"
          label={labels.function}
          hint="Zum Beispiel Hauptamt oder Informationssicherheit."
          autocomplete="organization-title"
          value={typed['function']}
          maxlength={120}
          error={errorAt(refusal?.errors, 'function')}
        />
        <TextField
          name="email"
          label={labels.email}
          type="email"
          autocomplete="email"
          value={typed['email']}
          error={errorAt(refusal?.errors, 'email')}
          required
        />
        <TextField
          name="phone"
          label={labels.phone}
          type="tel"
          autocomplete="tel"
          value={typed['phone']}
          maxlength={60}
          error={errorAt(refusal?.errors, 'phone')}
        />
        <TextArea
          name="message"
          label={labels.message}
          rows={4}
          maxlength={2000}
          value={typed['message']}
          error={errorAt(refusal?.errors, 'message')}
        />
        <p class="lw-small lw-muted">
          Ihre Angaben sieht, wer das Programm leitet oder darin betreut. Ein halbes Jahr nach der Entscheidung löschen
          wir sie, ohne Entscheidung nach einem Jahr.
        </p>
        <Submit>Interesse erklären</Submit>
      </Form>
    </div>
  )
}

/** For somebody who speaks for a municipality: one click. */
export const OwnForm = ({
  programme,
  place,
  refusal,
}: {
  programme: PublicProgramme
  place: string
  refusal: Refusal | undefined
}) => (
  <div class="lw-stack lw-measure">
    {refusal && <ErrorSummary title={refusal.refused} errors={refusal.errors ?? []} kept="" />}
    <p>
      {place} steht dann im Programm, und die Erklärung zur Teilnahme liegt bereit. Verpflichtend wird es erst, wenn die
      Verwaltungsleitung sie unterschreibt.
    </p>
    <Form action={declarationRoutes.joinOwn.href({ key: programme.key })} label="Interesse erklären">
      <Submit>{`Interesse für ${place} erklären`}</Submit>
    </Form>
  </div>
)
