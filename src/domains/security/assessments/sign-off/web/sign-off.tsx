import { Temporal } from 'temporal-polyfill'
import { type Refusal, isRefusal } from '#kernel/outcome.ts'
import { type Answer as HttpAnswer, forbidden, notFound, page, redirect } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import { Badge } from '#ui/badge/badge.tsx'
import { Conflict } from '#ui/conflict/conflict.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { SignedText } from '#ui/signed-text/signed-text.tsx'
import { type Assessment, type AssessmentState, stateNames, stateOf } from '../../assessment.ts'
import { findAssessment } from '../../queries.ts'
import { readNotes } from '../../read-note.ts'
import { assessmentRoutes } from '../../routes.ts'
import { may } from '../access.ts'
import { type Change, changesSince } from '../queries.ts'
import { signOffRoutes } from '../routes.ts'
import { signedForm } from '../schemas.ts'
import { signAssessment } from '../sign-assessment.ts'
import { loadSignOff, type SignOffData } from './load-sign-off.ts'
import { ReopeningPanel } from './reopening-panel.tsx'
import { SidesPanel } from './sides-panel.tsx'
import { SignOffHistory } from './sign-off-history.tsx'
import { ChangeList, Movement, SigningForm } from './signing-form.tsx'

const title = 'Abnahme'

/** What is signed, by both sides, and where it is signed. */
export const signOffPages: PageRoute[] = [
  show(signOffRoutes.show, (ctx, { params }) => onWholePage(ctx, params, (assessment) => signOffPage(ctx, assessment))),
  submit(
    signOffRoutes.show,
    (ctx, { params, form, confirmation }) =>
      onWholePage(ctx, params, async (assessment) => {
        const wish = parse(signedForm, form, 'Die Prüfung ist noch nicht unterschrieben')
        if (isRefusal(wish)) return signOffPage(ctx, assessment, { refusal: wish })
        const role = may.sign(ctx.actor, assessment, wish.side)
        if (isRefusal(role)) return forbidden(role)
        const { side, shownSha256 } = wish
        const outcome = await signAssessment(ctx, assessment, {
          side,
          role,
          shownSha256,
          passwordConfirmed: confirmation,
        })
        const now = (await findAssessment(ctx.db, assessment.id)) ?? assessment
        if (isRefusal(outcome)) return signOffPage(ctx, now, { refusal: outcome })
        if ('changed' in outcome)
          return signOffPage(ctx, now, { since: await whatChanged(ctx, assessment, wish.shownAt) })
        return redirect(
          signOffRoutes.show.href({ id: assessment.id }),
          outcome.signedOff
            ? 'Unterschrieben. Die Prüfung ist abgenommen und bleibt, wie sie ist.'
            : 'Unterschrieben. Die Antworten ruhen, bis auch die andere Seite unterschrieben hat.',
        )
      }),
    { confirms: true },
  ),
]

/** Finds the check; whoever sees only some lists is told why there is nothing here. */
export async function onWholePage(
  ctx: Context,
  params: Record<string, string>,
  work: (assessment: Assessment) => Promise<HttpAnswer>,
): Promise<HttpAnswer> {
  const assessment = await findAssessment(ctx.db, params['id'] ?? '')
  if (!assessment) return notFound()
  const allowed = may.see(assessment)
  if (isRefusal(allowed)) return forbidden(allowed)
  const answer = await work(assessment)
  return { ...answer, notes: [...(answer.notes ?? []), ...readNotes(ctx, assessment)] }
}

/** What was written since the text was shown. A deed bears the time at which its request began, a little before it was kept. */
async function whatChanged({ db }: Context, { id }: Assessment, shownAt: string): Promise<Change[]> {
  const since = Temporal.Instant.from(shownAt)
  const changes = await changesSince(db, id, since)
  return changes.length > 0 ? changes : changesSince(db, id, since.subtract({ seconds: 10 }))
}

interface State {
  refusal?: Refusal | undefined
  typed?: Record<string, string>
  /** What was written since the text was shown, which is another one by now. */
  since?: Change[]
}

export async function signOffPage(
  ctx: Context,
  assessment: Assessment,
  { refusal, typed = {}, since }: State = {},
): Promise<HttpAnswer> {
  const data = await loadSignOff(ctx, assessment)
  const refused = since ? { refused: 'Seit Sie den Text gelesen haben, hat sich die Prüfung geändert.' } : refusal
  return page({
    title,
    status: since ? 409 : refused ? 422 : 200,
    refusal: refused,
    crumbs: [
      { label: 'Prüfungen', href: assessmentRoutes.list.href() },
      { label: assessment.catalogTitle, href: assessmentRoutes.show.href({ id: assessment.id }) },
      { label: title },
    ],
    view: () => <SignOffView {...{ ctx, assessment, data, typed }} refusal={refusal} since={since} />,
  })
}

interface ViewProps {
  ctx: Context
  assessment: Assessment
  data: SignOffData
  typed: Record<string, string>
  refusal: Refusal | undefined
  since: Change[] | undefined
}

const leads: Record<AssessmentState, string> = {
  open: 'Kommune und Prüfhaus unterschreiben denselben Text. Die erste Unterschrift hält die Antworten an, die zweite schließt die Prüfung ab.',
  inReview: 'Eine Seite hat unterschrieben. Die Antworten ruhen, bis die andere Seite unterschrieben hat.',
  signedOff: 'Beide Seiten haben unterschrieben. Die Prüfung bleibt, wie sie ist.',
}

const badges = { open: 'info', inReview: 'warning', signedOff: 'success' } as const

function SignOffView({ ctx, assessment, data, typed, refusal, since }: ViewProps) {
  const { now } = ctx
  const state = stateOf(assessment)
  const form = { assessment, data, now, refusal, typed }
  return (
    <>
      <PageHead
        title={`Abnahme: ${assessment.catalogTitle}`}
        lead={`${assessment.organizationName}. ${leads[state]}`}
        actions={<Badge kind={badges[state]}>{stateNames[state]}</Badge>}
      />
      {refusal && <ErrorSummary title={refusal.refused} errors={refusal.errors ?? []} kept="" />}
      <div class="lw-stack lw-stack--xl">
        {since && <Changed since={since} data={data} ctx={ctx} />}
        <SidesPanel data={data} now={now} />
        {!since && data.signer && <Movement assessment={assessment} data={data} now={now} />}
        <Panel id="text" title={data.text.isSigned ? 'Was unterschrieben ist' : 'Was unterschrieben wird'}>
          <SignedText sections={data.text.sections} sha256={data.text.sha256} />
        </Panel>
        {state !== 'signedOff' && (
          <Panel id="unterschreiben" title="Ihre Unterschrift">
            <SigningForm {...form} />
          </Panel>
        )}
        <ReopeningPanel {...form} />
        <SignOffHistory data={data} />
      </div>
    </>
  )
}

const Changed = ({ since, data, ctx }: { since: Change[]; data: SignOffData; ctx: Context }) => (
  <Conflict
    level={2}
    title="Seit Sie den Text gelesen haben, hat sich die Prüfung geändert"
    intro="Unterschrieben ist nichts. Unten steht der Text, wie er jetzt wäre. Bitte lesen Sie ihn und geben Sie Ihr Passwort noch einmal ein."
  >
    {since.length > 0 && <ChangeList changes={since} names={data.names} now={ctx.now} />}
  </Conflict>
)
