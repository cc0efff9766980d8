import { euro } from '#kernel/money.ts'
import type { Refusal } from '#kernel/outcome.ts'
import type { EnrollmentWithSteps } from '#foundation/programmes/index.ts'
import { Description } from '#ui/description/description.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { errorAt, Form, HiddenField, SelectField, Submit, TextField } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { kindInWords, offerKinds } from '../../offers/offer.ts'
import { packageRoutes } from '../../routes.ts'
import type { MeasurePackage, PackageItem } from '../package.ts'

const labels = { title: 'Maßnahme', kind: 'Art', detail: 'Zusatz', priceCents: 'Preis' }

interface Props {
  road: EnrollmentWithSteps
  found: MeasurePackage
  item: PackageItem | undefined
  form: Record<string, string>
  refusal: Refusal | undefined
}

/** One line of a package: all of one's own, of an offer only what it says besides. */
export function ItemFormView(props: Props) {
  const { road, found, item, refusal } = props
  const isOffer = item !== undefined && item.offerId !== null
  return (
    <>
      <PageHead
        title={item ? item.title : 'Eigene Maßnahme hinzufügen'}
        lead={
          isOffer
            ? 'Titel und Preis stehen in der Preisliste des Programms. Ändern können Sie den Zusatz, oder Sie nehmen die Maßnahme heraus.'
            : 'Etwas, das nicht in der Preisliste steht: eigene Arbeit oder eine Leistung mit Preis.'
        }
      />
      <div class="lw-stack lw-stack--xl">
        {refusal && <ErrorSummary title={refusal.refused} errors={refusal.errors ?? []} labels={labels} />}
        {isOffer && <OfferFacts item={item} />}
        <div class="lw-measure">
          <Form {...target(road.id, item)}>
            <HiddenField name="version" value={String(found.version)} />
            {!isOffer && <OwnFields {...props} />}
            <TextField
              name="detail"
              label={labels.detail}
              hint="Eine Zeile unter dem Titel: wann, wo, wie viele."
              value={props.form['detail']}
              maxlength={200}
              error={errorAt(refusal?.errors, 'detail')}
            />
            <Submit>{item ? 'Maßnahme speichern' : 'Ins Paket aufnehmen'}</Submit>
          </Form>
        </div>
        {item && <Order found={found} item={item} />}
        {item && <Removal found={found} item={item} />}
      </div>
    </>
  )
}

const target = (id: string, item: PackageItem | undefined) =>
  item
    ? { action: packageRoutes.item.href({ id, item: item.itemId }), label: 'Maßnahme ändern' }
    : { action: packageRoutes.add.href({ id }), label: 'Maßnahme hinzufügen' }

const OfferFacts = ({ item }: { item: PackageItem }) => (
  <Description
    items={[
      { term: 'Preis', details: euro(item.priceCents) },
      { term: 'Art', details: kindInWords(item.kind) },
      { term: 'Dienstleister', details: item.contractor?.name ?? 'keiner' },
      {
        term: 'Dauer',
        details: `${item.workDays} Arbeitstage Durchführung, ${item.acceptanceDays} für die Abnahme`,
      },
    ]}
  />
)

const Order = ({ found, item }: { found: MeasurePackage; item: PackageItem }) => {
  const at = found.items.findIndex(({ itemId }) => itemId === item.itemId)
  const ways = [
    { direction: 'up', label: 'Nach oben', isThere: at > 0 },
    { direction: 'down', label: 'Nach unten', isThere: at < found.items.length - 1 },
  ].filter(({ isThere }) => isThere)
  if (ways.length === 0) return null
  return (
    <Panel id="reihenfolge" title="Reihenfolge" note={`Platz ${at + 1} von ${found.items.length}`}>
      <div class="lw-row">
        {ways.map(({ direction, label }) => (
          <Form
            action={packageRoutes.moveItem.href({ id: found.enrollmentId, item: item.itemId })}
            layout="row"
            label={label}
          >
            <HiddenField name="version" value={String(found.version)} />
            <HiddenField name="direction" value={direction} />
            <Submit variant="secondary" size="x-small">
              {label}
            </Submit>
          </Form>
        ))}
      </div>
    </Panel>
  )
}

const Removal = ({ found, item }: { found: MeasurePackage; item: PackageItem }) => (
  <Panel id="entfernen" title="Aus dem Paket nehmen">
    <Form
      action={packageRoutes.removeItem.href({ id: found.enrollmentId, item: item.itemId })}
      layout="row"
      label="Aus dem Paket nehmen"
    >
      <HiddenField name="version" value={String(found.version)} />
      <Submit variant="secondary">Aus dem Paket nehmen</Submit>
    </Form>
  </Panel>
)

const OwnFields = ({ form, refusal }: Props) => (
  <>
    <TextField
      name="title"
      label={labels.title}
      value={form['title']}
      maxlength={200}
      error={errorAt(refusal?.errors, 'title')}
      required
    />
    <SelectField
      name="kind"
      label={labels.kind}
      options={offerKinds.map((value) => ({ value, label: kindInWords(value) }))}
      value={form['kind']}
      error={errorAt(refusal?.errors, 'kind')}
      required
    />
    <TextField
      name="priceCents"
      label={labels.priceCents}
      hint="Brutto, in Euro. Leer oder 0, wenn Sie es selbst machen; sonst wird der Betrag im Budget verplant."
      inputmode="decimal"
      value={form['priceCents']}
      error={errorAt(refusal?.errors, 'priceCents')}
      short
    />
  </>
)
