import { functionNames, organizationRoutes } from '#foundation/organizations/index.ts'
import { EmailAddress } from '#ui/email-address/email-address.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { type Contacts, functionFor } from '../contacts.ts'

const Own = ({ own, slug }: { own: NonNullable<Contacts['own']>; slug: string | undefined }) => {
  const { contact } = own
  const what = functionNames[functionFor(slug)]
  if (!contact) {
    return (
      <p>
        Für „{what}“ ist bei {own.name} noch niemand eingetragen. Andere Kontakte stehen unter{' '}
        <a class="lw-link" href={organizationRoutes.show.href({ id: own.id })}>
          Angaben und Kontakte
        </a>
        .
      </p>
    )
  }
  return (
    <p>
      {what} bei {own.name}:
      <br />
      {contact.name !== '' && (
        <>
          {contact.name}
          <br />
        </>
      )}
      {contact.phone !== '' && (
        <>
          <a class="lw-link" href={`tel:${contact.phone.replaceAll(/[^+\d]/g, '')}`}>
            {contact.phone}
          </a>
          <br />
        </>
      )}
      {contact.email !== '' && (
        <a class="lw-link" href={`mailto:${contact.email}`}>
          <EmailAddress>{contact.email}</EmailAddress>
        </a>
      )}
    </p>
  )
}

/** Whom to ask who does not find it here. */
export const ContactAside = ({ contacts, slug }: { contacts: Contacts | undefined; slug?: string | undefined }) => {
  if (!contacts) return null
  const { own, cooperative } = contacts
  return (
    <Panel id="kontakt" title="Wen Sie fragen können" quiet>
      <div class="lw-stack lw-stack--s lw-small">
        {own && <Own own={own} slug={slug} />}
        <p>
          {cooperative.name}
          {cooperative.lines.map((line) => (
            <>
              <br />
              {line}
            </>
          ))}
        </p>
      </div>
    </Panel>
  )
}
