import { isRefusal, type Refusal } from '#kernel/outcome.ts'
import { localDay } from '#kernel/local-day.ts'
import { type PreparedFile, prepareFile, usualLimit } from '#foundation/files/index.ts'
import { type Answer, forbidden, notFound, page, redirect } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import type { Incoming } from '#platform/http/request.ts'
import { may } from '../access.ts'
import { addProof, withdrawProof } from '../add-proof.ts'
import { checkMeasure } from '../check-measure.ts'
import { type Measure, measureStateInWords, nextCheck } from '../measure.ts'
import { moveMeasure } from '../move-measure.ts'
import { findMeasure, movesOf, proofsOf } from '../queries.ts'
import { withNote } from '../read-notes.ts'
import { measureRoutes as routes } from '../routes.ts'
import { checkForm, moveForm, newProof, withdrawal } from '../schemas.ts'
import { describeSources, type SourceKind } from '../source-kind.ts'
import { staleMeasure } from '../stale.ts'
import { MeasureView } from './measure-view.tsx'

/** What a page shows again after a refusal: which of its forms, with what was typed, and why. */
export interface Typed {
  at?: string | undefined
  form?: Record<string, string> | undefined
  refusal?: Refusal | undefined
  isStale?: boolean | undefined
}

// A browser sends an empty part for a file that was not chosen.
const prepareProof = async ({ files, storage }: Incoming) => {
  const file = files['file']
  return file && file.size + file.name.length > 0 ? prepareFile(file, storage) : undefined
}
const withFile = { bodyLimit: usualLimit, prepare: prepareProof }

export async function onMeasurePage(
  ctx: Context,
  { params }: Incoming,
  work: (measure: Measure) => Promise<Answer>,
): Promise<Answer> {
  const measure = await findMeasure(ctx.db, params['id'] ?? '')
  return measure
    ? withNote(ctx, measure, await work(measure))
    : notFound('Diese Maßnahme gibt es nicht, oder sie gehört einer anderen Organisation.')
}

export const onOwnPage = (ctx: Context, request: Incoming, work: (measure: Measure) => Promise<Answer>) =>
  onMeasurePage(ctx, request, async (measure) => {
    const allowed = may.keep(ctx.actor, measure)
    return isRefusal(allowed) ? forbidden(allowed) : work(measure)
  })

const hrefOf = ({ id }: Measure): string => routes.show.href({ id })

/** One measure: what it is, where it comes from, its way, its proof. */
export const measurePagesWith = (kinds: readonly SourceKind[]): PageRoute[] => [
  show(routes.show, (ctx, request) => onMeasurePage(ctx, request, (measure) => measurePage(ctx, kinds, measure))),
  submit(
    routes.move,
    (ctx, request, file) =>
      onOwnPage(ctx, request, async (measure) => {
        const { form } = request
        const again = (refusal: Refusal) =>
          measurePage(ctx, kinds, measure, { at: `to-${form['state'] ?? ''}`, form, refusal })
        const { state, reason = '', note = '', checkOn } = form
        const wanted = parse(moveForm, { state, reason, note, checkOn }, 'Der Stand ist noch nicht geändert')
        if (isRefusal(wanted)) return again(wanted)
        if (isRefusal(file)) return again(file)
        const proof = wanted.note === '' && !file ? undefined : { note: wanted.note, file }
        const done = await moveMeasure(ctx, measure.id, wanted.state, { ...wanted, proof })
        if (isRefusal(done)) return again(done)
        const back = form['zurueck'] === 'tafel' ? routes.board.href() : hrefOf(measure)
        return redirect(back, `„${measure.title}“ ist jetzt ${measureStateInWords(wanted.state)}.`)
      }),
    withFile,
  ),
  submit(routes.check, (ctx, request) =>
    onOwnPage(ctx, request, async (measure) => {
      const { form } = request
      const again = (refusal: Refusal, isStale = false) =>
        measurePage(ctx, kinds, measure, { at: 'check', form, refusal, isStale })
      const { note = '', nextOn, version } = form
      const wanted = parse(checkForm, { note, nextOn, version }, 'Die Prüfung ist noch nicht festgehalten')
      if (isRefusal(wanted)) return again(wanted)
      if (wanted.version !== measure.version) return again(staleMeasure(measure), true)
      const done = await checkMeasure(ctx, measure, wanted)
      if (isRefusal(done)) return again(done)
      if (done === 'stale') return again(staleMeasure(measure), true)
      return redirect(hrefOf(measure), 'Festgehalten: Die Maßnahme gilt noch.')
    }),
  ),
  submit(
    routes.proof,
    (ctx, request, file) =>
      onOwnPage(ctx, request, async (measure) => {
        const { form } = request
        const again = (refusal: Refusal) => measurePage(ctx, kinds, measure, { at: 'proof', form, refusal })
        const wanted = parse(newProof, { note: form['note'] ?? '' }, 'Der Nachweis ist noch nicht gespeichert')
        if (isRefusal(wanted)) return again(wanted)
        if (isRefusal(file)) return again(file)
        const done = await addProof(ctx, measure, { note: wanted.note, file: file satisfies PreparedFile | undefined })
        return isRefusal(done) ? again(done) : redirect(`${hrefOf(measure)}#nachweise`, 'Der Nachweis ist gespeichert.')
      }),
    withFile,
  ),
  submit(routes.withdrawProof, (ctx, request) =>
    onOwnPage(ctx, request, async (measure) => {
      const { form, params } = request
      const proofId = params['proof'] ?? ''
      const again = (refusal: Refusal) => measurePage(ctx, kinds, measure, { at: proofId, form, refusal })
      const wanted = parse(withdrawal, { reason: form['reason'] ?? '' }, 'Der Nachweis ist noch da')
      if (isRefusal(wanted)) return again(wanted)
      const done = await withdrawProof(ctx, measure, { proofId, reason: wanted.reason })
      return isRefusal(done)
        ? again(done)
        : redirect(`${hrefOf(measure)}#nachweise`, 'Der Nachweis ist zurückgenommen.')
    }),
  ),
]

async function measurePage(
  ctx: Context,
  kinds: readonly SourceKind[],
  measure: Measure,
  typed: Typed = {},
): Promise<Answer> {
  const { detail } = measure
  const sources = detail ? await describeSources(ctx, kinds, detail.sources) : []
  const moves = detail ? await movesOf(ctx.db, measure.id) : []
  const proofs = detail ? await proofsOf(ctx.db, measure.id) : []
  const today = localDay(ctx.now)
  return page({
    title: measure.title,
    status: typed.isStale ? 409 : typed.refusal ? 422 : 200,
    refusal: typed.refusal,
    crumbs: [{ label: 'Maßnahmen', href: routes.list.href() }, { label: measure.title }],
    view: () => (
      <MeasureView
        measure={measure}
        sources={sources}
        moves={moves}
        proofs={proofs}
        mayKeep={may.keep(ctx.actor, measure) === true}
        today={today}
        now={ctx.now}
        nextCheckOn={nextCheck(today)}
        typed={typed}
      />
    ),
  })
}
