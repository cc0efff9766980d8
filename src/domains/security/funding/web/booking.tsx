import { germanAmount } from '#kernel/money.ts'
import { isRefusal, type Refusal } from '#kernel/outcome.ts'
import { findProgramme } from '#foundation/programmes/index.ts'
import { type Answer, notFound, page, redirect, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import type { Incoming } from '#platform/http/request.ts'
import { bookByHand } from '../entries/book-by-hand.ts'
import { checkByHand, type HandBooking } from '../entries/check-by-hand.ts'
import { findEntry } from '../entries/queries.ts'
import { findOrder, listOrders } from '../orders/queries.ts'
import { fundingRoutes as routes } from '../routes.ts'
import { fieldsOf, moveKey, movesOf, readWish, type Subject } from './booking-form.ts'
import { BookingPreview } from './booking-preview.tsx'
import { BookingView } from './booking-view.tsx'
import { ChooseOrder } from './choose-order.tsx'
import { accountCrumbs, type OnAccount, onBooking } from './on-account.ts'

const ordersShown = 50

/** Booking by hand, in two steps: what stands where afterwards is shown before it is done. */
export const bookingPages: PageRoute[] = [
  show(routes.booking, (ctx, { params, query }) =>
    onBooking(ctx, params['id'], async (found) => {
      const subject = await subjectOf(ctx, found, query['auftrag'])
      if (subject === 'none') return notFound('Diesen Auftrag gibt es auf diesem Konto nicht.')
      return subject === undefined ? choicePage(ctx, found, query['ab']) : formPage(found, subject, { typed: {} })
    }),
  ),
  submit(routes.booking, (ctx, { params, form }) =>
    onBooking(ctx, params['id'], async (found) => {
      const subject = await subjectOf(ctx, found, form['auftrag'])
      if (subject === 'none' || subject === undefined) return notFound('Diesen Auftrag gibt es auf diesem Konto nicht.')
      return bookingStep(ctx, found, subject, form)
    }),
  ),
  show(routes.correction, (ctx, request) =>
    onCorrected(ctx, request, async (found, subject) => {
      const [{ most } = { most: 0 }] = movesOf(found.account, subject)
      return formPage(found, subject, { typed: { amountCents: germanAmount(most) } })
    }),
  ),
  submit(routes.correction, (ctx, request) =>
    onCorrected(ctx, request, (found, subject) => bookingStep(ctx, found, subject, request.form)),
  ),
]

/** `neu`, or the id of an order of this account; undefined where nothing is chosen yet. */
async function subjectOf(
  ctx: Context,
  { account }: OnAccount,
  wanted: string | undefined,
): Promise<Subject | 'none' | undefined> {
  if (wanted === undefined || wanted === '') return undefined
  if (wanted === 'neu') {
    const programme = await findProgramme(ctx.db, account.programmeId)
    return { kind: 'new', contractor: programme?.contractor ?? null }
  }
  const order = await findOrder(ctx.db, wanted)
  return order?.enrollmentId === account.enrollmentId ? { kind: 'order', order } : 'none'
}

const onCorrected = (
  ctx: Context,
  { params }: Incoming,
  work: (found: OnAccount, subject: Subject & { kind: 'correction' }) => Promise<Answer>,
): Promise<Answer> =>
  onBooking(ctx, params['id'], async (found) => {
    const entry = await findEntry(ctx.db, params['entry'] ?? '')
    if (entry?.enrollmentId !== found.account.enrollmentId)
      return notFound('Diese Buchung gibt es auf diesem Konto nicht.')
    if (entry.orderId === null)
      return unprocessable({
        refused: 'Freigaben folgen aus den Stufen des Programms und werden nicht von Hand berichtigt.',
      })
    return work(found, { kind: 'correction', entry })
  })

/** What the pressed button asks for: back to the form, a look ahead, or the deed. */
async function bookingStep(
  ctx: Context,
  found: OnAccount,
  subject: Subject,
  typed: Record<string, string>,
): Promise<Answer> {
  if (typed['tun'] === 'aendern') return formPage(found, subject, { typed })
  const again = (refusal: Refusal) => formPage(found, subject, { typed, refusal: fieldsOf(refusal) })
  const wish = readWish(found.account, subject, typed)
  if (isRefusal(wish)) return again(wish)
  if (typed['tun'] !== 'buchen') {
    const checked = await checkByHand(ctx, found.account, wish)
    return isRefusal(checked) ? again(checked) : previewPage(found, subject, { typed, wish })
  }
  const booked = await bookByHand(ctx, found.account, { ...wish, seen: Number(typed['stand']) })
  if (isRefusal(booked)) return again(booked)
  return redirect(
    `${routes.account.href({ id: found.account.enrollmentId })}#buchungen`,
    `${germanAmount(wish.amountCents)} € sind gebucht.`,
  )
}

const titleOf = (subject: Subject): string =>
  subject.kind === 'correction' ? `Buchung ${subject.entry.number} berichtigen` : 'Buchen'

interface Said {
  typed: Record<string, string>
  refusal?: Refusal | undefined
}

const formPage = (found: OnAccount, subject: Subject, { typed, refusal }: Said): Answer =>
  page({
    title: titleOf(subject),
    status: refusal ? 422 : 200,
    refusal,
    crumbs: accountCrumbs(found, { label: titleOf(subject) }),
    view: () => (
      <BookingView title={titleOf(subject)} account={found.account} subject={subject} typed={typed} refusal={refusal} />
    ),
  })

const previewPage = (
  found: OnAccount,
  subject: Subject,
  { typed, wish }: { typed: Record<string, string>; wish: HandBooking },
): Answer =>
  page({
    title: `${titleOf(subject)}: Vorschau`,
    crumbs: accountCrumbs(found, { label: titleOf(subject) }),
    view: () => (
      <BookingPreview account={found.account} subject={subject} typed={{ ...typed, move: moveKey(wish) }} wish={wish} />
    ),
  })

async function choicePage(ctx: Context, found: OnAccount, cursor: string | undefined): Promise<Answer> {
  const { enrollmentId } = found.account
  const orders = await listOrders(ctx.db, { enrollmentId, limit: ordersShown, cursor })
  if (isRefusal(orders)) return unprocessable(orders)
  return page({
    title: 'Buchen',
    crumbs: accountCrumbs(found, { label: 'Buchen' }),
    view: () => <ChooseOrder account={found.account} orders={orders.items} next={orders.next} />,
  })
}
