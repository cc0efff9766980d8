import type { Refusal } from '#kernel/outcome.ts'
import { programmeRoutes } from '#foundation/programmes/index.ts'
import { newId } from '#platform/crypto/random.ts'
import { type Answer, page } from '#platform/http/answer.ts'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { errorAt, Form, HiddenField, Submit, TextArea, TextField } from '#ui/form/form.tsx'
import { CheckGroup } from '#ui/form/check-group.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import type { Look } from '../queries.ts'
import { cockpitRoutes } from '../routes.ts'
import type { Draft } from '../messages/draft-message.ts'
import { audienceNames, audiences, placeholders } from '../messages/message.ts'
import { DraftPreview } from './draft-preview.tsx'

/** As the form holds it: everything that was typed or ticked. */
export type FormValues = Record<string, string>

/** For these roads (ids with commas between); the head is asked first. */
export const emptyDraft = (roads: string): FormValues => ({ roads, chiefExecutive: 'ja' })

interface Shown {
  values: FormValues
  refusal?: Refusal | undefined
  draft?: Draft | undefined
}

/** Who gets it, what it says, and, once asked for, what each of them would read. */
export function messagePage({ programme }: Look, { values, refusal, draft }: Shown): Answer {
  const title = 'Sammelnachricht'
  const count = (values['roads'] ?? '').split(',').filter(Boolean).length
  const sendId = newId()
  return page({
    title,
    status: refusal ? 422 : 200,
    refusal,
    crumbs: [
      { label: 'Programme', href: programmeRoutes.list.href() },
      { label: programme.name, href: programmeRoutes.show.href({ id: programme.id }) },
      { label: 'Cockpit', href: cockpitRoutes.show.href({ id: programme.id }) },
      { label: title },
    ],
    view: () => (
      <>
        <PageHead
          title={title}
          lead={`An ${count === 1 ? '1 Kommune' : `${count} Kommunen`} in ${programme.name}. Gesendet wird erst nach der Vorschau.`}
        />
        <div class="lw-stack lw-stack--xl">
          {refusal && (
            <ErrorSummary title={refusal.refused} errors={refusal.errors ?? []} kept="Ihr Text ist noch da." />
          )}
          {draft && <DraftPreview draft={draft} values={values} sendId={sendId} programmeId={programme.id} />}
          <Compose programmeId={programme.id} values={values} refusal={refusal} isAgain={draft !== undefined} />
        </div>
      </>
    ),
  })
}

interface ComposeProps {
  programmeId: string
  values: FormValues
  refusal: Refusal | undefined
  isAgain: boolean
}

const Compose = ({ programmeId, values, refusal, isAgain }: ComposeProps) => (
  <Panel id="schreiben" title={isAgain ? 'Ändern' : 'Schreiben'}>
    <Form action={cockpitRoutes.messages.href({ id: programmeId })}>
      <HiddenField name="roads" value={values['roads'] ?? ''} />
      <CheckGroup
        name="audience"
        legend="Wer bekommt sie?"
        hint="Jede Person einmal je Kommune."
        error={errorAt(refusal?.errors, 'audience')}
        options={[
          ...audiences.map((name) => ({ name, label: audienceNames[name], checked: values[name] === 'ja' })),
          {
            name: 'toContacts',
            label: 'Kontaktadressen ohne Zugang',
            hint: 'Ansprechstelle für den Verbund, Leitung und Informationssicherheit, wie die Kommune sie eingetragen hat',
            checked: values['toContacts'] === 'ja',
          },
        ]}
      />
      <TextField
        name="subject"
        required
        label="Betreff"
        value={values['subject']}
        maxlength={120}
        error={errorAt(refusal?.errors, 'subject')}
      />
      <TextArea
        name="text"
        required
        label="Text"
        rows={10}
        value={values['text']}
        error={errorAt(refusal?.errors, 'text')}
        hint={`Anrede und Gruß kommen von selbst dazu. Platzhalter: ${Object.entries(placeholders)
          .map(([name, meaning]) => `{${name}} ${meaning}`)
          .join(' · ')}`}
      />
      <Submit name="tun" value="vorschau" variant={isAgain ? 'secondary' : 'primary'}>
        Vorschau zeigen
      </Submit>
    </Form>
  </Panel>
)
