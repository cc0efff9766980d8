import { germanDay, germanMoment, localDay } from '#kernel/local-day.ts'
import { type Refusal, isRefusal } from '#kernel/outcome.ts'
import { listReaders, type Reader } from '#foundation/audit/index.ts'
import { type Answer, forbidden, notFound, page, redirect, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import { Empty } from '#ui/empty/empty.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form, Submit, TextArea, errorAt } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import { Tag } from '#ui/tag/tag.tsx'
import { assignmentRoutes } from '../../people/routes.ts'
import { dayInWords } from '../../people/web/days.ts'
import { may } from '../access.ts'
import type { Assignment } from '../assignment.ts'
import { objectToAssignment } from '../end-assignment.ts'
import { findAssignment, listAssignments } from '../queries.ts'
import { objection } from '../schemas.ts'

const title = 'Wer darf bei uns lesen?'
const readingDays = 365

/** What a municipality sees of the assessors who may read its checks, and where it objects. */
export const readerPages: PageRoute[] = [
  show(assignmentRoutes.readers, (ctx) => readersPage(ctx, {}), { guard: may.seeReaders }),
  submit(
    assignmentRoutes.object,
    async (ctx, { params, form }) => {
      const assignment = await findAssignment(ctx.db, params['id'] ?? '')
      if (!assignment) return notFound()
      const allowed = may.object(ctx.actor, assignment)
      if (isRefusal(allowed)) return forbidden(allowed)
      const wanted = parse(objection, { reason: form['reason'] }, 'Ihr Widerspruch ist noch nicht eingetragen')
      if (isRefusal(wanted)) return readersPage(ctx, { refusal: wanted, at: assignment.id, reason: form['reason'] })
      const objected = await objectToAssignment(ctx, assignment, wanted.reason)
      if (isRefusal(objected)) return readersPage(ctx, { refusal: objected, at: assignment.id, reason: wanted.reason })
      return redirect(
        assignmentRoutes.readers.href(),
        `${assignment.personName} kann bei Ihnen nichts mehr lesen. Die Programmleitung ist benachrichtigt und meldet sich bei Ihnen.`,
      )
    },
    { guard: may.seeReaders },
  ),
]

interface View {
  refusal?: Refusal
  /** The assignment it was about. */
  at?: string
  reason?: string | undefined
}

async function readersPage(ctx: Context, view: View): Promise<Answer> {
  const found = await listAssignments(ctx.db, { organizationId: ctx.actor.actingFor?.id, limit: 100 })
  if (isRefusal(found)) return unprocessable(found)
  const since = ctx.now.subtract({ hours: 24 * readingDays })
  const readings = may.seeReadings(ctx.actor)
    ? await listReaders(ctx.db, ['assessment.read', 'participation.read'], since)
    : undefined
  return page({
    title,
    status: view.refusal ? 422 : 200,
    refusal: view.refusal,
    view: () => <Readers ctx={ctx} items={found.items} readings={readings} {...view} />,
  })
}

interface Props extends View {
  ctx: Context
  items: Assignment[]
  readings: Reader[] | undefined
}

function Readers({ ctx, items, readings, refusal, at, reason }: Props) {
  const today = localDay(ctx.now).toString()
  const open = items.filter(({ from, until }) => until >= today && until >= from)
  const over = items.filter((one) => !open.includes(one))
  return (
    <>
      <PageHead
        title={title}
        lead="Ihre Antworten sehen nur Ihre eigenen Leute. Wer für den Verbund prüft, liest sie vom ersten bis zum letzten Tag der Zuweisung, und jedes Lesen wird festgehalten."
      />
      <div class="lw-stack lw-stack--xl">
        {refusal && <ErrorSummary title={refusal.refused} errors={[]} kept="" />}
        <Panel id="zuweisungen" title="Zurzeit und demnächst">
          {open.length === 0 ? (
            <Empty title="Von außen darf niemand lesen">
              Weist der Verbund jemanden zu, werden Verwaltungsleitung und Informationssicherheit benachrichtigt.
            </Empty>
          ) : (
            <div class="lw-stack lw-stack--l">
              {open.map((one) => (
                <Open
                  ctx={ctx}
                  assignment={one}
                  today={today}
                  refusal={at === one.id ? refusal : undefined}
                  reason={at === one.id ? reason : undefined}
                />
              ))}
            </div>
          )}
        </Panel>
        {readings && <Readings readings={readings} now={ctx.now} />}
        {over.length > 0 && (
          <Panel id="frueher" title="Früher">
            <Table
              caption="Zuweisungen, die beendet sind"
              captionHidden
              stack
              rows={over}
              columns={[
                { header: 'Wer', rowHeader: true, cell: ({ personName }) => personName },
                { header: 'Wann', cell: spanOf },
                { header: 'Widerspruch', cell: (one) => one.objection ?? '–' },
              ]}
            />
          </Panel>
        )}
      </div>
    </>
  )
}

/** What ended before its first day never held. */
const spanOf = ({ from, until }: Assignment): string =>
  until < from ? `ab ${dayInWords(from)}, vorher beendet` : `${dayInWords(from)} bis ${dayInWords(until)}`

interface OpenProps {
  ctx: Context
  assignment: Assignment
  today: string
  refusal: Refusal | undefined
  reason: string | undefined
}

function Open({ ctx, assignment, today, refusal, reason }: OpenProps) {
  const { id, personName, from, until, assignedByName } = assignment
  const allowed = may.object(ctx.actor, assignment)
  return (
    <div class="lw-stack lw-stack--s">
      <p>
        <span class="lw-strong">{personName}</span>, {dayInWords(from)} bis {dayInWords(until)}{' '}
        {from <= today ? <Tag state="running">darf lesen</Tag> : <Tag state="none">noch nicht</Tag>}
      </p>
      {assignedByName && <p class="lw-small lw-muted">Zugewiesen von {assignedByName}</p>}
      {isRefusal(allowed) ? (
        <p class="lw-small lw-muted">{allowed.refused}</p>
      ) : (
        <details class="lw-why" open={refusal !== undefined}>
          <summary>Widersprechen</summary>
          <div class="lw-stack lw-measure">
            <p>Das Lesen endet sofort. Die Programmleitung erfährt den Grund und spricht mit Ihnen.</p>
            <Form action={assignmentRoutes.object.href({ id })} label={`Widerspruch gegen ${personName}`}>
              <TextArea
                name="reason"
                id={`grund-${id}`}
                label="Grund"
                rows={3}
                required
                value={reason ?? ''}
                error={errorAt(refusal?.errors, 'reason')}
              />
              <Submit variant="secondary">Zuweisung von {personName} widersprechen</Submit>
            </Form>
          </div>
        </details>
      )}
    </div>
  )
}

const Readings = ({ readings, now }: { readings: Reader[]; now: Context['now'] }) => (
  <Panel id="gelesen" title="Wer gelesen hat" note="in den letzten 12 Monaten">
    {readings.length === 0 ? (
      <p>Von außen hat noch niemand gelesen.</p>
    ) : (
      <Table
        caption="Das letzte Lesen zuerst"
        captionHidden
        stack
        rows={readings}
        columns={[
          { header: 'Wer', rowHeader: true, cell: ({ person }) => person ?? 'eine ehemalige Person' },
          { header: 'Von', cell: ({ organization }) => organization ?? '–' },
          { header: 'Zuletzt', cell: ({ lastAt }) => germanMoment(lastAt, now) },
          { header: 'Seitenaufrufe', numeric: true, cell: ({ times }) => times.toLocaleString('de-DE') },
          { header: 'Zuerst', cell: ({ firstAt }) => germanDay(localDay(firstAt)) },
        ]}
      />
    )}
  </Panel>
)
