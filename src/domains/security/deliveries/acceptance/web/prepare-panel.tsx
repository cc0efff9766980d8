import { germanAmount } from '#kernel/money.ts'
import { Choice, errorAt, Form, Submit, TextArea, TextField } from '#ui/form/form.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Refused } from '#ui/refused/refused.tsx'
import { lateFault } from '../../deadline.ts'
import type { OrderProps } from '../../orders/web/order-view.tsx'
import { deliveryRoutes as routes } from '../../routes.ts'
import { typedIn } from '../../web/typed.ts'
import { isPending } from '../acceptance.ts'

/** Where the municipality decides on what is delivered. */
export function PreparePanel(props: OrderProps) {
  const { order, road, acceptances, now } = props
  if (!road || road.state !== 'active') return null
  const pending = acceptances.find(isPending)
  if (pending)
    return (
      <Panel id="abnahme" title="Abnahme">
        <p>
          <a class="lw-link" href={routes.acceptance.href({ id: road.id, acceptance: pending.id })}>
            {pending.state === 'prepared'
              ? 'Eine Abnahme ist vorbereitet und wartet auf die Unterschrift'
              : 'Eine Abnahme ist unterschrieben und wartet auf die Gegenzeichnung'}
          </a>
        </p>
      </Panel>
    )
  if (order.delivered === 0) return null
  const late = lateFault(road, now)
  return (
    <Panel id="abnahme" title="Leistung abnehmen">
      {late && <Refused title="Abnehmen geht nicht mehr">{late.refused}</Refused>}
      <PrepareForm {...props} isLate={late !== undefined} />
    </Panel>
  )
}

function PrepareForm({ order, typed, isLate }: OrderProps & { isLate: boolean }) {
  const { form, refusal } = typedIn(typed, 'prepare')
  const options = [
    { value: 'accepted', label: 'Abnehmen' },
    { value: 'refused', label: 'Nicht abnehmen' },
  ]
  return (
    <Form action={routes.prepare.href({ order: order.id })} label="Abnahme vorbereiten">
      <div class="lw-stack lw-measure">
        <Choice
          name="result"
          legend="Ihre Entscheidung"
          hint="Abnehmen können Sie ganz oder in Teilen, auch mit Vorbehalten. Nehmen Sie nicht ab, bessert der Dienstleister nach."
          required
          value={form['result'] ?? (isLate ? 'refused' : 'accepted')}
          options={isLate ? options.slice(1) : options}
          error={errorAt(refusal?.errors, 'result')}
        />
        {!isLate && (
          <>
            <TextField
              name="amountCents"
              label="Abgenommener Betrag in Euro, brutto"
              hint="Weniger, wenn Sie nur einen Teil abnehmen. Der Rest bleibt als erbracht stehen."
              inputmode="decimal"
              short
              plain
              value={form['amountCents'] ?? germanAmount(order.delivered)}
              error={errorAt(refusal?.errors, 'amountCents')}
            />
            <TextArea
              name="reservations"
              label="Vorbehalte"
              hint="Was noch fehlt, obwohl Sie abnehmen; je Zeile einer. Wann es behoben ist, vermerken Sie später."
              rows={3}
              value={form['reservations']}
              error={errorAt(refusal?.errors, 'reservations')}
            />
          </>
        )}
        <TextArea
          name="note"
          label="Anmerkung oder Grund"
          hint="Wenn Sie nicht abnehmen, steht hier, warum. Der Dienstleister liest es."
          rows={3}
          value={form['note']}
          error={errorAt(refusal?.errors, 'note')}
        />
        <p class="lw-small lw-muted">
          Damit ist noch nichts entschieden: Die Verwaltungsleitung unterschreibt, der Verbund zeichnet gegen.
        </p>
        <Submit>Abnahme vorbereiten</Submit>
      </div>
    </Form>
  )
}
