import { Temporal } from 'temporal-polyfill'
import { germanTime, localDay, longGermanDay, startOfDay } from '#kernel/local-day.ts'
import { type Contact, listContacts } from '#foundation/organizations/index.ts'
import { type Answer, notFound, page } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show } from '#platform/http/page-route.ts'
import { Empty } from '#ui/empty/empty.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Pager } from '#ui/pager/pager.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { may } from '../access.ts'
import type { Appointment } from '../appointment.ts'
import { listVisits } from '../queries.ts'
import { appointmentRoutes } from '../routes.ts'
import { PlanList, VisitSheet } from './travel-view.tsx'

const guard = may.travel
/** How far the list goes at a time. */
const listDays = 42
const mostVisits = 100
/** Whose contacts one day shows; nobody gets to more places in a day. */
const mostPlaces = 6

/** The days of an assessor: all coming visits, and one day to print. */
export const travelPages: PageRoute[] = [
  show(
    appointmentRoutes.travel,
    async (ctx, { query }) => {
      const today = localDay(ctx.now)
      const from = dayFrom(query['ab']) ?? today
      const until = from.add({ days: listDays - 1 })
      const visits = await listVisits(ctx.db, { assessorId: ctx.actor.personId, from, until, limit: mostVisits })
      return listPage({ today, from, until, visits, now: ctx.now })
    },
    { guard },
  ),
  show(
    appointmentRoutes.travelDay,
    async (ctx, { params }) => {
      const day = dayFrom(params['day'])
      return day ? dayPage(ctx, day) : notFound('Das ist kein Tag. Bitte so: 2026-12-01.')
    },
    { guard },
  ),
]

/** A day as it stands in an address, in years that people plan in. */
export function dayFrom(text: string | undefined): Temporal.PlainDate | undefined {
  if (!text || !/^20\d\d-\d\d-\d\d$/.test(text)) return undefined
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' })
  } catch {
    return undefined
  }
}

interface Plan {
  today: Temporal.PlainDate
  from: Temporal.PlainDate
  until: Temporal.PlainDate
  visits: Appointment[]
  now: Temporal.Instant
}

/** By local day, the earliest first. */
const byDay = (visits: readonly Appointment[]) =>
  [...Map.groupBy(visits, ({ chosen }) => (chosen ? localDay(chosen.startsAt).toString() : ''))].map(
    ([day, items]) => ({
      day: Temporal.PlainDate.from(day),
      items,
    }),
  )

const at = (day: Temporal.PlainDate): string => `${appointmentRoutes.travel.href()}?ab=${day.toString()}`

const listPage = ({ today, from, until, visits, now }: Plan): Answer =>
  page({
    title: 'Vor Ort',
    view: () => (
      <>
        <PageHead title="Vor Ort" lead={`Ihre bestätigten Termine, Tag für Tag. Heute ist ${longGermanDay(today)}.`} />
        <div class="lw-stack lw-stack--l">
          {visits.length === 0 ? (
            <Empty level={2} title="In diesen sechs Wochen haben Sie keinen bestätigten Termin">
              Termine schlagen Sie auf der Seite der Kommune vor. Sobald sie bestätigt sind, stehen sie hier.
            </Empty>
          ) : (
            byDay(visits).map(({ day, items }) => <PlanList day={day} today={today} visits={items} now={now} />)
          )}
          {visits.length === mostVisits && (
            <p class="lw-muted">{`Gezeigt werden höchstens ${mostVisits} Termine. Die übrigen zeigt die Liste ab einem späteren Tag.`}</p>
          )}
          <Pager
            label="Zeiträume"
            previous={{ href: at(from.subtract({ days: listDays })), label: 'Sechs Wochen davor' }}
            next={{ href: at(until.add({ days: 1 })), label: 'Sechs Wochen danach' }}
          />
        </div>
      </>
    ),
  })

async function dayPage(ctx: Context, day: Temporal.PlainDate): Promise<Answer> {
  const visits = await listVisits(ctx.db, { assessorId: ctx.actor.personId, from: day, until: day, limit: mostVisits })
  const places = [...new Set(visits.map(({ organizationId }) => organizationId))].slice(0, mostPlaces)
  const contacts = new Map<string, Contact[]>()
  for (const place of places) contacts.set(place, await listContacts(ctx.db, place))
  const title = `Vor Ort am ${longGermanDay(day)}`
  return page({
    title,
    crumbs: [{ label: 'Vor Ort', href: at(day) }, { label: longGermanDay(day) }],
    view: () => (
      <>
        <PageHead title={title} lead={leadOf(visits)} />
        <div class="lw-stack lw-stack--xl">
          {visits.length === 0 ? (
            <Empty level={2} title="An diesem Tag haben Sie keinen bestätigten Termin">
              Vorgeschlagene Termine stehen hier, sobald die Kommune gewählt hat.
            </Empty>
          ) : (
            visits.map((visit) => (
              <Panel id={`termin-${visit.id}`} title={`${timeOf(visit)}, ${visit.organizationName}`}>
                <VisitSheet visit={visit} contacts={contacts.get(visit.organizationId) ?? []} now={ctx.now} />
              </Panel>
            ))
          )}
          <Pager
            label="Tage"
            previous={{
              href: appointmentRoutes.travelDay.href({ day: day.subtract({ days: 1 }).toString() }),
              label: 'Tag davor',
            }}
            next={{
              href: appointmentRoutes.travelDay.href({ day: day.add({ days: 1 }).toString() }),
              label: 'Tag danach',
            }}
          />
        </div>
      </>
    ),
  })
}

const timeOf = ({ chosen }: Appointment): string =>
  chosen ? `${germanTime(chosen.startsAt).replace(' Uhr', '')} bis ${germanTime(chosen.endsAt)}` : ''

/** When to leave, and when one is back. */
function leadOf(visits: readonly Appointment[]): string | undefined {
  const [first] = visits
  const last = visits.at(-1)
  if (!first?.chosen || !last?.chosen) return undefined
  const leave = first.chosen.startsAt.subtract({ minutes: first.minutesBefore })
  const back = last.chosen.endsAt.add({ minutes: last.minutesAfter })
  const dayOf = startOfDay(localDay(first.chosen.startsAt))
  return Temporal.Instant.compare(leave, dayOf) < 0
    ? `Los geht es am Vorabend um ${germanTime(leave)}. Zurück sind Sie gegen ${germanTime(back)}.`
    : `Los um ${germanTime(leave)}, zurück gegen ${germanTime(back)}.`
}
