import { EmailAddress } from '#ui/email-address/email-address.tsx'
import { Panel } from '#ui/panel/panel.tsx'

/** Whom to ask about a programme. */
export const ContactPanel = ({ contact: { name, email, phone } }: { contact: Contact }) =>
  name + email + phone === '' ? null : (
    <Panel id="ansprechperson" title="Ansprechperson" quiet>
      <div>
        {name !== '' && <div>{name}</div>}
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
      </div>
    </Panel>
  )

interface Contact {
  name: string
  email: string
  phone: string
}
