import { Temporal } from 'temporal-polyfill'
import { germanTime } from '#kernel/local-day.ts'
import { type Refusal, isRefusal } from '#kernel/outcome.ts'
import { type Answer, page, redirect } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form, Submit } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Qr } from '#ui/qr/qr.tsx'
import { WallCode } from '#ui/roll/roll.tsx'
import { may } from '../../access.ts'
import { dateInWords, type Event, type EventDate } from '../../event/event.ts'
import { eventRoutes } from '../../routes.ts'
import { type CheckIn, codeInGroups } from '../attendance.ts'
import { openCheckIn } from '../open-check-in.ts'
import { findCheckIn } from '../queries.ts'
import { nameOf } from '../../desk/web/on-event.ts'
import { atDate, deskCrumbs } from './at-desk.ts'
import { checkInAddress } from './check-in-address.ts'

/** The code that the room reads off the wall. */
export const codePages: PageRoute[] = [
  show(
    eventRoutes.code,
    (ctx, { params, portal }) => atDate(ctx, params, (event, date) => codePage(ctx, { event, date, portal })),
    { guard: may.organize },
  ),
  submit(
    eventRoutes.code,
    (ctx, { params, portal }) =>
      atDate(ctx, params, async (event, date) => {
        const opened = await openCheckIn(ctx, event, date.id)
        return isRefusal(opened)
          ? codePage(ctx, { event, date, portal }, opened)
          : redirect(eventRoutes.code.href({ id: event.id, date: date.id }))
      }),
    { guard: may.organize },
  ),
]

interface Shown {
  event: Event
  date: EventDate
  portal: string
}

async function codePage(ctx: Context, { event, date, portal }: Shown, refusal?: Refusal): Promise<Answer> {
  const found = await findCheckIn(ctx.db, date.id)
  const open = found && Temporal.Instant.compare(ctx.now, found.closesAt) < 0 ? found : undefined
  const title = 'Code für den Raum'
  return page({
    title: `${title}, ${event.title}`,
    status: refusal ? 422 : 200,
    refusal,
    crumbs: deskCrumbs(event, title),
    view: () => (
      <>
        <PageHead title={title} lead={`${nameOf(event)}. ${dateInWords(date)}.`} />
        <div class="lw-stack lw-stack--l lw-measure">
          {refusal && <ErrorSummary title={refusal.refused} errors={[]} kept="" />}
          {open && (
            <OnTheWall open={open} address={checkInAddress({ portal, event, dateId: date.id, code: open.code })} />
          )}
          <Form action={eventRoutes.code.href({ id: event.id, date: date.id })}>
            {open && <p>Ein neuer Code macht diesen ungültig. Wer sich eingetragen hat, bleibt eingetragen.</p>}
            <p>
              <Submit variant={open ? 'secondary' : 'primary'}>{open ? 'Neuen Code zeigen' : 'Code öffnen'}</Submit>
            </p>
          </Form>
          <p>
            <a class="lw-link" href={eventRoutes.attendance.href({ id: event.id, date: date.id })}>
              Zur Anwesenheitsliste
            </a>
          </p>
        </div>
      </>
    ),
  })
}

const OnTheWall = ({ open, address }: { open: CheckIn; address: string }) => (
  <div class="lw-stack">
    <WallCode>{codeInGroups(open.code)}</WallCode>
    <Qr content={address} label="Führt zu der Seite, auf der man sich einträgt. Dieselbe Adresse steht darunter." />
    <p>
      Bild mit dem Telefon aufnehmen und „Ich bin da“ drücken. Ohne Kamera: {address.replace(/\?.*$/, '')} öffnen und
      den Code eingeben. Er gilt bis {germanTime(open.closesAt)}.
    </p>
  </div>
)
