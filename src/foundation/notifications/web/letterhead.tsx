import { type Refusal, isRefusal } from '#kernel/outcome.ts'
import { type Answer, page, redirect } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import { Alert } from '#ui/alert/alert.tsx'
import { Button } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { errorAt, Form, HiddenField, Submit, TextArea, TextField } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Letter } from '#ui/letter/letter.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { may } from '../access.ts'
import { changeLetterhead, resetLetterhead } from '../change-letterhead.ts'
import { type CurrentLetterhead, findLetterhead } from '../queries.ts'
import { notificationRoutes } from '../routes.ts'
import { letterheadInput, versionInput } from '../schemas.ts'
import { compose, type Letterhead } from '../wording.ts'

const title = 'Briefkopf der Mails'

/** What stands below each mail. */
export const letterheadPages: PageRoute[] = [
  show(notificationRoutes.letterhead, (ctx) => letterheadPage(ctx, {}), { guard: may.tendMail }),
  submit(
    notificationRoutes.letterhead,
    async (ctx, { form }) => {
      const typed = { sender: form['sender'] ?? '', closing: form['closing'] ?? '', footer: form['footer'] ?? '' }
      const input = parse(letterheadInput, form, 'Der Briefkopf ist noch nicht gespeichert')
      if (isRefusal(input)) return letterheadPage(ctx, { typed, refusal: input })
      const outcome = await changeLetterhead(ctx, input)
      if (isRefusal(outcome)) return letterheadPage(ctx, { typed, refusal: outcome })
      if (outcome !== true) return letterheadPage(ctx, { typed, stale: true })
      return redirect(
        notificationRoutes.letterhead.href(),
        'Der Briefkopf ist gespeichert. Er gilt für Mails von jetzt an.',
      )
    },
    { guard: may.tendMail },
  ),
  submit(
    notificationRoutes.resetLetterhead,
    async (ctx, { form }) => {
      const input = parse(versionInput, form)
      if (isRefusal(input)) return letterheadPage(ctx, { refusal: input })
      const outcome = await resetLetterhead(ctx, input.version)
      if (outcome !== true) return letterheadPage(ctx, { stale: true })
      return redirect(notificationRoutes.letterhead.href(), 'Der Briefkopf lautet wieder wie von uns.')
    },
    { guard: may.tendMail },
  ),
]

interface State {
  typed?: Letterhead
  refusal?: Refusal
  stale?: true
}

async function letterheadPage({ db }: Context, state: State): Promise<Answer> {
  const current = await findLetterhead(db)
  const shown = state.typed ?? current.letterhead
  const body = { subject: 'Betreff der Mail', text: 'Guten Tag {{name}},\n\nhier steht der Text der Mail.' }
  const sample = compose(body, shown, {}, { name: 'Erika Beispiel', portal: 'https://portal.verbund.example' })
  return page({
    title,
    crumbs: [{ label: 'Postausgang', href: notificationRoutes.outbox.href() }, { label: title }],
    status: state.stale ? 409 : state.refusal ? 422 : 200,
    refusal: state.refusal ?? (state.stale ? { refused: 'Zwei Fassungen' } : undefined),
    view: () => (
      <>
        <PageHead title={title} lead="Gruß, Name und Kontakt stehen unter jeder Mail; der Name auch als Absender." />
        <div class="lw-stack lw-stack--xl lw-measure">
          {state.refusal && (
            <ErrorSummary title={state.refusal.refused} errors={state.refusal.errors ?? []} labels={labels} />
          )}
          {state.stale && <Stale {...current} />}
          <LetterheadForm {...{ shown, current, state }} />
          {!isRefusal(sample) && (
            <Panel id="vorschau" title="Vorschau" note={state.typed ? 'noch nicht gespeichert' : undefined}>
              <Letter {...sample} />
            </Panel>
          )}
          {current.own && <Reset version={current.version} />}
        </div>
      </>
    ),
  })
}

const labels = { sender: 'Name', closing: 'Gruß', footer: 'Kontakt' }

const Stale = ({ letterhead }: CurrentLetterhead) => (
  <Alert kind="warning" title="Inzwischen hat jemand anderes den Briefkopf gespeichert" live="alert">
    <p>Ihre Angaben stehen noch unten und sind noch nicht gespeichert. Gespeichert ist jetzt:</p>
    <Letter subject={letterhead.sender} text={`${letterhead.closing}\n${letterhead.footer}`} />
    <p>Wenn Sie noch einmal speichern, gelten Ihre Angaben.</p>
  </Alert>
)

const LetterheadForm = ({
  shown,
  current,
  state: { refusal },
}: {
  shown: Letterhead
  current: CurrentLetterhead
  state: State
}) => (
  <Form action={notificationRoutes.letterhead.href()}>
    <HiddenField name="version" value={String(current.version)} />
    <TextField
      name="sender"
      label="Name"
      hint="So heißt auch der Absender."
      value={shown.sender}
      maxlength={200}
      required
      error={errorAt(refusal?.errors, 'sender')}
    />
    <TextArea
      name="closing"
      label="Gruß"
      value={shown.closing}
      rows={2}
      required
      error={errorAt(refusal?.errors, 'closing')}
    />
    <TextArea
      name="footer"
      label="Kontakt"
      hint="Zum Beispiel Telefon und Sprechzeiten. {{portal}} wird die Adresse dieses Portals."
      value={shown.footer}
      rows={4}
      error={errorAt(refusal?.errors, 'footer')}
    />
    <div class="lw-row">
      <Submit>Briefkopf speichern</Submit>
    </div>
  </Form>
)

const Reset = ({ version }: { version: number }) => (
  <Panel id="zuruecksetzen" title="Zurück zu unserem Briefkopf">
    <Form action={notificationRoutes.resetLetterhead.href()}>
      <p>Ihre Angaben entfallen dann. Sie lassen sich nicht zurückholen.</p>
      <HiddenField name="version" value={String(version)} />
      <div class="lw-row">
        <Button>Unseren Briefkopf nehmen</Button>
      </div>
    </Form>
  </Panel>
)
