import type { Refusal } from '#kernel/outcome.ts'
import { wibaLists } from '#foundation/catalogs/index.ts'
import type { Programme } from '#foundation/programmes/index.ts'
import { Conflict } from '#ui/conflict/conflict.tsx'
import { Description } from '#ui/description/description.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { errorAt, Form, HiddenField, SelectField, Submit, TextArea, TextField } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { packageRoutes as routes } from '../../routes.ts'
import { kindInWords, type Offer, offerKinds } from '../offer.ts'

const labels = {
  key: 'Schlüssel',
  title: 'Name',
  kind: 'Art',
  detail: 'Zusatz',
  description: 'Beschreibung',
  priceCents: 'Preis',
  workDays: 'Durchführung',
  acceptanceDays: 'Abnahme',
  startsOn: 'Frühester Beginn',
  availableUntil: 'Zu haben bis',
  capacity: 'Wie oft im ganzen Programm',
  contractorId: 'Dienstleister',
  closes: 'Was es schließt',
  validFrom: 'Preisliste gilt ab',
  validUntil: 'Gilt bis',
  lastDay: 'Letzter Tag',
} as const

interface Props {
  programme: Programme
  offer: Offer | undefined
  contractors: readonly { id: string; name: string }[]
  form: Record<string, string>
  refusal: Refusal | undefined
  /** As it stands after somebody else was faster. */
  theirs: Record<string, string> | undefined
  today: string
}

/** All facts of one offer. */
export function OfferFormView(props: Props) {
  const { programme, offer, form, refusal, theirs } = props
  const to = { id: programme.id, offer: offer?.id ?? '' }
  return (
    <>
      <PageHead
        title={offer?.title ?? 'Neues Angebot'}
        lead="Was schon im Paket einer Kommune steht oder beschlossen ist, behält seinen Preis."
      />
      <div class="lw-stack lw-stack--xl">
        {refusal && <ErrorSummary title={refusal.refused} errors={refusal.errors ?? []} labels={labels} />}
        {theirs && <Theirs theirs={theirs} form={form} />}
        <div class="lw-measure">
          <Form
            action={offer ? routes.offer.href(to) : routes.newOffer.href({ id: programme.id })}
            label={offer ? 'Angebot ändern' : 'Angebot anlegen'}
          >
            {offer && <HiddenField name="version" value={String(offer.version)} />}
            <WhatFields {...props} />
            <WhenFields {...props} />
            <ClosingField {...props} />
            <Submit>{theirs ? 'Meine Fassung speichern' : 'Angebot speichern'}</Submit>
          </Form>
        </div>
        {offer && <Ending {...props} offer={offer} />}
      </div>
    </>
  )
}

const Theirs = ({ theirs, form }: { theirs: Record<string, string>; form: Record<string, string> }) => {
  const changed = Object.entries(theirs).filter(([name, value]) => (form[name] ?? '') !== value)
  return (
    <Conflict
      level={2}
      title="Jemand hat das Angebot inzwischen geändert"
      intro="Ihre Fassung steht unten und ist noch nicht gespeichert. Hier steht, was jetzt anders gilt. Speichern Sie noch einmal, gilt Ihre."
    >
      <Description
        items={changed.map(([name, value]) => ({
          term: name in labels ? labels[name as keyof typeof labels] : name,
          details: value === '' ? 'leer' : value,
        }))}
      />
    </Conflict>
  )
}

