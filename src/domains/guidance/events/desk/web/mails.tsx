import { germanMoment } from '#kernel/local-day.ts'
import { isRefusal, type Refusal } from '#kernel/outcome.ts'
import { type Answer, page, redirect } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import { Box } from '#ui/box/box.tsx'
import { Button } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { errorAt, Form, HiddenField, SelectField, Submit, TextArea, TextField } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import type { Event } from '../../event/event.ts'
import { allRegistrations } from '../../places/queries.ts'
import { eventRoutes } from '../../routes.ts'
import { type Audience, audienceInWords, audiences, lastHeld, recipientsOf } from '../group-mail.ts'
import { mailGroup } from '../mail-group.ts'
import { listGroupMails, presentAt } from '../queries.ts'
import { type MailInput, mailIn } from '../schemas.ts'
import { crumbsOf, desk, nameOf, onEvent } from './on-event.ts'
import type { Typed } from './typed.ts'

const title = 'Mail an eine Gruppe'
const labels = { audience: 'An', subject: 'Betreff', text: 'Text' }
const notSent = 'Die Mail ist noch nicht verschickt'

/** Writing to those who have a place: first as it will look and how many get it, then out. */
export const deskMailPages: PageRoute[] = [
  show(
    eventRoutes.mails,
    onEvent((ctx, event, { query }) => mailsPage(ctx, event, { typed: query })),
    desk,
  ),
  submit(
    eventRoutes.mails,
    onEvent(async (ctx, event, { form }) => {
      const mail = parse(mailIn, { audience: form['audience'], subject: form['subject'], text: form['text'] }, notSent)
      if (isRefusal(mail)) return mailsPage(ctx, event, { typed: form, refusal: mail })
      if (form['schritt'] !== 'senden') return mailsPage(ctx, event, { typed: form, preview: mail })
      const done = await mailGroup(ctx, event, mail)
      return isRefusal(done)
        ? mailsPage(ctx, event, { typed: form, refusal: done })
        : redirect(eventRoutes.mails.href({ id: event.id }), 'Verschickt: an jede Person eine eigene Mail.')
    }),
    desk,
  ),
]

interface State {
  typed: Typed
  preview?: MailInput
  refusal?: Refusal
}

async function mailsPage(ctx: Context, event: Event, { typed, preview, refusal }: State): Promise<Answer> {
  const places = await allRegistrations(ctx.db, event.id)
  const last = lastHeld(event, ctx.now)
  const present = last ? await presentAt(ctx.db, event.id, last.id) : undefined
  const count = (audience: Audience): number => recipientsOf(places, audience, present).length
  const sent = await listGroupMails(ctx.db, event.id)
  const errors = refusal?.errors
  const here = eventRoutes.mails.href({ id: event.id })
  return page({
    title: `${title}: ${nameOf(event)}`,
    crumbs: crumbsOf(event, title),
    status: refusal ? 422 : 200,
    refusal,
    view: () => (
      <div class="lw-stack lw-stack--l">
        <PageHead
          title={title}
          lead={`${nameOf(event)}. Jede Person bekommt eine eigene Mail; niemand sieht die Adressen der anderen.`}
        />
        {refusal && <ErrorSummary title={refusal.refused} errors={errors ?? []} labels={labels} />}
        {preview && <Preview here={here} mail={preview} count={count(preview.audience)} />}
        <Panel id="schreiben" title={preview ? 'Noch etwas ändern' : 'Schreiben'}>
          <div class="lw-measure">
            <Form action={here}>
              <SelectField
                name="audience"
                label={labels.audience}
                empty="Bitte wählen"
                options={audiences.map((audience) => ({
                  value: audience,
                  label: `${audienceInWords[audience]} (${count(audience)})`,
                }))}
                value={typed['audience'] ?? ''}
                error={errorAt(errors, 'audience')}
                required
              />
              <TextField
                name="subject"
                label={labels.subject}
                value={typed['subject'] ?? ''}
                error={errorAt(errors, 'subject')}
                maxlength={200}
                required
              />
              <TextArea
                name="text"
                label={labels.text}
                hint="Anrede und Gruß stehen schon in der Mail."
                value={typed['text'] ?? ''}
                error={errorAt(errors, 'text')}
                rows={8}
                maxlength={10_000}
                required
              />
              <p>
                <Submit variant={preview ? 'secondary' : 'primary'}>Vorschau zeigen</Submit>
              </p>
            </Form>
          </div>
        </Panel>
        <Panel id="geschrieben" title="Schon geschrieben">
          {sent.length === 0 ? (
            <Empty title="Noch keine Mail">Hier steht, was Sie an wen geschrieben haben.</Empty>
          ) : (
            <Table
              caption="Mails an Gruppen, die neueste zuerst"
              captionHidden
              stack
              rows={sent}
              columns={[
                {
                  header: 'Betreff',
                  rowHeader: true,
                  cell: ({ subject, text }) => (
                    <>
                      {subject}
                      <span class="lw-table__sub">{text}</span>
                    </>
                  ),
                },
                { header: 'An', cell: ({ audience }) => audienceInWords[audience] },
                { header: 'Personen', numeric: true, cell: ({ recipients }) => recipients },
                {
                  header: 'Verschickt',
                  cell: ({ sentAt, sentBy }) => `${germanMoment(sentAt, ctx.now)}${sentBy ? `, ${sentBy}` : ''}`,
                },
              ]}
            />
          )}
        </Panel>
      </div>
    ),
  })
}

const Preview = ({ here, mail, count }: { here: string; mail: MailInput; count: number }) => (
  <Panel id="vorschau" title="So geht sie hinaus">
    <div class="lw-stack lw-measure">
      <Box>
        <p class="lw-strong">{mail.subject}</p>
        <p>Guten Tag (Name),</p>
        {mail.text.split(/\n{2,}/).map((part) => (
          <p>{part}</p>
        ))}
      </Box>
      {count === 0 ? (
        <p>In dieser Gruppe ist gerade niemand.</p>
      ) : (
        <Form action={here} layout="row" label="Mail verschicken">
          <HiddenField name="audience" value={mail.audience} />
          <HiddenField name="subject" value={mail.subject} />
          <HiddenField name="text" value={mail.text} />
          <Button variant="primary" name="schritt" value="senden">
            {count === 1 ? 'An eine Person verschicken' : `An ${count} Personen verschicken`}
          </Button>
        </Form>
      )}
    </div>
  </Panel>
)
