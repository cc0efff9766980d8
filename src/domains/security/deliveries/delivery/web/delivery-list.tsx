import { germanDate, germanMoment } from '#kernel/local-day.ts'
import { germanMoney } from '#kernel/money.ts'
import { fileRoutes } from '#foundation/files/index.ts'
import { Button } from '#ui/button/button.tsx'
import { errorAt, FileField, Form, SelectField, TextArea } from '#ui/form/form.tsx'
import { Tag } from '#ui/tag/tag.tsx'
import type { OrderProps } from '../../orders/web/order-view.tsx'
import { deliveryRoutes as routes } from '../../routes.ts'
import { typedIn } from '../../web/typed.ts'
import { type Delivery, proofInWords, proofKinds } from '../delivery.ts'

export const kindOptions = proofKinds.map((kind) => ({ value: kind, label: proofInWords(kind) }))

/** Everything that was reported on an order, with its proofs. */
export const DeliveryList = (props: OrderProps) => (
  <div class="lw-stack lw-stack--l">
    {props.deliveries.map((delivery) => (
      <One {...props} delivery={delivery} />
    ))}
  </div>
)

function One(props: OrderProps & { delivery: Delivery }) {
  const { delivery, now, sides, order } = props
  const { number, amountCents, deliveredOn, note, proofs, contractorName, reportedAt, withdrawnAt } = delivery
  return (
    <section class="lw-stack lw-stack--s">
      <h3 class="kern-heading-small">
        {`Lieferung ${number}: ${amountCents === 0 ? 'nachgebessert' : germanMoney(amountCents)}`}{' '}
        {withdrawnAt && <Tag state="none">zurückgenommen</Tag>}
      </h3>
      <p>
        {`Erbracht am ${germanDate(deliveredOn)}, gemeldet von ${contractorName} (${germanMoment(reportedAt, now)}).`}
      </p>
      {note !== '' && <p class="lw-measure">{note}</p>}
      {withdrawnAt && <p class="lw-measure">{`Zurückgenommen: ${delivery.withdrawalReason ?? ''}`}</p>}
      {proofs.length > 0 && (
        <ul class="lw-list">
          {proofs.map((proof) => (
            <li>
              {proofInWords(proof.kind)}:{' '}
              {proof.fileId ? (
                <a class="lw-link" href={fileRoutes.download.href({ id: proof.fileId })} download>
                  {proof.name}
                </a>
              ) : (
                proof.name
              )}
            </li>
          ))}
        </ul>
      )}
      {sides.supplies && withdrawnAt === null && order.delivered > 0 && <Changes {...props} />}
    </section>
  )
}

function Changes({ order, delivery: { id, number }, typed }: OrderProps & { delivery: Delivery }) {
  const proof = typedIn(typed, `proof-${id}`)
  const back = typedIn(typed, `back-${id}`)
  const address = { order: order.id, delivery: id }
  return (
    <>
      <details class="lw-why" open={proof.refusal !== undefined}>
        <summary>Weiteren Nachweis ablegen</summary>
        <Form action={routes.addProof.href(address)} multipart label={`Weiterer Nachweis zu Lieferung ${number}`}>
          <SelectField
            name="kind"
            id={`art-proof-${id}`}
            label="Art des Nachweises"
            required
            value={proof.form['kind'] ?? 'report'}
            options={kindOptions}
          />
          <FileField
            name="file"
            id={`datei-proof-${id}`}
            label="Nachweis"
            required
            error={errorAt(proof.refusal?.errors, 'file')}
          />
          <Button>Nachweis ablegen</Button>
        </Form>
      </details>
      <details class="lw-why" open={back.refusal !== undefined}>
        <summary>Meldung zurücknehmen</summary>
        <Form action={routes.withdrawDelivery.href(address)} label={`Lieferung ${number} zurücknehmen`}>
          <TextArea
            name="reason"
            id={`grund-back-${id}`}
            label="Grund"
            hint="Solange die Kommune nicht unterschrieben hat. Der Betrag ist danach wieder beauftragt."
            rows={2}
            required
            value={back.form['reason']}
            error={errorAt(back.refusal?.errors, 'reason')}
          />
          <Button>Meldung zurücknehmen</Button>
        </Form>
      </details>
    </>
  )
}
