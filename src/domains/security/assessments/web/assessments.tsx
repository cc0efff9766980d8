import { type Refusal, isRefusal } from '#kernel/outcome.ts'
import { answered, percent } from '#kernel/scale.ts'
import { germanDay, localDay } from '#kernel/local-day.ts'
import { type Catalog, findCatalog, listCatalogs, shortVersion } from '#foundation/catalogs/index.ts'
import { type Answer, forbidden, notFound, page, redirect, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import { withQuery } from '#platform/http/route.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form, SelectField, Submit, errorAt } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Pager } from '#ui/pager/pager.tsx'
import { Refused } from '#ui/refused/refused.tsx'
import { Table } from '#ui/table/table.tsx'
import { Tag } from '#ui/tag/tag.tsx'
import { may } from '../access.ts'
import type { Concerned } from '../announcements/queries.ts'
import { ConcernedAlert, loadConcerned } from '../announcements/web/announced.tsx'
import { type Assessment, type GroupCount, stateInWords, stateOf, sum } from '../assessment.ts'
import { countGroups, listAssessments, listLastWaves, type Wave } from '../queries.ts'
import { readNotes } from '../read-note.ts'
import { assessmentRoutes } from '../routes.ts'
import { newAssessment } from '../schemas.ts'
import { startAssessment } from '../start-assessment.ts'

const title = 'Prüfungen'

/** The checks of the own organization, or those assigned to an assessor. */
export const assessmentPages: PageRoute[] = [
  show(assessmentRoutes.list, async (ctx, { query }) => {
    const found = await listAssessments(ctx.db, { limit: 50, cursor: query['ab'] })
    if (isRefusal(found)) return unprocessable(found)
    const groups = await countGroups(
      ctx.db,
      found.items.map(({ id }) => id),
    )
    const concerned = await loadConcerned(ctx)
    return page({
      title,
      notes: readNotes(ctx, ...found.items),
      view: () => (
        <AssessmentList ctx={ctx} items={found.items} groups={groups} next={found.next} concerned={concerned} />
      ),
    })
  }),
  show(assessmentRoutes.new, (ctx, { query }) => newPage(ctx, { chosen: query['katalog'] })),
  submit(assessmentRoutes.list, async (ctx, { form }) => {
    const organizationId = ctx.actor.actingFor?.id ?? ''
    const allowed = may.start(ctx.actor, organizationId)
    if (isRefusal(allowed)) return forbidden(allowed)
    const wanted = parse(
      newAssessment,
      { organizationId, catalogId: form['catalogId'] },
      'Die Prüfung ist noch nicht begonnen',
    )
    if (isRefusal(wanted)) return newPage(ctx, { chosen: form['catalogId'], refusal: chooseOne(wanted) })
    const catalog = await findCatalog(ctx.db, wanted.catalogId)
    if (!catalog) return notFound()
    const id = await startAssessment(ctx, organizationId, catalog)
    if (isRefusal(id)) return newPage(ctx, { chosen: catalog.id, refusal: id })
    return redirect(assessmentRoutes.show.href({ id }), 'Die Prüfung ist angelegt. Jede Antwort wird sofort gesichert.')
  }),
]

const chooseOne = (refusal: Refusal): Refusal => ({
  ...refusal,
  errors: [{ path: 'catalogId', message: 'Bitte wählen Sie einen Katalog.' }],
})

interface ListProps {
  ctx: Context
  items: Assessment[]
  groups: Map<string, GroupCount[]>
  next: string | null
  concerned: Concerned[]
}

function AssessmentList({ ctx, items, groups, next, concerned }: ListProps) {
  const mayStart = !isRefusal(may.start(ctx.actor, ctx.actor.actingFor?.id ?? ''))
  const start = <ButtonLink href={assessmentRoutes.new.href()}>Prüfung beginnen</ButtonLink>
  const rows = items.map((assessment) => ({ assessment, count: sum(groups.get(assessment.id) ?? []) }))
  return (
    <>
      <PageHead
        title={title}
        lead="Wo Ihre Organisation bei der Informationssicherheit steht, Frage für Frage."
        actions={
          items.length > 0 && (
            <>
              {mayStart && start}
              <ButtonLink href={assessmentRoutes.frameworks.href()}>Rahmenwerke nebeneinander</ButtonLink>
            </>
          )
        }
      />
      <div class="lw-stack lw-stack--xl">
        <ConcernedAlert concerned={concerned} />
        {items.length === 0 ? (
          <Empty title="Noch keine Prüfung" level={2} actions={mayStart && start}>
            {mayStart
              ? 'Mit dem Startcheck sind Sie in einer halben Stunde durch. Sie können jederzeit unterbrechen.'
              : 'Beginnen können Verwaltungsleitung, Informationssicherheit oder IT Ihrer Organisation. Wer prüft, sieht hier die zugewiesenen Kommunen.'}
          </Empty>
        ) : (
          <Table
            caption="Die zuletzt begonnene zuerst"
            stack
            rows={rows}
            columns={[
              {
                header: 'Prüfung',
                rowHeader: true,
                cell: ({ assessment }) => (
                  <a class="lw-link" href={assessmentRoutes.show.href({ id: assessment.id })}>
                    {assessment.catalogTitle}
                  </a>
                ),
              },
              { header: 'Welle', numeric: true, cell: ({ assessment }) => assessment.wave },
              { header: 'Stand', cell: ({ assessment }) => <State assessment={assessment} /> },
              { header: 'Organisation', cell: ({ assessment }) => assessment.organizationName },
              { header: 'Begonnen', cell: ({ assessment }) => germanDay(localDay(assessment.startedAt)) },
              { header: 'Beantwortet', numeric: true, cell: ({ count }) => `${answered(count)} von ${count.total}` },
              { header: 'Mit Ja', numeric: true, cell: ({ count }) => percentInWords(percent(count)) },
            ]}
          />
        )}
      </div>
      {next && <Pager next={{ href: withQuery(assessmentRoutes.list.href(), { ab: next }) }} />}
    </>
  )
}

const shapes = { open: 'running', inReview: 'soon', signedOff: 'ok' } as const

const State = ({ assessment }: { assessment: Assessment }) => {
  const shape = assessment.closed ? 'none' : shapes[stateOf(assessment)]
  return <Tag state={shape}>{stateInWords(assessment)}</Tag>
}

/** "71,4 %", or a dash while there is neither yes nor no. */
export const percentInWords = (value: number | null): string =>
  value === null ? '–' : `${String(value).replace('.', ',')}\u00a0%`

async function newPage(
  ctx: Context,
  { chosen, refusal }: { chosen?: string | undefined; refusal?: Refusal },
): Promise<Answer> {
  const catalogs = await listCatalogs(ctx.db, { limit: 200 })
  if (isRefusal(catalogs)) return unprocessable(catalogs)
  const organizationId = ctx.actor.actingFor?.id ?? ''
  const allowed = may.start(ctx.actor, organizationId)
  const waves = isRefusal(allowed) ? [] : await listLastWaves(ctx.db, organizationId)
  return page({
    title: 'Prüfung beginnen',
    status: refusal ? 422 : 200,
    refusal,
    crumbs: [{ label: title, href: assessmentRoutes.list.href() }, { label: 'Prüfung beginnen' }],
    view: () => (
      <>
        <PageHead
          title="Prüfung beginnen"
          lead="Wählen Sie den Katalog, dessen Fragen Sie beantworten. Es läuft je Katalog eine Prüfung."
        />
        {isRefusal(allowed) ? (
          <Refused title="Das können andere für Sie tun" level={2}>
            {allowed.refused}
          </Refused>
        ) : (
          <NewForm catalogs={catalogs.items} waves={waves} chosen={chosen} refusal={refusal} />
        )}
      </>
    ),
  })
}

/** What there is on this catalog already, behind its name. */
function waveInWords(last: Wave | undefined): string {
  if (!last || last.closed) return ''
  return last.signedOffAt
    ? `, Welle ${last.wave + 1}: Antworten vom ${germanDay(localDay(last.signedOffAt))} werden übernommen`
    : ', läuft schon'
}

function NewForm({
  catalogs,
  waves,
  chosen,
  refusal,
}: {
  catalogs: Catalog[]
  waves: Wave[]
  chosen: string | undefined
  refusal: Refusal | undefined
}) {
  return (
    <div class="lw-stack lw-measure">
      {refusal && (
        <ErrorSummary title={refusal.refused} errors={refusal.errors ?? []} labels={{ catalogId: 'Katalog' }} />
      )}
      <Form action={assessmentRoutes.list.href()}>
        <SelectField
          name="catalogId"
          label="Katalog"
          hint="Nach einer abgenommenen Prüfung beginnt die nächste Welle mit deren Antworten. Sie zählen, sobald Sie sie bestätigen oder ändern."
          empty="Bitte wählen"
          required
          value={chosen}
          error={errorAt(refusal?.errors, 'catalogId')}
          options={catalogs.map(({ id, title: name, version, controlCount }) => ({
            value: id,
            label: `${name}, ${controlCount} Fragen (Fassung ${shortVersion(version)})${waveInWords(waves.find(({ catalogId }) => catalogId === id))}`,
          }))}
        />
        <Submit>Prüfung beginnen</Submit>
      </Form>
      <p>
        Sie haben die Arbeitsmappe des BSI schon ausgefüllt?{' '}
        <a class="lw-link" href={assessmentRoutes.workbook.href()}>
          Ausgefüllte WiBA-Arbeitsmappe einlesen
        </a>
      </p>
    </div>
  )
}
