import { type Refusal, isRefusal } from '#kernel/outcome.ts'
import { type Answer, page, redirect } from '#platform/http/answer.ts'
import type { Context, Place } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import type { Incoming } from '#platform/http/request.ts'
import { safePath } from '#platform/http/safe-path.ts'
import { Alert } from '#ui/alert/alert.tsx'
import { Button } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form, HiddenField, Submit } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { actingForRoutes } from '../../people/routes.ts'
import { everyRoleInWords } from '../../roles.ts'
import { chooseActingFor } from '../choose.ts'
import { findLastChoice } from '../queries.ts'

const title = 'Für wen handeln Sie?'
const draftPrefix = 'entwurf.'

/** What was on its way when the choice was missing: nothing typed is lost. */
interface Pending {
  to: string
  fields: Record<string, string>
}

/** For whom somebody with several organizations acts: asked after the sign-in, changed in the head of every page. */
export const actingForPages: PageRoute[] = [
  show(
    actingForRoutes.choose,
    (ctx, { query }) => choicePage(ctx, { pending: { to: safePath(query['weiter'], '/'), fields: {} } }),
    { withoutChoice: true },
  ),
  submit(
    actingForRoutes.choose,
    async (ctx, { form }) => {
      const pending = pendingOf(form)
      const chosen = await chooseActingFor(ctx, form['organization'] ?? '')
      if (isRefusal(chosen)) return choicePage(ctx, { pending, refusal: chosen })
      if (Object.keys(pending.fields).length > 0) return resumePage(chosen, pending)
      return redirect(pending.to, `Sie handeln jetzt für ${chosen.name}.`)
    },
    { withoutChoice: true },
  ),
]

/** A form was sent by somebody who has not said for whom (any more): it is kept, and asks first. */
export function askForChoice(ctx: Context, { url, form }: Incoming): Promise<Answer> {
  const { _csrf: _, _fuer: __, password: ___, ...fields } = form
  return choicePage(ctx, { pending: { to: safePath(url, '/'), fields }, unsaved: true })
}

const pendingOf = (form: Record<string, string>): Pending => ({
  to: safePath(form['weiter'], '/'),
  fields: Object.fromEntries(
    Object.entries(form).flatMap(([name, value]) =>
      name.startsWith(draftPrefix) ? [[name.slice(draftPrefix.length), value]] : [],
    ),
  ),
})

interface ChoiceView {
  pending: Pending
  refusal?: Refusal
  unsaved?: boolean
}

async function choicePage(ctx: Context, { pending, refusal, unsaved }: ChoiceView): Promise<Answer> {
  const last = await findLastChoice(ctx.db)
  const places = ctx.actor.organizations.toSorted((a, b) => Number(b.id === last) - Number(a.id === last))
  return page({
    title,
    status: refusal || unsaved ? 422 : 200,
    refusal,
    view: () => (
      <>
        <PageHead title={title} lead={lead(places.length)} />
        <div class="lw-stack lw-stack--l lw-measure">
          {refusal && <ErrorSummary title={refusal.refused} errors={[]} kept="Geändert wurde nichts." />}
          {unsaved && (
            <Alert kind="info" title="Ihre Eingabe ist noch nicht gespeichert, aber noch da">
              <p>Sagen Sie zuerst, für wen Sie handeln. Danach speichern Sie mit einem Klick.</p>
            </Alert>
          )}
          <div class="lw-stack">
            {places.map((place, at) => (
              <Choice
                place={place}
                pending={pending}
                primary={at === 0 && place.id === last}
                current={place.id === ctx.actor.actingFor?.id}
              />
            ))}
          </div>
        </div>
      </>
    ),
  })
}

const lead = (count: number): string =>
  count > 1
    ? `Sie haben Aufgaben in ${count} Organisationen. Sie sehen und ändern immer nur, was zu der gewählten gehört; wechseln können Sie jederzeit oben auf jeder Seite.`
    : 'Sie haben nur in einer Organisation eine Aufgabe.'

interface ChoiceProps {
  place: Place
  pending: Pending
  primary: boolean
  current: boolean
}

const Choice = ({ place, pending, primary, current }: ChoiceProps) => (
  <div class="lw-stack lw-stack--xs">
    <Form action={actingForRoutes.choose.href()} layout="row" label={place.name}>
      <HiddenField name="weiter" value={pending.to} />
      {Object.entries(pending.fields).map(([name, value]) => (
        <HiddenField name={draftPrefix + name} value={value} />
      ))}
      <Button name="organization" value={place.id} variant={primary ? 'primary' : 'secondary'}>
        Für {place.name} handeln
      </Button>
    </Form>
    <p class="lw-small lw-muted">
      {[
        everyRoleInWords(place.roles ?? []),
        ...(place.deputyFor ?? []).map((name) => `in Vertretung von ${name}`),
        ...(current ? ['jetzt gewählt'] : primary ? ['zuletzt gewählt'] : []),
      ].join(' · ')}
    </p>
  </div>
)

/** Nothing is sent by itself: with one click it goes on where it was stopped, now for the organization that was chosen. */
const resumePage = (chosen: Place, pending: Pending): Answer =>
  page({
    title: 'Ihre Eingabe ist noch da',
    view: () => (
      <>
        <PageHead
          title="Ihre Eingabe ist noch da"
          lead={`Gespeichert ist sie noch nicht. Mit einem Klick speichern Sie sie für ${chosen.name}.`}
        />
        <Form action={pending.to}>
          {Object.entries(pending.fields).map(([name, value]) => (
            <HiddenField name={name} value={value} />
          ))}
          <Submit>Für {chosen.name} speichern</Submit>
        </Form>
      </>
    ),
  })
