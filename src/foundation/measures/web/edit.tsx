import { isRefusal, type Refusal } from '#kernel/outcome.ts'
import { localDay } from '#kernel/local-day.ts'
import { staffOf } from '#foundation/identity/index.ts'
import { type Answer, page, redirect } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import { Alert } from '#ui/alert/alert.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form as FormView, HiddenField, Submit } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { changeMeasure } from '../change-measure.ts'
import type { Measure } from '../measure.ts'
import { findMeasure, programmesOf } from '../queries.ts'
import { measureRoutes as routes } from '../routes.ts'
import { editForm } from '../schemas.ts'
import { staleMeasure } from '../stale.ts'
import { tenthsOf } from '../wish-of.ts'
import { fieldsOf, type Form, formOf, MeasureFields } from './measure-fields.tsx'
import { onOwnPage } from './measure.tsx'
import { fieldLabels } from './words.tsx'

/** Editing: what somebody else changed meanwhile is shown beside what was typed, and nothing is lost. */
export const editMeasurePages: PageRoute[] = [
  show(routes.edit, (ctx, request) =>
    onOwnPage(ctx, request, (measure) => editPage(ctx, measure, { form: formOf(measure) })),
  ),
  submit(routes.edit, (ctx, request) =>
    onOwnPage(ctx, request, async (measure) => {
      const { form } = request
      const wanted = parse(
        editForm,
        { ...fieldsOf(form), version: form['version'] },
        'Die Maßnahme ist noch nicht geändert',
      )
      if (isRefusal(wanted)) return editPage(ctx, measure, { form, refusal: wanted })
      const { version, effortDays, ...change } = wanted
      const done = await changeMeasure(ctx, measure, { ...change, effortTenths: tenthsOf(effortDays) }, version)
      if (isRefusal(done)) return editPage(ctx, measure, { form, refusal: done })
      if (done === 'stale') {
        const theirs = (await findMeasure(ctx.db, measure.id)) ?? measure
        return editPage(ctx, theirs, { form, refusal: staleMeasure(theirs), theirs })
      }
      return redirect(routes.show.href({ id: measure.id }), 'Die Änderungen sind gespeichert.')
    }),
  ),
]

interface View {
  form: Form
  refusal?: Refusal
  /** Somebody was faster: what stands there now. */
  theirs?: Measure
}

async function editPage(ctx: Context, measure: Measure, { form, refusal, theirs }: View): Promise<Answer> {
  const { organizationId } = measure
  const staff = await staffOf(ctx.db, organizationId, localDay(ctx.now).toString())
  const programmes = await programmesOf(ctx.db, organizationId)
  return page({
    title: `Bearbeiten: ${measure.title}`,
    status: theirs ? 409 : refusal ? 422 : 200,
    refusal,
    crumbs: [
      { label: 'Maßnahmen', href: routes.list.href() },
      { label: measure.title, href: routes.show.href({ id: measure.id }) },
      { label: 'Bearbeiten' },
    ],
    view: () => (
      <>
        <PageHead title="Maßnahme bearbeiten" lead={measure.title} />
        <div class="lw-stack lw-stack--l lw-measure">
          {refusal && <ErrorSummary title={refusal.refused} errors={refusal.errors ?? []} labels={fieldLabels} />}
          {theirs && <Theirs theirs={formOf(theirs)} form={form} words={wordsOf(staff, programmes)} />}
          <FormView action={routes.edit.href({ id: measure.id })}>
            <HiddenField name="version" value={theirs ? String(theirs.version) : (form['version'] ?? '')} />
            <MeasureFields form={form} refusal={refusal} staff={staff} programmes={programmes} />
            <p>
              <Submit>{theirs ? 'Meine Fassung speichern' : 'Änderungen speichern'}</Submit>
            </p>
          </FormView>
        </div>
      </>
    ),
  })
}

type Named = readonly { id: string; name: string }[]

const wordsOf =
  (...lists: readonly Named[]) =>
  (value: string): string =>
    lists.flat().find(({ id }) => id === value)?.name ?? (value || 'leer')

/** Where the two differ. */
function Theirs({ theirs, form, words }: { theirs: Form; form: Form; words: (value: string) => string }) {
  const different = Object.entries(theirs).filter(([name, value]) => name !== 'version' && (form[name] ?? '') !== value)
  return (
    <Alert kind="warning" title="Inzwischen geändert">
      <p>In den Feldern steht, was Sie geschrieben haben. Gespeichert ist zurzeit:</p>
      {different.length === 0 ? (
        <p>dasselbe wie Ihre Fassung.</p>
      ) : (
        <ul class="lw-list">
          {different.map(([name, value]) => (
            <li>
              {fieldLabels[name] ?? name}: {words(value)}
            </li>
          ))}
        </ul>
      )}
    </Alert>
  )
}
