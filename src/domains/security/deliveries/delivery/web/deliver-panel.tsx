import { germanAmount } from '#kernel/money.ts'
import { localDay } from '#kernel/local-day.ts'
import { allowedInWords } from '#foundation/files/index.ts'
import { errorAt, FileField, Form, HiddenField, SelectField, Submit, TextArea, TextField } from '#ui/form/form.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import type { OrderProps } from '../../orders/web/order-view.tsx'
import { deliveryRoutes as routes } from '../../routes.ts'
import { typedIn } from '../../web/typed.ts'
import { awaitsRework } from '../rework.ts'
import { kindOptions } from './delivery-list.tsx'

/** Where the office of the contractor reports what is delivered, or delivered again. */
export function DeliverPanel({ order, deliveries, acceptances, now, typed }: OrderProps) {
  const isRework = awaitsRework(order, acceptances, deliveries)
  if (order.committed === 0 && !isRework) return null
  const { form, refusal } = typedIn(typed, 'deliver')
  const refused = isRework ? acceptances.find(({ state }) => state === 'refused') : undefined
  return (
    <Panel id="melden" title={isRework ? 'Nachbesserung melden' : 'Leistung als erbracht melden'}>
      <div class="lw-stack lw-measure">
        {refused && <p>{`Die Kommune hat nicht abgenommen: ${refused.note}`}</p>}
        <Form action={routes.deliver.href({ order: order.id })} multipart label="Leistung melden">
          <HiddenField name="version" value={String(order.version)} />
          {order.committed > 0 && <Amount order={order} typed={typed} isRework={isRework} />}
          <TextField
            name="deliveredOn"
            label="Erbracht am"
            type="date"
            short
            required
            value={form['deliveredOn'] ?? localDay(now).toString()}
            error={errorAt(refusal?.errors, 'deliveredOn')}
          />
          <SelectField
            name="kind"
            label="Art des Nachweises"
            required
            value={form['kind'] ?? 'attendanceList'}
            options={kindOptions}
            error={errorAt(refusal?.errors, 'kind')}
          />
          <FileField
            name="file"
            label="Nachweis"
            hint={`Den sehen die Kommune und der Verbund, kein anderer Dienstleister. Höchstens 25 MB; möglich sind ${allowedInWords}.`}
            required
            error={errorAt(refusal?.errors, 'file')}
          />
          <TextArea
            name="note"
            label="Anmerkung"
            rows={3}
            value={form['note']}
            error={errorAt(refusal?.errors, 'note')}
          />
          <Submit>{isRework ? 'Nachbesserung melden' : 'Als erbracht melden'}</Submit>
        </Form>
      </div>
    </Panel>
  )
}

/** What is reported; nothing where it was only put right. */
function Amount({ order, typed, isRework }: Pick<OrderProps, 'order' | 'typed'> & { isRework: boolean }) {
  const { form, refusal } = typedIn(typed, 'deliver')
  return (
    <TextField
      name="amountCents"
      label="Betrag in Euro, brutto"
      hint={
        isRework
          ? `Noch beauftragt sind ${germanAmount(order.committed)}; 0, wenn Sie nur nachgebessert haben.`
          : 'Weniger, wenn erst ein Teil erbracht ist.'
      }
      inputmode="decimal"
      short
      required
      value={form['amountCents'] ?? (isRework ? '0' : germanAmount(order.committed))}
      error={errorAt(refusal?.errors, 'amountCents')}
    />
  )
}
