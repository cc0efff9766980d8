import { germanMoment } from '#kernel/local-day.ts'
import { type Refusal, isRefusal } from '#kernel/outcome.ts'
import { type Answer, notFound, page, redirect } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import { Alert } from '#ui/alert/alert.tsx'
import { Button } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { errorAt, Form, HiddenField, Submit, TextArea, TextField } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Letter } from '#ui/letter/letter.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import { may } from '../access.ts'
import { changeWording, resetWording } from '../change-wording.ts'
import type { MailTemplate } from '../mail-template.ts'
import { type CurrentWording, findLetterhead, findWording, listWordings } from '../queries.ts'
import { notificationRoutes } from '../routes.ts'
import { versionInput, wordingInput } from '../schemas.ts'
import { type Letterhead, placeholdersOf, preview } from '../wording.ts'

const title = 'Mail-Vorlagen'
const crumbs = [
  { label: 'Postausgang', href: notificationRoutes.outbox.href() },
  { label: title, href: notificationRoutes.templates.href() },
]

/** What the office may word: a list, and one page for each mail with a preview. */
export function mailTemplatePages(templates: readonly MailTemplate[]): PageRoute[] {
  const find = (name: string | undefined): MailTemplate | undefined =>
    templates.find((template) => template.name === name)
  const guard = may.tendMail
  return [
    show(notificationRoutes.templates, (ctx) => listPage(ctx, templates), { guard }),
    show(
      notificationRoutes.template,
      async (ctx, { params }) => {
        const template = find(params['name'])
        return template ? templatePage(ctx, template, {}) : notFound('Diese Vorlage gibt es nicht.')
      },
      { guard },
    ),
    submit(
      notificationRoutes.template,
      async (ctx, { params, form }) => {
        const template = find(params['name'])
        return template ? save(ctx, template, form) : notFound('Diese Vorlage gibt es nicht.')
      },
      { guard },
    ),
    submit(
      notificationRoutes.resetTemplate,
      async (ctx, { params, form }) => {
        const template = find(params['name'])
        if (!template) return notFound('Diese Vorlage gibt es nicht.')
        const input = parse(versionInput, form)
        if (isRefusal(input)) return templatePage(ctx, template, { refusal: input })
        const outcome = await resetWording(ctx, template, input.version)
        if (outcome !== true) return templatePage(ctx, template, { stale: true })
        return redirect(
          notificationRoutes.template.href({ name: template.name }),
          'Die Mail lautet wieder wie von uns.',
        )
      },
      { guard },
    ),
  ]
}

async function save(ctx: Context, template: MailTemplate, form: Record<string, string>): Promise<Answer> {
  const typed = { subject: form['subject'] ?? '', text: form['text'] ?? '' }
  const input = parse(wordingInput, form, 'Die Vorlage ist noch nicht gespeichert')
  if (isRefusal(input)) return templatePage(ctx, template, { typed, refusal: input })
  if (form['tun'] === 'vorschau') return templatePage(ctx, template, { typed, shown: true })
  const outcome = await changeWording(ctx, template, input)
  if (isRefusal(outcome)) return templatePage(ctx, template, { typed, refusal: outcome })
  if (outcome !== true) return templatePage(ctx, template, { typed, stale: true })
  return redirect(
    notificationRoutes.template.href({ name: template.name }),
    'Die Vorlage ist gespeichert. Sie gilt für Mails von jetzt an.',
  )
}

async function listPage(ctx: Context, templates: readonly MailTemplate[]): Promise<Answer> {
  const wordings = await listWordings(ctx.db, templates)
  return page({
    title,
    crumbs: crumbs.slice(0, 1),
    view: () => (
      <>
        <PageHead
          title={title}
          lead="Betreff und Text jeder Mail, die das Lotsenwerk verschickt. Was Sie ändern, gilt für Mails von da an."
        />
        {templates.length === 0 ? (
          <Empty title="Noch keine Mail" level={2}>
            Sobald ein Teil des Lotsenwerks Mails verschickt, steht seine Vorlage hier.
          </Empty>
        ) : (
          <Table
            caption="Nach Anlass"
            stack
            rows={wordings}
            columns={[
              {
                header: 'Mail',
                rowHeader: true,
                cell: ({ template }) => (
                  <a class="lw-link" href={notificationRoutes.template.href({ name: template.name })}>
                    {template.title}
                  </a>
                ),
              },
              {
                header: 'Wortlaut',
                cell: ({ wording: { own, changedAt } }) =>
                  own && changedAt ? `eigener, seit ${germanMoment(changedAt, ctx.now)}` : 'von uns',
              },
            ]}
          />
        )}
      </>
    ),
  })
}

