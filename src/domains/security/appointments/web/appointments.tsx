import { Temporal } from 'temporal-polyfill'
import { isRefusal } from '#kernel/outcome.ts'
import { type EnrollmentWithSteps, findEnrollment } from '#foundation/programmes/index.ts'
import { type Answer, notFound, page } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show } from '#platform/http/page-route.ts'
import { withQuery } from '#platform/http/route.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Pager } from '#ui/pager/pager.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import { may } from '../access.ts'
import { type Appointment, placeInWords, slotInWords } from '../appointment.ts'
import { listAppointments } from '../queries.ts'
import { appointmentHref, appointmentRoutes } from '../routes.ts'
import { crumbsOf } from './road-head.ts'
import { StateTag } from './state-tag.tsx'

/** All dates on the road of one municipality. */
export const appointmentPages: PageRoute[] = [
  show(appointmentRoutes.list, async (ctx, { params, query }) => {
    const road = await findEnrollment(ctx.db, params['id'] ?? '')
    if (!road) return notFound()
    const found = await listAppointments(ctx.db, { enrollmentId: road.id, limit: 50, cursor: query['ab'] })
    return isRefusal(found) ? notFound() : listPage(ctx, road, found, query['ab'] !== undefined)
  }),
]

const isAhead = ({ state, chosen }: Appointment, now: Temporal.Instant): boolean =>
  state === 'proposed' ||
  state === 'declined' ||
  (state === 'confirmed' && chosen !== null && Temporal.Instant.compare(chosen.endsAt, now) > 0)

function listPage(
  { actor, now }: Context,
  road: EnrollmentWithSteps,
  { items, next }: { items: Appointment[]; next: string | null },
  isFurther: boolean,
): Answer {
  const ahead = items.filter((one) => isAhead(one, now)).toSorted(byTime)
  const over = items.filter((one) => !isAhead(one, now)).toSorted((a, b) => byTime(b, a))
  const isProposer = !isRefusal(may.propose(actor, road))
  return page({
    title: `Termine, ${road.organizationName}`,
    crumbs: crumbsOf(road),
    view: () => (
      <>
        <PageHead
          title="Termine"
          lead={`${road.organizationName}, ${road.programmeName}`}
          actions={
            isProposer && road.state === 'active' ? (
              <ButtonLink href={appointmentRoutes.new.href({ id: road.id })} size="x-small">
                Termin vorschlagen
              </ButtonLink>
            ) : undefined
          }
        />
        <div class="lw-stack lw-stack--xl">
          <Panel id="anstehend" title="Was ansteht">
            {ahead.length === 0 ? (
              <Empty title="Zurzeit steht kein Termin an">
                {isProposer
                  ? 'Schlagen Sie bis zu fünf Zeiten vor. Die Kommune wählt eine aus.'
                  : 'Das Prüfhaus oder die Programmleitung schlägt Zeiten vor. Sie bekommen dann eine Mail und wählen hier aus.'}
              </Empty>
            ) : (
              <DateTable caption="Der nächste zuerst" rows={ahead} />
            )}
          </Panel>
          {over.length > 0 && (
            <Panel id="vorbei" title="Was war">
              <DateTable caption="Der letzte zuerst" rows={over} />
            </Panel>
          )}
          {(next !== null || isFurther) && (
            <Pager
              label="Weitere Termine"
              {...(isFurther
                ? { previous: { href: appointmentRoutes.list.href({ id: road.id }), label: 'Von vorn' } }
                : {})}
              {...(next === null
                ? {}
                : { next: { href: withQuery(appointmentRoutes.list.href({ id: road.id }), { ab: next }) } })}
            />
          )}
        </div>
      </>
    ),
  })
}

const startOf = ({ chosen, proposals }: Appointment): number =>
  (chosen?.startsAt ?? proposals[0]?.startsAt)?.epochMilliseconds ?? Number.MAX_SAFE_INTEGER

const byTime = (a: Appointment, b: Appointment): number => startOf(a) - startOf(b)

const DateTable = ({ caption, rows }: { caption: string; rows: Appointment[] }) => (
  <Table
    caption={caption}
    captionHidden
    stack
    rows={rows}
    columns={[
      {
        header: 'Anlass',
        rowHeader: true,
        cell: (one) => (
          <a class="lw-link" href={appointmentHref(one)}>
            {one.title}
          </a>
        ),
      },
      { header: 'Wann', cell: (one) => whenInWords(one) },
      { header: 'Wo', cell: ({ chosen }) => (chosen ? placeInWords(chosen) : '') },
      { header: 'Wer prüft', cell: ({ assessor }) => assessor?.name ?? 'niemand Bestimmtes' },
      { header: 'Stand', cell: (one) => <StateTag {...one} /> },
    ]}
  />
)

/** What was chosen; before that, how much there is to choose from. */
function whenInWords({ state, chosen, proposals }: Appointment): string {
  if (state !== 'proposed' && state !== 'declined' && chosen) return slotInWords(chosen)
  const [first, ...more] = proposals
  if (!first) return 'noch offen'
  return more.length === 0 ? slotInWords(first) : `${proposals.length} Vorschläge, der erste ${slotInWords(first)}`
}
