import { EmailAddress } from '#ui/email-address/email-address.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import { type Contact, contactFunctions, functionNames } from '../contacts/contact.ts'
import type { Organization } from '../organization.ts'
import { organizationRoutes } from '../routes.ts'

interface Props {
  organization: Organization
  contacts: Contact[] | undefined
  mayChange: boolean
}

/** Whom to ask for what. Whoever keeps the contacts sees the empty ones too, with the way to fill them in. */
export const ContactPanel = ({ organization, contacts, mayChange }: Props) => (
  <Panel
    id="kontakte"
    title="Kontakte"
    note={contacts && !mayChange ? 'sehen Organisation, Verbund und Prüfer' : undefined}
  >
    {contacts === undefined ? (
      <p class="lw-muted">Die Kontakte sehen nur {organization.name}, der Verbund und beauftragte Prüfer.</p>
    ) : contacts.length === 0 && (!mayChange || organization.dissolvedOn !== null) ? (
      <Empty title="Noch keine Kontakte">
        Eintragen kann sie, wer bei {organization.name} die Organisation verwaltet, oder der Verbund.
      </Empty>
    ) : (
      <Contacts organization={organization} contacts={contacts} mayChange={mayChange} />
    )}
  </Panel>
)

function Contacts({ organization, contacts, mayChange }: Props & { contacts: Contact[] }) {
  const there = new Map(contacts.map((contact) => [contact.function, contact]))
  const rows = contactFunctions
    .filter((name) => (mayChange && organization.dissolvedOn === null) || there.has(name))
    .map((name) => ({ name, contact: there.get(name) }))
  return (
    <Table
      caption="Wer wofür angesprochen wird"
      captionHidden
      stack
      rows={rows}
      columns={[
        {
          header: 'Wofür',
          rowHeader: true,
          cell: ({ name, contact }) => (
            <>
              {functionNames[name]}
              {mayChange && (
                <div class="lw-table__sub">
                  <a
                    class="lw-link"
                    href={organizationRoutes.contact.href({ id: organization.id, function: name })}
                    aria-label={`${functionNames[name]}: ${contact ? 'ändern' : 'eintragen'}`}
                  >
                    {contact ? 'Ändern' : 'Eintragen'}
                  </a>
                </div>
              )}
            </>
          ),
        },
        {
          header: 'Wer',
          cell: ({ contact }) => (contact ? <Who contact={contact} /> : <span class="lw-muted">noch offen</span>),
        },
        { header: 'Erreichbar', cell: ({ contact }) => (contact ? <Reach contact={contact} /> : '–') },
      ]}
    />
  )
}

const Who = ({ contact: { name, note } }: { contact: Contact }) => (
  <>
    {name || '–'}
    {note !== '' && <div class="lw-small lw-muted">{note}</div>}
  </>
)

const Reach = ({ contact: { email, phone, address } }: { contact: Contact }) => (
  <>
    {phone !== '' && (
      <div>
        <a class="lw-link" href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>
          {phone}
        </a>
      </div>
    )}
    {email !== '' && (
      <div>
        <a class="lw-link" href={`mailto:${email}`}>
          <EmailAddress>{email}</EmailAddress>
        </a>
      </div>
    )}
    {address.split('\n').map((line) => line !== '' && <div>{line}</div>)}
    {email + phone + address === '' && '–'}
  </>
)
