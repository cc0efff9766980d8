import { germanDay } from '#kernel/local-day.ts'
import { type Refusal, isRefusal } from '#kernel/outcome.ts'
import { type Answer, page, redirect } from '#platform/http/answer.ts'
import { type PageRoute, publicPage, publicSubmit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { errorAt, Form, Submit, TextArea, TextField } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { reportBarrier, tooMany } from '../report-barrier.ts'
import { pageRoutes } from '../routes.ts'
import { barrierIn } from '../schemas.ts'

type Typed = Record<string, string>

/** Whoever cannot use something says so here, without an account. */
export const reportBarrierPages: PageRoute[] = [
  publicPage(pageRoutes.reportBarrier, async (_, { query }) => formPage({ place: pathIn(query['seite']) })),
  publicSubmit(pageRoutes.reportBarrier, async (ctx, { form, address }) => {
    const input = parse(barrierIn, form, 'Ihre Meldung ist noch nicht angekommen')
    if (isRefusal(input)) return formPage(form, input)
    const reported = await reportBarrier(ctx, input, address)
    if (isRefusal(reported)) return formPage(form, reported)
    return redirect(
      pageRoutes.reportBarrier.href(),
      input.email === ''
        ? 'Danke, Ihre Meldung ist angekommen. Weil Sie keine Adresse angegeben haben, können wir nicht antworten.'
        : `Danke, Ihre Meldung ist angekommen. Sie bekommen spätestens am ${germanDay(reported.dueOn)} eine Antwort.`,
    )
  }),
]

/** Only a path of this house: anybody can make a link with anything behind it. */
const pathIn = (given: string | undefined): string =>
  given !== undefined && /^\/(?![/\\])[\w./%~-]{0,300}$/.test(given) ? given : ''

const formPage = (typed: Typed, refusal?: Refusal): Answer =>
  page({
    title: 'Barriere melden',
    status: refusal ? (refusal.refused === tooMany ? 429 : 422) : 200,
    refusal,
    view: () => (
      <>
        <PageHead
          title="Barriere melden"
          lead="Was können Sie nicht lesen, bedienen oder verstehen? Sie brauchen keinen Zugang und müssen Ihren Namen nicht nennen."
        />
        <div class="lw-stack lw-stack--l lw-measure">
          {refusal && (
            <ErrorSummary
              title={refusal.refused}
              errors={refusal.errors ?? []}
              labels={{ what: 'Was nicht geht', place: 'Wo', email: 'E-Mail-Adresse' }}
            />
          )}
          <Form action={pageRoutes.reportBarrier.href()}>
            <TextArea
              name="what"
              label="Was nicht geht"
              hint="Wenn Sie mögen, auch womit Sie lesen: Bildschirmleser, Vergrößerung, Tastatur, Telefon."
              value={typed['what']}
              rows={8}
              maxlength={5000}
              error={errorAt(refusal?.errors, 'what')}
              required
            />
            <TextField
              name="place"
              label="Wo"
              hint="Adresse oder Name der Seite."
              value={typed['place']}
              maxlength={500}
              error={errorAt(refusal?.errors, 'place')}
            />
            <TextField
              name="email"
              label="E-Mail-Adresse"
              type="email"
              hint="Nur für unsere Antwort, spätestens nach einem Monat. Danach löschen wir sie."
              autocomplete="email"
              value={typed['email']}
              error={errorAt(refusal?.errors, 'email')}
            />
            <Submit>Barriere melden</Submit>
          </Form>
        </div>
      </>
    ),
  })
