import { localDay } from '#kernel/local-day.ts'
import { isRefusal, type Refusal } from '#kernel/outcome.ts'
import { staffOf } from '#foundation/identity/index.ts'
import { type Answer, forbidden, notFound, page, redirect } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import { Choice, Form as FormView, HiddenField, Submit } from '#ui/form/form.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { may } from '../access.ts'
import { addMeasures } from '../add-measures.ts'
import type { MeasureSource } from '../measure.ts'
import { findPlace, isTheirs, programmesOf } from '../queries.ts'
import { measureRoutes as routes } from '../routes.ts'
import { measureForm } from '../schemas.ts'
import { readSource, type SourceKind } from '../source-kind.ts'
import { findTemplate } from '../templates/queries.ts'
import { namedSources, tenthsOf } from '../wish-of.ts'
import { fieldsOf, type Form, formOfTemplate, MeasureFields } from './measure-fields.tsx'
import { fieldLabels } from './words.tsx'

const title = 'Maßnahme anlegen'

/** A new measure, empty, from a template, or from something that it comes from (`?quelle=control:…`). */
export const newMeasurePagesWith = (kinds: readonly SourceKind[]): PageRoute[] => [
  show(routes.add, async (ctx, { query }) => {
    const template = query['vorlage'] ? await findTemplate(ctx.db, query['vorlage']) : undefined
    const form: Form = template && !template.withdrawnAt ? formOfTemplate(template) : {}
    const { quelle = '', vorlage = '', organisation = '' } = query
    return newPage(ctx, kinds, { form: { ...form, quelle, vorlage, organisation } })
  }),
  submit(routes.add, async (ctx, { form }) => {
    const organizationId = form['organisation'] || (ctx.actor.actingFor?.id ?? '')
    const allowed = may.propose(ctx.actor, { organizationId })
    if (isRefusal(allowed)) return forbidden(allowed)
    return take(ctx, kinds, organizationId, form)
  }),
]

async function take(ctx: Context, kinds: readonly SourceKind[], organizationId: string, form: Form): Promise<Answer> {
  const isOwn = may.keep(ctx.actor, { organizationId }) === true
  if (!isOwn && !(await isTheirs(ctx.db, organizationId))) return notFound()
  const again = (refusal: Refusal) => newPage(ctx, kinds, { form, refusal })
  const wanted = parse(measureForm, fieldsOf(form), 'Die Maßnahme ist noch nicht gespeichert')
  if (isRefusal(wanted)) return again(wanted)
  const sources = await namedSources(ctx, kinds, sourceIn(form))
  if (isRefusal(sources)) return again(sources)
  const { effortDays, ...wish } = wanted
  const template = form['vorlage'] ? await findTemplate(ctx.db, form['vorlage']) : undefined
  const ids = await addMeasures(ctx, [
    {
      ...wish,
      organizationId,
      effortTenths: tenthsOf(effortDays),
      state: isOwn && form['state'] === 'decided' ? 'decided' : 'proposed',
      sources,
      templateId: template?.id,
    },
  ])
  if (isRefusal(ids)) return again(ids)
  return redirect(
    routes.show.href({ id: ids[0] ?? '' }),
    isOwn ? 'Die Maßnahme ist gespeichert.' : 'Ihr Vorschlag liegt jetzt bei der Kommune.',
  )
}

const sourceIn = ({ quelle }: Form): { type: string; id: string }[] => {
  const source = readSource(quelle)
  return source ? [source] : []
}

interface View {
  form: Form
  refusal?: Refusal
}

async function newPage(ctx: Context, kinds: readonly SourceKind[], { form, refusal }: View): Promise<Answer> {
  const organizationId = form['organisation'] || (ctx.actor.actingFor?.id ?? '')
  const allowed = may.propose(ctx.actor, { organizationId })
  if (isRefusal(allowed)) return forbidden(allowed)
  const isOwn = may.keep(ctx.actor, { organizationId }) === true
  const place = await findPlace(ctx.db, organizationId)
  if (!place || (!isOwn && !(await isTheirs(ctx.db, organizationId)))) return notFound()
  const named = await namedSources(ctx, kinds, sourceIn(form))
  const sources = isRefusal(named) ? [] : named
  const staff = isOwn ? await staffOf(ctx.db, organizationId, localDay(ctx.now).toString()) : []
  const programmes = isOwn ? await programmesOf(ctx.db, organizationId) : []
  return page({
    title,
    status: refusal ? 422 : 200,
    refusal,
    crumbs: [{ label: 'Maßnahmen', href: routes.list.href() }, { label: title }],
    view: () => (
      <>
        <PageHead
          title={isOwn ? title : `Maßnahme vorschlagen: ${place.name}`}
          lead={
            isOwn
              ? 'Eine Lücke, ein Schritt, jemand, der ihn tut, und ein Tag.'
              : 'Ob daraus etwas wird, entscheidet die Kommune.'
          }
        />
        <div class="lw-stack lw-stack--l lw-measure">
          {refusal && <ErrorSummary title={refusal.refused} errors={refusal.errors ?? []} labels={fieldLabels} />}
          <Origin sources={sources} />
          <FormView action={routes.add.href()}>
            {sources.length > 0 && <HiddenField name="quelle" value={form['quelle'] ?? ''} />}
            {form['vorlage'] && <HiddenField name="vorlage" value={form['vorlage']} />}
            {form['organisation'] && <HiddenField name="organisation" value={form['organisation']} />}
            <MeasureFields form={form} refusal={refusal} staff={staff} programmes={programmes} />
            {isOwn && (
              <Choice
                name="state"
                legend="Stand"
                required
                value={form['state'] ?? 'proposed'}
                options={[
                  { value: 'proposed', label: 'erst vorgeschlagen' },
                  { value: 'decided', label: 'schon beschlossen' },
                ]}
              />
            )}
            <p>
              <Submit>{isOwn ? 'Maßnahme speichern' : 'Vorschlagen'}</Submit>
            </p>
          </FormView>
        </div>
      </>
    ),
  })
}

const Origin = ({ sources }: { sources: readonly MeasureSource[] }) =>
  sources.length === 0 ? null : (
    <p>
      Woher: <strong>{sources.map(({ label }) => label).join(', ')}</strong>. Die Maßnahme merkt sich das und führt
      dorthin zurück.
    </p>
  )
