import type { Temporal } from 'temporal-polyfill'
import { germanMoment } from '#kernel/local-day.ts'
import { Button } from '#ui/button/button.tsx'
import { EmailAddress } from '#ui/email-address/email-address.tsx'
import { Form } from '#ui/form/form.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import { Tag } from '#ui/tag/tag.tsx'
import { everyRoleInWords } from '../../roles.ts'
import { invitationRoutes } from '../../routes.ts'
import { type Invitation, lastDay, stateOf } from '../invitation.ts'

interface Props {
  items: Invitation[]
  now: Temporal.Instant
  withOrganization: boolean
}

/** What became of each invitation, and what can still be done with it. */
export const InvitationTable = ({ items, now, withOrganization }: Props) => (
  <Panel id="verschickt" title="Verschickte Einladungen">
    <Table
      caption="Die neuesten zuerst"
      stack
      rows={items}
      columns={[
        {
          header: 'Person',
          rowHeader: true,
          cell: ({ name, email }) => (
            <>
              {name}
              <span class="lw-table__sub">
                <EmailAddress>{email}</EmailAddress>
              </span>
            </>
          ),
        },
        ...(withOrganization ? [{ header: 'Organisation', cell: ({ organization }: Invitation) => organization }] : []),
        { header: 'Aufgaben', cell: ({ roles }) => everyRoleInWords(roles) },
        { header: 'Stand', cell: (invitation) => <State invitation={invitation} now={now} /> },
        { header: 'Noch möglich', cell: (invitation) => <Deeds invitation={invitation} now={now} /> },
      ]}
    />
  </Panel>
)

const State = ({ invitation, now }: { invitation: Invitation; now: Temporal.Instant }) => {
  const { expiresAt, sentAt, acceptedAt, revokedAt, invitedBy } = invitation
  const by = `verschickt ${germanMoment(sentAt, now)}${invitedBy ? `, ${invitedBy}` : ', Betrieb'}`
  switch (stateOf(invitation, now)) {
    case 'accepted':
      return <Stated tag={<Tag state="ok">angenommen</Tag>} sub={acceptedAt ? germanMoment(acceptedAt, now) : by} />
    case 'revoked':
      return <Stated tag={<Tag state="none">zurückgezogen</Tag>} sub={revokedAt ? germanMoment(revokedAt, now) : by} />
    case 'expired':
      return <Stated tag={<Tag state="late">abgelaufen</Tag>} sub={by} />
    case 'open':
      return <Stated tag={<Tag state="running">offen bis {lastDay(expiresAt)}</Tag>} sub={by} />
  }
}

const Stated = ({ tag, sub }: { tag: preact.JSX.Element; sub: string }) => (
  <>
    {tag}
    <span class="lw-table__sub">{sub}</span>
  </>
)

const Deeds = ({ invitation, now }: { invitation: Invitation; now: Temporal.Instant }) => {
  const state = stateOf(invitation, now)
  if (state === 'accepted' || state === 'revoked') return <>–</>
  const { id, name } = invitation
  return (
    <div class="lw-row">
      <Form
        action={invitationRoutes.resend.href({ id })}
        layout="row"
        label={`Einladung an ${name} noch einmal senden`}
      >
        <Button size="x-small">Noch einmal senden</Button>
      </Form>
      <Form action={invitationRoutes.revoke.href({ id })} layout="row" label={`Einladung an ${name} zurückziehen`}>
        <Button size="x-small">Zurückziehen</Button>
      </Form>
    </div>
  )
}
