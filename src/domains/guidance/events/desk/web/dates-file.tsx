import { isRefusal, type Outcome } from '#kernel/outcome.ts'
import { type Answer, page } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { Alert } from '#ui/alert/alert.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { errorAt, FileField, Form, Submit } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import type { Event } from '../../event/event.ts'
import { icsUploadLimit, prepareIcs } from '../../ics/prepare-ics.ts'
import type { IcsReading } from '../../ics/read-ics.ts'
import { eventRoutes } from '../../routes.ts'
import { TakeOver } from './date-takeover.tsx'
import { toldOf } from './dates.tsx'
import { crumbsOf, desk, nameOf, onEvent } from './on-event.ts'

const title = 'Termine aus einer Kalenderdatei'

/** A calendar file is read and shown; what it holds is sent as the form of dates sends it. */
export const deskDatesFilePages: PageRoute[] = [
  show(
    eventRoutes.datesFile,
    onEvent((ctx, event) => filePage(ctx, event)),
    desk,
  ),
  submit(
    eventRoutes.datesFile,
    (ctx, request, { reading }: { reading: Outcome<IcsReading> }) =>
      onEvent((_, event) => filePage(ctx, event, reading))(ctx, request),
    { ...desk, prepare: prepareIcs, bodyLimit: icsUploadLimit },
  ),
]

async function filePage(ctx: Context, event: Event, reading?: Outcome<IcsReading>): Promise<Answer> {
  const refusal = isRefusal(reading) ? reading : undefined
  const read = isRefusal(reading) ? undefined : reading
  const told = await toldOf(ctx, event)
  return page({
    title: `${title}: ${nameOf(event)}`,
    crumbs: crumbsOf(event, title, { label: 'Termine', href: eventRoutes.dates.href({ id: event.id }) }),
    status: refusal ? 422 : 200,
    refusal,
    view: () => (
      <div class="lw-stack lw-stack--l">
        <PageHead
          title={title}
          lead={`${nameOf(event)}. Was in der Datei steht, sehen Sie zuerst; gespeichert wird erst mit „übernehmen“.`}
        />
        {refusal && (
          <ErrorSummary title={refusal.refused} errors={refusal.errors ?? []} labels={{ file: 'Kalenderdatei' }} />
        )}
        {read && <ReadDates event={event} read={read} told={told} />}
        <Panel id="datei" title={read ? 'Eine andere Datei einlesen' : 'Datei einlesen'}>
          <div class="lw-measure">
            <Form action={eventRoutes.datesFile.href({ id: event.id })} multipart>
              <FileField
                name="file"
                label="Kalenderdatei"
                hint="Aus Outlook oder einem anderen Kalender gespeichert, mit der Endung .ics. Höchstens 1 MB und 60 Termine."
                required
                accept=".ics,text/calendar"
                error={errorAt(refusal?.errors, 'file')}
              />
              <p>
                <Submit>Datei einlesen</Submit>
              </p>
            </Form>
          </div>
        </Panel>
      </div>
    ),
  })
}

const ReadDates = ({ event, read, told }: { event: Event; read: IcsReading; told: number }) => (
  <Panel id="gelesen" title="Was in der Datei steht">
    <div class="lw-stack">
      {read.notes.length > 0 && (
        <Alert kind="warning" title="Nicht alles ließ sich so übernehmen, wie es da steht">
          <ul class="lw-list">
            {read.notes.map((note) => (
              <li>{note}</li>
            ))}
          </ul>
        </Alert>
      )}
      <TakeOver
        event={event}
        found={read.dates.map(({ line, ...date }) => ({ ...date, videoUrl: null, note: `Zeile ${line}` }))}
        told={told}
      />
    </div>
  </Panel>
)
