import { Button } from '#ui/button/button.tsx'
import { Form, HiddenField } from '#ui/form/form.tsx'
import { Letter as LetterBox } from '#ui/letter/letter.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import { Why } from '#ui/why/why.tsx'
import type { Draft, Letter } from '../messages/draft-message.ts'
import { cockpitRoutes } from '../routes.ts'
import type { FormValues } from './message-page.tsx'

interface DraftPreviewProps {
  draft: Draft
  values: FormValues
  /** Sent with the form: the same one is never sent twice. */
  sendId: string
  programmeId: string
}

const shown = 3
const kept = ['roads', 'subject', 'text', 'chiefExecutive', 'securityOfficer', 'speakers', 'toContacts']

/** What three of them would read, who gets it all in all, and the button that sends it. */
export function DraftPreview({ draft, values, sendId, programmeId }: DraftPreviewProps) {
  const { letters, unreached, recipients } = draft
  const people = recipients === 1 ? '1 Empfänger' : `${recipients} Empfänger`
  const places = letters.length === 1 ? '1 Kommune' : `${letters.length} Kommunen`
  return (
    <Panel id="vorschau" title="Vorschau">
      <div class="lw-stack lw-stack--l">
        <p>
          {people} in {places}.
        </p>
        {unreached.length > 0 && (
          <Why
            summary={
              unreached.length === 1
                ? 'In 1 Kommune erreicht die Nachricht niemanden'
                : `In ${unreached.length} Kommunen erreicht die Nachricht niemanden`
            }
          >
            {`Dort hat niemand einen Zugang mit den gewählten Aufgaben: ${unreached.map(({ name }) => name).join(', ')}.`}
          </Why>
        )}
        {letters.slice(0, shown).map((letter) => (
          <LetterShown letter={letter} />
        ))}
        <Why summary={`Alle ${people} zeigen`}>
          <Table
            caption="Wer die Nachricht bekommt, nach Kommunen"
            dense
            stack
            rows={letters}
            columns={[
              { header: 'Kommune', rowHeader: true, cell: ({ row }) => row.name },
              {
                header: 'Empfänger',
                cell: (letter) =>
                  letter.recipients.map(({ name, email }) => `${name || 'Kontakt'} (${email})`).join(', '),
              },
            ]}
          />
        </Why>
        <Form action={cockpitRoutes.messages.href({ id: programmeId })} layout="row">
          {kept.map((name) => values[name] && <HiddenField name={name} value={values[name]} />)}
          <HiddenField name="sendId" value={sendId} />
          <HiddenField name="expectedRecipients" value={String(recipients)} />
          <Button variant="primary" name="tun" value="senden" icon="mail">
            An {people} senden
          </Button>
        </Form>
      </div>
    </Panel>
  )
}

const LetterShown = ({ letter: { row, subject, text, recipients } }: { letter: Letter }) => (
  <section class="lw-stack lw-stack--xs" aria-label={`Vorschau für ${row.name}`}>
    <p class="lw-small lw-muted">
      {row.name}: {recipients.map(({ name, email }) => name || email).join(', ')}
    </p>
    <LetterBox subject={subject} text={text} />
  </section>
)
