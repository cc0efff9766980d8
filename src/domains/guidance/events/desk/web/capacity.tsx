import { isRefusal, refuse, type Refusal } from '#kernel/outcome.ts'
import { type Answer, page, redirect } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { errorAt, Form, HiddenField, Submit, TextField } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Refused } from '#ui/refused/refused.tsx'
import type { Event } from '../../event/event.ts'
import { setCapacity } from '../../places/set-capacity.ts'
import { eventRoutes } from '../../routes.ts'
import { type Consequences, consequencesOf, type Seat } from '../capacity-preview.ts'
import { freeInWords, lateInWords, seatInWords } from '../capacity-words.ts'
import { capacityIn } from '../schemas.ts'
import { listSeats } from '../queries.ts'
import { crumbsOf, desk, nameOf, onEvent } from './on-event.ts'
import { takenInWords } from './desk.tsx'
import { numberOf, type Typed } from './typed.ts'

const title = 'Zahl der Plätze'

/** More seats or fewer: first what follows from it, then the deed. */
export const deskCapacityPages: PageRoute[] = [
  show(
    eventRoutes.capacity,
    onEvent((ctx, event, { query }) => capacityPage(ctx, event, query)),
    desk,
  ),
  submit(
    eventRoutes.capacity,
    onEvent((ctx, event, { form }) => change(ctx, event, form)),
    desk,
  ),
]

/** Undefined where nothing was asked for yet; an empty field is no limit. */
function wishOf(typed: Typed): { capacity: number | null } | Refusal | undefined {
  if (typed['plaetze'] === undefined) return undefined
  const wish = capacityIn.safeParse(numberOf(typed['plaetze']))
  return wish.success
    ? { capacity: wish.data }
    : refuse('Geändert ist noch nichts. Bitte ändern Sie eine Angabe.', [
        { path: 'plaetze', message: 'Bitte eine ganze Zahl von 0 bis 100.000, oder leer für unbegrenzt.' },
      ])
}

async function change(ctx: Context, event: Event, form: Typed): Promise<Answer> {
  const wish = wishOf({ plaetze: form['plaetze'] ?? '' })
  if (!wish || isRefusal(wish)) return capacityPage(ctx, event, form, wish)
  if (event.version !== Number(form['version']))
    return capacityPage(
      ctx,
      event,
      form,
      refuse('Inzwischen hat sich etwas geändert. Geändert ist nichts; hier stehen die Folgen neu.'),
    )
  const done = await setCapacity(ctx, event, { ...wish, keepSeats: form['behalten'] !== 'nein' })
  return isRefusal(done)
    ? capacityPage(ctx, event, form, done)
    : redirect(
        eventRoutes.people.href({ id: event.id }),
        'Die Zahl der Plätze ist geändert. Wen es betrifft, der erfährt es per E-Mail.',
      )
}

async function capacityPage(ctx: Context, event: Event, typed: Typed, refused?: Refusal): Promise<Answer> {
  const wish = wishOf(typed)
  const refusal = refused ?? (isRefusal(wish) ? wish : undefined)
  const seats = await listSeats(ctx.db, event.id)
  const preview = (keepSeats: boolean): Consequences | undefined =>
    wish && !isRefusal(wish) ? consequencesOf(event, seats, { ...wish, keepSeats }, ctx.now) : undefined
  const [kept, strict] = [preview(true), preview(false)]
  const value = typed['plaetze'] ?? (event.capacity === null ? '' : String(event.capacity))
  return page({
    title: `${title}: ${nameOf(event)}`,
    crumbs: crumbsOf(event, title),
    // A question that only shows what would be is answered also where its number is none.
    status: refused ? 422 : 200,
    refusal: refused,
    view: () => (
      <div class="lw-stack lw-stack--l">
        <PageHead title={title} lead={`${nameOf(event)}. ${takenInWords(event)}`} />
        <div class="lw-stack lw-stack--l">
          {refusal && (
            <ErrorSummary title={refusal.refused} errors={refusal.errors ?? []} labels={{ plaetze: 'Plätze' }} />
          )}
          {event.cancelledAt ? (
            <Refused level={2} title="Die Veranstaltung ist abgesagt">
              An den Plätzen ändert sich nichts mehr.
            </Refused>
          ) : (
            <Form action={eventRoutes.capacity.href({ id: event.id })} method="get" layout="bar" label="Folgen zeigen">
              <TextField
                name="plaetze"
                label="Plätze"
                hint="Leer heißt: so viele, wie kommen."
                inputmode="numeric"
                value={value}
                error={errorAt(refusal?.errors, 'plaetze')}
                short
              />
              <Submit>Folgen zeigen</Submit>
            </Form>
          )}
          {kept && strict && !event.cancelledAt && (
            <Preview event={event} value={value} kept={kept} strict={strict} isSame={isSame(event, wish)} />
          )}
        </div>
      </div>
    ),
  })
}

