import { type Outcome, isRefusal, type Refusal } from '#kernel/outcome.ts'
import type { Programme } from '#foundation/programmes/index.ts'
import { type Answer, notFound, page, redirect } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import { withQuery } from '#platform/http/route.ts'
import { proofRoutes } from '../../routes.ts'
import { onLed, programmeCrumbs } from '../../web/on-programme.ts'
import { beginProof } from '../begin-proof.ts'
import { changeTerms } from '../change-terms.ts'
import { freezeProof, type Printed } from '../freeze-proof.ts'
import { loadContent } from '../load-content.ts'
import { printProof } from '../prepare-print.ts'
import type { Narrative, Proof } from '../proof.ts'
import { draftPdf, draftSheet } from '../proof-files.ts'
import { findProofOf } from '../queries.ts'
import { redraftNarrative, saveNarrative } from '../save-narrative.ts'
import { freezeIn, longestNarrative, narrativeForm, termsIn } from '../schemas.ts'
import { NotBegun, ProofView } from './proof-view.tsx'

export const title = 'Verwendungsnachweis'

/** Texts of several pages, and what the browser makes of their line ends. */
const longestForm = longestNarrative * 4

const onProof = (
  ctx: Context,
  id: string | undefined,
  work: (programme: Programme, proof: Proof) => Promise<Answer>,
): Promise<Answer> =>
  onLed(ctx, id, async (programme) => {
    const proof = await findProofOf(ctx.db, programme.id)
    return proof ? work(programme, proof) : notFound()
  })

/** The proof of use of a programme: narrative, figures, vouchers, frozen versions. */
export const proofPages: PageRoute[] = [
  show(proofRoutes.proof, (ctx, { params, query }) =>
    onLed(ctx, params['id'], async (programme) => {
      const proof = await findProofOf(ctx.db, programme.id)
      return proof ? proofPage(ctx, programme, proof, { from: Number(query['ab']) || 0 }) : notBegun(ctx, programme)
    }),
  ),
  submit(proofRoutes.proof, (ctx, { params }) =>
    onLed(ctx, params['id'], async (programme) => {
      const done = await beginProof(ctx, programme)
      return isRefusal(done)
        ? notBegun(ctx, programme, done)
        : redirect(hrefOf(programme), 'Der Sachbericht ist aus den Daten entworfen. Bitte lesen und ergänzen Sie ihn.')
    }),
  ),
  submit(
    proofRoutes.narrative,
    (ctx, { params, form }) => onProof(ctx, params['id'], (programme, proof) => save(ctx, programme, proof, form)),
    { bodyLimit: longestForm },
  ),
  submit(proofRoutes.redraft, (ctx, { params, form }) =>
    onProof(ctx, params['id'], async (programme, proof) => {
      const done = await redraftNarrative(ctx, proof, Number(form['version']) || 0)
      return 'saved' in done
        ? redirect(
            hrefOf(programme),
            'Der Sachbericht ist neu entworfen. Der Text davor steht unter den gespeicherten Fassungen.',
          )
        : proofPage(ctx, programme, proof, { theirs: done.theirs, text: proof.narrative.text })
    }),
  ),
  submit(proofRoutes.terms, (ctx, { params, form }) =>
    onProof(ctx, params['id'], async (programme, proof) => {
      const wish = parse(termsIn, form, 'Die Fristen sind noch nicht gespeichert')
      const done = isRefusal(wish) ? wish : await changeTerms(ctx, proof, wish)
      return isRefusal(done)
        ? proofPage(ctx, programme, proof, { refusal: done, at: 'terms', form })
        : redirect(hrefOf(programme), 'Die Fristen sind gespeichert.')
    }),
  ),
  submit<Outcome<Printed> | undefined>(
    proofRoutes.freeze,
    (ctx, { params, form }, printed) =>
      onProof(ctx, params['id'], async (programme, proof) => {
        const wish = parse(freezeIn, form, 'Der Nachweis ist noch nicht festgeschrieben')
        const made = isRefusal(wish) ? wish : printed
        if (made === undefined) return notFound()
        const done = isRefusal(made) || isRefusal(wish) ? made : await freezeProof(ctx, proof, made, wish)
        return isRefusal(done)
          ? proofPage(ctx, programme, proof, { refusal: done, at: 'freeze', form })
          : redirect(`${hrefOf(programme)}#versionen`, 'Festgeschrieben. Diese Version bleibt, wie sie ist.')
      }),
    {
      prepare: async ({ look, storage, params: { id }, form }) => {
        const wish = parse(freezeIn, form)
        // What is wrong with it the page says itself.
        return isRefusal(wish) ? undefined : printProof({ look, storage }, { programmeId: id ?? '', ...wish })
      },
    },
  ),
  show(proofRoutes.draftPdf, (ctx, { params }) => onProof(ctx, params['id'], (_, proof) => draftPdf(ctx, proof))),
  show(proofRoutes.draftSheet, (ctx, { params }) => onProof(ctx, params['id'], (_, proof) => draftSheet(ctx, proof))),
]

const hrefOf = ({ id }: Programme): string => proofRoutes.proof.href({ id })

async function save(ctx: Context, programme: Programme, proof: Proof, form: Record<string, string>): Promise<Answer> {
  const wish = parse(narrativeForm, form, 'Der Sachbericht ist noch nicht gespeichert')
  const text = form['text'] ?? ''
  if (isRefusal(wish)) return proofPage(ctx, programme, proof, { refusal: wish, at: 'narrative', text, form })
  const done = await saveNarrative(ctx, proof, { ...wish, origin: 'person' })
  return 'saved' in done
    ? redirect(withQuery(hrefOf(programme), {}), `Der Sachbericht ist gespeichert (Fassung ${done.saved}).`)
    : proofPage(ctx, programme, proof, { theirs: done.theirs, text })
}

async function notBegun(ctx: Context, programme: Programme, refusal?: Refusal): Promise<Answer> {
  return page({
    title,
    status: refusal ? 422 : 200,
    refusal,
    crumbs: programmeCrumbs(programme, { label: title }),
    view: () => <NotBegun programme={programme} refusal={refusal} now={ctx.now} />,
  })
}

/** What was sent and not kept, so that it stands there again. */
export interface Said {
  refusal?: Refusal
  /** Which form was refused. */
  at?: 'narrative' | 'terms' | 'freeze'
  form?: Record<string, string>
  /** As it was typed. */
  text?: string
  /** What somebody else saved meanwhile. */
  theirs?: Narrative
  /** The first voucher that is shown. */
  from?: number
}

async function proofPage(ctx: Context, programme: Programme, proof: Proof, said: Said): Promise<Answer> {
  const content = await loadContent(ctx.db, { programmeId: programme.id })
  if (!content) return notFound()
  return page({
    title,
    status: said.theirs ? 409 : said.refusal ? 422 : 200,
    refusal: said.refusal,
    crumbs: programmeCrumbs(programme, { label: title }),
    islands: ['narrative'],
    view: () => <ProofView {...{ programme, proof, content, said }} now={ctx.now} />,
  })
}
