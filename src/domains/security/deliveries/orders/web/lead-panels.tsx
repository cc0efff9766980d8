import { errorAt, Form, HiddenField, SelectField, Submit, TextArea, TextField } from '#ui/form/form.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { deliveryRoutes as routes } from '../../routes.ts'
import { typedIn } from '../../web/typed.ts'
import type { OrderProps } from './order-view.tsx'

/** What whoever leads the programme can do with an order: commission, change, withdraw. */
export function LeadPanels(props: OrderProps) {
  const { order } = props
  if (order.planned + order.committed === 0) return null
  return (
    <Panel id="entscheiden" title={order.planned > 0 ? 'Vergeben oder ändern' : 'Zurückziehen'}>
      <div class="lw-stack lw-stack--l lw-measure">
        {order.planned > 0 && order.contractorId !== null && (
          <Form action={routes.commission.href({ order: order.id })} layout="row" label="Beauftragen">
            <Submit>{`${order.contractorName ?? 'Dienstleister'} beauftragen`}</Submit>
          </Form>
        )}
        {order.planned > 0 && <ChangeForm {...props} />}
        <WithdrawForm {...props} />
      </div>
    </Panel>
  )
}

function ChangeForm({ order, contractors, typed }: OrderProps) {
  const { form, refusal } = typedIn(typed, 'change')
  return (
    <details class="lw-why" open={refusal !== undefined || order.contractorId === null}>
      <summary>Dienstleister oder Frist ändern</summary>
      <Form action={routes.changeOrder.href({ order: order.id })} label="Auftrag ändern">
        <HiddenField name="version" value={String(order.version)} />
        <SelectField
          name="contractorId"
          label="Dienstleister"
          empty="noch offen"
          value={form['contractorId'] ?? order.contractorId ?? ''}
          options={contractors.map(({ id, name }) => ({ value: id, label: name }))}
          error={errorAt(refusal?.errors, 'contractorId')}
        />
        <TextField
          name="dueOn"
          label="Fällig am"
          type="date"
          short
          value={form['dueOn'] ?? order.dueOn ?? ''}
          error={errorAt(refusal?.errors, 'dueOn')}
        />
        <Submit variant="secondary">Änderung speichern</Submit>
      </Form>
    </details>
  )
}

function WithdrawForm({ order, typed }: OrderProps) {
  const { form, refusal } = typedIn(typed, 'withdraw')
  return (
    <details class="lw-why" open={refusal !== undefined}>
      <summary>Auftrag zurückziehen</summary>
      <Form action={routes.withdrawOrder.href({ order: order.id })} label="Auftrag zurückziehen">
        <TextArea
          name="reason"
          label="Grund"
          hint={
            order.committed > 0
              ? 'Der Dienstleister bekommt eine Nachricht. Was schon erbracht ist, bleibt.'
              : 'Der Betrag ist danach wieder frei.'
          }
          rows={2}
          required
          value={form['reason']}
          error={errorAt(refusal?.errors, 'reason')}
        />
        <Submit variant="secondary">Auftrag zurückziehen</Submit>
      </Form>
    </details>
  )
}