function WhatFields({ offer, contractors, form, refusal }: Props) {
  const error = (name: string) => errorAt(refusal?.errors, name)
  return (
    <>
      {!offer && (
        <TextField
          name="key"
          label={labels.key}
          hint="Bleibt immer gleich: kleine Buchstaben, Ziffern, Bindestriche."
          value={form['key']}
          maxlength={60}
          error={error('key')}
          required
        />
      )}
      <TextField
        name="title"
        label={labels.title}
        value={form['title']}
        maxlength={200}
        error={error('title')}
        required
      />
      <SelectField
        name="kind"
        label={labels.kind}
        options={offerKinds.map((value) => ({ value, label: kindInWords(value) }))}
        value={form['kind']}
        error={error('kind')}
        required
      />
      <TextField
        name="detail"
        label={labels.detail}
        hint="Eine Zeile unter dem Namen, zum Beispiel „ein Tag im Rathaus, bis 12 Personen“."
        value={form['detail']}
        maxlength={200}
        error={error('detail')}
      />
      <TextArea
        name="description"
        label={labels.description}
        rows={4}
        maxlength={4000}
        value={form['description']}
        error={error('description')}
      />
      <TextField
        name="priceCents"
        label={labels.priceCents}
        hint="Brutto, in Euro. 0 für eigene Arbeit: Das kommt in jeden Vorschlag."
        inputmode="decimal"
        value={form['priceCents']}
        error={error('priceCents')}
        short
        required
      />
      <SelectField
        name="contractorId"
        label={labels.contractorId}
        empty="keiner"
        options={contractors.map(({ id, name }) => ({ value: id, label: name }))}
        value={form['contractorId']}
        error={error('contractorId')}
      />
    </>
  )
}

function WhenFields({ form, refusal }: Props) {
  const text = (name: keyof typeof labels, hint: string, isRequired = false) => (
    <TextField
      name={name}
      label={labels[name]}
      hint={hint}
      inputmode="numeric"
      value={form[name]}
      error={errorAt(refusal?.errors, name)}
      short
      required={isRequired}
    />
  )
  const day = (name: keyof typeof labels, hint: string, isRequired = false) => (
    <TextField
      name={name}
      label={labels[name]}
      hint={hint}
      type="date"
      value={form[name]}
      error={errorAt(refusal?.errors, name)}
      short
      required={isRequired}
    />
  )
  return (
    <>
      {text('workDays', 'Arbeitstage von der Entscheidung bis zur Leistung.', true)}
      {text('acceptanceDays', 'Arbeitstage von der Leistung bis zur Abnahme.', true)}
      {day('startsOn', 'Leer: sofort.')}
      {day('availableUntil', 'Leer: bis zur Frist.')}
      {text('capacity', 'Leer: so oft wie gewünscht.')}
      {day('validFrom', 'Der Tag, von dem an dieser Preis gilt.', true)}
      {day('validUntil', 'Leer: bis auf Weiteres.')}
    </>
  )
}

const ClosingField = ({ programme, form, refusal }: Props) => (
  <>
    <TextArea
      name="closes"
      label={labels.closes}
      hint="Eine Zeile je Eintrag, mit der Schwere: „Frage: BAK.1: hoch“, „Liste: BAK: mittel“, „Befund zu Dokument: emergency: hoch“, „Stichprobe: *: hoch“. Ein * steht für alle."
      rows={8}
      value={form['closes']}
      error={errorAt(refusal?.errors, 'closes')}
    />
    <details class="lw-why">
      <summary>Kürzel der Listen und Dokumente</summary>
      <div>
        <p>Listen: {wibaLists.map(({ code, name }) => `${code} ${name}`).join(', ')}.</p>
        <p>Dokumente: {programme.documents.map(({ key, title }) => `${key} ${title}`).join(', ') || 'keine'}.</p>
      </div>
    </details>
  </>
)

const Ending = ({ programme, offer, form, refusal, today }: Props & { offer: Offer }) => (
  <Panel id="beenden" title="Angebot beenden">
    <div class="lw-measure">
      <Form action={routes.endOffer.href({ id: programme.id, offer: offer.id })} label="Angebot beenden">
        <HiddenField name="version" value={String(offer.version)} />
        <TextField
          name="lastDay"
          label={labels.lastDay}
          hint="An diesem Tag gilt es noch."
          type="date"
          value={form['lastDay'] ?? today}
          error={errorAt(refusal?.errors, 'lastDay')}
          short
          required
        />
        <Submit variant="secondary">Angebot beenden</Submit>
      </Form>
    </div>
  </Panel>
)