const isSame = (event: Event, wish: ReturnType<typeof wishOf>): boolean =>
  wish !== undefined && !isRefusal(wish) && wish.capacity === event.capacity

interface PreviewProps {
  event: Event
  value: string
  kept: Consequences
  strict: Consequences
  isSame: boolean
}

const Preview = ({ event, value, kept, strict, isSame: same }: PreviewProps) => {
  const name = value === '' ? 'Ohne Grenze' : value === '1' ? 'Mit 1 Platz' : `Mit ${value} Plätzen`
  if (same)
    return (
      <Refused level={2} title="So viele sind es schon">
        Tragen Sie eine andere Zahl ein, um die Folgen zu sehen.
      </Refused>
    )
  if (strict.unseated.length === 0)
    return (
      <Panel id="folgen" title={name}>
        <div class="lw-stack">
          <Moves consequences={kept} />
          <Deed event={event} value={value} keeps label={`${name}: jetzt ändern`} />
        </div>
      </Panel>
    )
  return (
    <div class="lw-split lw-split--half">
      <Panel id="behalten" title="Alle behalten ihren Platz">
        <div class="lw-stack">
          <p>
            {kept.taken} Plätze bleiben vergeben, obwohl es nur noch {value} gibt. Bis genug Menschen absagen, rückt
            niemand nach.
          </p>
          <Deed event={event} value={value} keeps label="Plätze ändern, alle behalten ihren" />
        </div>
      </Panel>
      <Panel id="warten" title="Wer zuletzt kam, wartet wieder">
        <div class="lw-stack">
          <p>
            {strict.unseated.length === 1 ? 'Eine Person verliert' : `${strict.unseated.length} Personen verlieren`} den
            Platz und {strict.unseated.length === 1 ? 'steht' : 'stehen'} als Erste auf der Warteliste:
          </p>
          <Names seats={strict.unseated.toReversed()} />
          <Deed event={event} value={value} keeps={false} label="Plätze ändern, die Letzten warten" />
        </div>
      </Panel>
    </div>
  )
}

const Moves = ({ consequences }: { consequences: Consequences }) => {
  const { movingUp, by, tooLate } = consequences
  const count = movingUp.length === 1 ? 'Eine Person' : `${movingUp.length} Personen`
  return (
    <div class="lw-stack">
      {movingUp.length > 0 && (
        <>
          <p>
            {by === 'automatic'
              ? `${count} ${movingUp.length === 1 ? 'rückt' : 'rücken'} sofort nach:`
              : `${count} ${movingUp.length === 1 ? 'bekommt' : 'bekommen'} einen Platz mit Frist angeboten:`}
          </p>
          <Names seats={movingUp} />
        </>
      )}
      {movingUp.length === 0 && <p>{tooLate ? lateInWords(tooLate) : 'Es rückt niemand nach.'}</p>}
      {freeInWords(consequences) !== '' && <p>{freeInWords(consequences)}</p>}
    </div>
  )
}

const Names = ({ seats }: { seats: readonly Seat[] }) => (
  <ol class="lw-list">
    {seats.map((seat) => (
      <li>{seatInWords(seat)}</li>
    ))}
  </ol>
)

const Deed = ({ event, value, keeps, label }: { event: Event; value: string; keeps: boolean; label: string }) => (
  <Form action={eventRoutes.capacity.href({ id: event.id })} label={label}>
    <HiddenField name="version" value={String(event.version)} />
    <HiddenField name="plaetze" value={value} />
    <HiddenField name="behalten" value={keeps ? 'ja' : 'nein'} />
    <p>
      <Submit variant={keeps ? 'primary' : 'secondary'}>{label}</Submit>
    </p>
  </Form>
)
