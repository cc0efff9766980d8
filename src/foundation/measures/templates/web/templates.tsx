import { isRefusal, type Refusal } from '#kernel/outcome.ts'
import { euro } from '#kernel/money.ts'
import { type Answer, forbidden, notFound, page, redirect } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import { withQuery } from '#platform/http/route.ts'
import { Button } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { Form as FormView, TextField } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Pager } from '#ui/pager/pager.tsx'
import { Table } from '#ui/table/table.tsx'
import { may } from '../../access.ts'
import { effortInWords, kindInWords, type Measure } from '../../measure.ts'
import { measureRoutes as routes } from '../../routes.ts'
import { offerForm } from '../../schemas.ts'
import { type Form, formOf } from '../../web/measure-fields.tsx'
import { onOwnPage } from '../../web/measure.tsx'
import { tenthsOf } from '../../wish-of.ts'
import { findTemplate, listTemplates } from '../queries.ts'
import { releaseTemplate, withdrawTemplate } from '../release-template.ts'
import type { Template } from '../template.ts'
import { OfferView } from './offer-view.tsx'
import { TemplateView } from './template-view.tsx'

const title = 'Vorlagen für Maßnahmen'
const perPage = 50

/** What organizations offer each other, and how one gives something. */
export const measureTemplatePages: PageRoute[] = [
  show(routes.templates, (ctx, { query }) => listPage(ctx, query)),
  show(routes.template, async (ctx, { params }) => {
    const template = await findTemplate(ctx.db, params['id'] ?? '')
    return template ? templatePage(ctx, template) : notFound('Diese Vorlage gibt es nicht mehr.')
  }),
  submit(routes.withdrawTemplate, async (ctx, { params }) => {
    const template = await findTemplate(ctx.db, params['id'] ?? '')
    if (!template) return notFound('Diese Vorlage gibt es nicht mehr.')
    const allowed = may.takeBack(ctx.actor, template)
    if (isRefusal(allowed)) return forbidden(allowed)
    const done = await withdrawTemplate(ctx, template)
    return isRefusal(done)
      ? templatePage(ctx, template, done)
      : redirect(routes.templates.href(), `„${template.title}“ ist zurückgenommen. Was daraus entstand, bleibt.`)
  }),
  show(routes.offer, (ctx, request) =>
    onOwnPage(ctx, request, async (measure) => offerPage(measure, { form: { ...formOf(measure), description: '' } })),
  ),
  submit(routes.offer, (ctx, request) =>
    onOwnPage(ctx, request, async (measure) => {
      const { form } = request
      const again = (refusal: Refusal) => offerPage(measure, { form, refusal })
      const { title: name = '', kind = '', description = '', effortDays = '', costCents = '' } = form
      const wanted = parse(
        offerForm,
        { title: name, kind, description, effortDays, costCents },
        'Die Vorlage ist noch nicht freigegeben',
      )
      if (isRefusal(wanted)) return again(wanted)
      const { effortDays: days, ...wish } = wanted
      const id = await releaseTemplate(ctx, { ...wish, effortTenths: tenthsOf(days) }, measure)
      if (isRefusal(id)) return again(id)
      return redirect(routes.template.href({ id }), 'Die Vorlage ist freigegeben. Alle Mitglieder finden sie hier.')
    }),
  ),
]

async function listPage(ctx: Context, { suche = '', ab }: Record<string, string>): Promise<Answer> {
  const text = suche.replaceAll('\0', '').trim().slice(0, 200)
  const found = await listTemplates(ctx.db, { text: text || undefined, limit: perPage, cursor: ab })
  const { items, next } = isRefusal(found) ? { items: [], next: null } : found
  const href = (more: Record<string, string | undefined>) =>
    withQuery(routes.templates.href(), { suche: text || undefined, ...more })
  return page({
    title,
    crumbs: [{ label: 'Maßnahmen', href: routes.list.href() }, { label: 'Vorlagen' }],
    view: () => (
      <>
        <PageHead
          title={title}
          lead="Was andere schon gemacht haben und teilen. Übernommen wird eine Abschrift; Ihre Angaben bleiben bei Ihnen."
        />
        <div class="lw-stack lw-stack--xl">
          <FormView method="get" action={routes.templates.href()} layout="bar" label="Vorlagen suchen">
            <TextField name="suche" type="search" label="Text" value={text} />
            <Button size="x-small">Anzeigen</Button>
          </FormView>
          {items.length === 0 ? (
            <Empty level={2} title={text === '' ? 'Noch keine Vorlage' : 'Nichts gefunden'}>
              {text === ''
                ? 'Auf der Seite einer Maßnahme lässt sie sich als Vorlage freigeben.'
                : 'Zu diesem Text gibt es keine Vorlage.'}
            </Empty>
          ) : (
            <TemplateTable items={items} mayAdopt={may.keep(ctx.actor, placeOf(ctx)) === true} />
          )}
          {next && <Pager label="Seiten der Vorlagen" next={{ href: href({ ab: next }) }} />}
        </div>
      </>
    ),
  })
}

const placeOf = ({ actor }: Context) => ({ organizationId: actor.actingFor?.id ?? '' })

const TemplateTable = ({ items, mayAdopt }: { items: readonly Template[]; mayAdopt: boolean }) => (
  <Table
    caption="Die neueste zuerst"
    captionHidden
    stack
    rows={items}
    columns={[
      {
        header: 'Vorlage',
        rowHeader: true,
        cell: ({ id, title: name, kind }) => (
          <>
            <a class="lw-link lw-strong" href={routes.template.href({ id })}>
              {name}
            </a>
            <span class="lw-table__sub">{kindInWords(kind)}</span>
          </>
        ),
      },
      { header: 'Von', cell: ({ giverName }) => giverName },
      {
        header: 'Aufwand',
        cell: ({ effortTenths }) => (effortTenths === null ? '–' : `${effortInWords(effortTenths)} Personentage`),
      },
      { header: 'Kosten', numeric: true, cell: ({ costCents }) => (costCents === null ? '–' : euro(costCents)) },
      ...(mayAdopt
        ? [
            {
              header: 'Übernehmen',
              cell: ({ id, title: name }: Template) => (
                <a
                  class="lw-link"
                  href={withQuery(routes.add.href(), { vorlage: id })}
                  aria-label={`„${name}“ übernehmen`}
                >
                  Übernehmen
                </a>
              ),
            },
          ]
        : []),
    ]}
  />
)

async function templatePage(ctx: Context, template: Template, refusal?: Refusal): Promise<Answer> {
  return page({
    title: template.title,
    status: refusal ? 422 : 200,
    refusal,
    crumbs: [
      { label: 'Maßnahmen', href: routes.list.href() },
      { label: 'Vorlagen', href: routes.templates.href() },
      { label: template.title },
    ],
    view: () => (
      <TemplateView
        template={template}
        mayAdopt={may.keep(ctx.actor, placeOf(ctx)) === true}
        mayWithdraw={may.takeBack(ctx.actor, template) === true}
        refusal={refusal}
      />
    ),
  })
}

async function offerPage(measure: Measure, { form, refusal }: { form: Form; refusal?: Refusal }): Promise<Answer> {
  return page({
    title: 'Als Vorlage freigeben',
    status: refusal ? 422 : 200,
    refusal,
    crumbs: [
      { label: 'Maßnahmen', href: routes.list.href() },
      { label: measure.title, href: routes.show.href({ id: measure.id }) },
      { label: 'Als Vorlage' },
    ],
    view: () => <OfferView measure={measure} form={form} refusal={refusal} />,
  })
}
