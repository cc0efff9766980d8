import { EmailAddress } from '#ui/email-address/email-address.tsx'
import { Panel } from '#ui/panel/panel.tsx'

/** Whom to ask about a programme. */
export const ContactPanel = ({ contact: { name, email, phone } }: { contact: Contact }) =>
  name + email + phone === '' ? null : (
    <Panel id="ansprechperson" title="Ansprechperson" quiet>
      <ul class="lw-list">
        {name !== '' && <li>{name}</li>}
        {phone !== '' && (
          <li>
            <a class="lw-link" href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>
              {phone}
            </a>
          </li>
        )}
        {email !== '' && (
          <li>
            <a class="lw-link" href={`mailto:${email}`}>
              <EmailAddress>{email}</EmailAddress>
            </a>
          </li>
        )}
      </ul>
    </Panel>
  )

interface Contact {
  name: string
  email: string
  phone: string
}