interface State {
  typed?: { subject: string; text: string }
  refusal?: Refusal
  /** Somebody else saved in between. */
  stale?: true
  /** The typed words are shown, not saved. */
  shown?: true
}

async function templatePage(ctx: Context, template: MailTemplate, state: State): Promise<Answer> {
  const current = await findWording(ctx.db, template)
  const { letterhead } = await findLetterhead(ctx.db)
  return page({
    title: template.title,
    crumbs: [...crumbs, { label: template.title }],
    status: state.stale ? 409 : state.refusal ? 422 : 200,
    refusal: state.refusal ?? (state.stale ? { refused: 'Zwei Fassungen' } : undefined),
    view: () => (
      <>
        <PageHead title={template.title} lead={current.own ? 'Eigener Wortlaut' : 'Wortlaut von uns'} />
        <div class="lw-split lw-split--help">
          <div class="lw-stack lw-stack--xl">
            {state.refusal && (
              <ErrorSummary
                title={state.refusal.refused}
                errors={state.refusal.errors ?? []}
                labels={{ subject: 'Betreff', text: 'Text' }}
              />
            )}
            {state.stale && <Stale current={current} />}
            <WordingForm {...{ template, current, state }} />
            <Preview {...{ template, letterhead }} wording={state.typed ?? current} typed={state.typed !== undefined} />
            {current.own && <Reset {...{ template, current }} />}
          </div>
          <Placeholders template={template} />
        </div>
      </>
    ),
  })
}

const Stale = ({ current }: { current: CurrentWording }) => (
  <Alert kind="warning" title="Inzwischen hat jemand anderes diese Vorlage gespeichert" live="alert">
    <p>
      Ihr Text steht noch unten und ist noch nicht gespeichert. Gespeichert ist jetzt der Betreff „{current.subject}“
      und dieser Text:
    </p>
    <Letter subject={current.subject} text={current.text} />
    <p>Wenn Sie noch einmal speichern, gilt Ihr Text.</p>
  </Alert>
)

const WordingForm = ({
  template,
  current,
  state,
}: {
  template: MailTemplate
  current: CurrentWording
  state: State
}) => {
  const { subject, text } = state.typed ?? current
  return (
    <Form action={notificationRoutes.template.href({ name: template.name })}>
      <HiddenField name="version" value={String(current.version)} />
      <TextField
        name="subject"
        label="Betreff"
        value={subject}
        maxlength={200}
        required
        error={errorAt(state.refusal?.errors, 'subject')}
      />
      <TextArea
        name="text"
        label="Text"
        hint="Ohne Gruß und Kontakt am Ende: Die stehen im Briefkopf."
        value={text}
        rows={14}
        required
        error={errorAt(state.refusal?.errors, 'text')}
      />
      <div class="lw-row">
        <Submit>Vorlage speichern</Submit>
        <Button name="tun" value="vorschau">
          Vorschau zeigen
        </Button>
      </div>
    </Form>
  )
}

interface PreviewProps {
  template: MailTemplate
  letterhead: Letterhead
  wording: { subject: string; text: string }
  /** Shown are words that are not saved. */
  typed: boolean
}

function Preview({ template, letterhead, wording, typed }: PreviewProps) {
  const shown = preview(template, wording, letterhead)
  return (
    <Panel id="vorschau" title="Vorschau" note={typed ? 'noch nicht gespeichert' : undefined}>
      {isRefusal(shown) ? <p>{shown.refused}</p> : <Letter {...shown} />}
    </Panel>
  )
}

const Reset = ({ template, current }: { template: MailTemplate; current: CurrentWording }) => (
  <Panel id="zuruecksetzen" title="Zurück zu unserem Wortlaut">
    <Form action={notificationRoutes.resetTemplate.href({ name: template.name })}>
      <p>Ihr eigener Wortlaut entfällt dann. Er lässt sich nicht zurückholen.</p>
      <HiddenField name="version" value={String(current.version)} />
      <div class="lw-row">
        <Button>Unseren Wortlaut nehmen</Button>
      </div>
    </Form>
  </Panel>
)

const Placeholders = ({ template }: { template: MailTemplate }) => (
  <Panel id="platzhalter" title="Platzhalter" quiet>
    <div class="lw-stack lw-stack--s">
      <p class="lw-small">An ihre Stelle tritt in jeder Mail das Passende. Andere gibt es hier nicht.</p>
      <dl class="lw-stack lw-stack--s lw-small">
        {Object.entries(placeholdersOf(template)).map(([name, meaning]) => (
          <div>
            <dt>
              <code>{`{{${name}}}`}</code>
              {template.required?.includes(name) && ' (muss vorkommen)'}
            </dt>
            <dd class="lw-muted">{meaning}</dd>
          </div>
        ))}
      </dl>
    </div>
  </Panel>
)
