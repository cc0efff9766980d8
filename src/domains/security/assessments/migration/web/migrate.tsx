import { germanDay, localDay } from '#kernel/local-day.ts'
import { isRefusal, type Outcome, type Refusal, refuse } from '#kernel/outcome.ts'
import { type Catalog, catalogRoutes, findCatalog, shortVersion } from '#foundation/catalogs/index.ts'
import { type Answer as HttpAnswer, forbidden, page, redirect } from '#platform/http/answer.ts'
import type { Db } from '#platform/db/database.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { Button, ButtonLink } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form, HiddenField, SelectField, Submit } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Refused } from '#ui/refused/refused.tsx'
import type { Answer, Assessment } from '../../assessment.ts'
import { latestAnswers } from '../../import-answers.ts'
import { onAssessment } from '../../on-check.ts'
import { assessmentRoutes } from '../../routes.ts'
import { may } from '../access.ts'
import { migrateAssessment } from '../migrate-assessment.ts'
import { type MigrationPlan, planMigration } from '../plan-migration.ts'
import { listNewer } from '../queries.ts'
import { consequences, requirements } from './consequences.ts'
import { ChangedOnes, LostOnes, NewOnes } from './moved-parts.tsx'

const title = 'Neue Fassung des Katalogs'

/** Choosing a later version of the catalog, seeing what would become of everything, and moving there. */
export const migrationPages: PageRoute[] = [
  show(assessmentRoutes.migration, (ctx, { params, query }) =>
    onAssessment(ctx, params['id'] ?? '', async (assessment) => {
      const allowed = may.see(assessment)
      return isRefusal(allowed) ? forbidden(allowed) : preview(ctx, assessment, { chosen: query['katalog'] })
    }),
  ),
  submit(assessmentRoutes.migration, (ctx, { params, form }) =>
    onAssessment(ctx, params['id'] ?? '', async (assessment) => {
      const allowed = may.migrate(ctx.actor, assessment)
      if (isRefusal(allowed)) return forbidden(allowed)
      const catalog = await findCatalog(ctx.db, form['catalogId'] ?? '')
      if (!catalog)
        return preview(ctx, assessment, { refusal: refuse('Überführt ist nichts: Diese Fassung gibt es hier nicht.') })
      const done = await migrateAssessment(ctx, assessment, catalog)
      if (isRefusal(done)) return preview(ctx, assessment, { chosen: catalog.id, refusal: done })
      return redirect(
        assessmentRoutes.show.href({ id: done.assessmentId }),
        done.isNew
          ? 'Die Prüfung ist überführt. Alle Antworten sind mit umgezogen; was sich geändert hat, bestätigen Sie hier.'
          : 'Die Prüfung war schon überführt. Hier geht es weiter.',
      )
    }),
  ),
]

interface Asked {
  chosen?: string | undefined
  refusal?: Refusal | undefined
}

/** Later versions, and the one that was asked for by name: an announced one may bear another title, or have been imported first. */
async function listOffered(db: Db, assessment: Assessment, chosen: string | undefined): Promise<Catalog[]> {
  const newer = await listNewer(db, assessment)
  const asked = newer.some(({ id }) => id === chosen) ? undefined : await findCatalog(db, chosen ?? '')
  return asked && asked.id !== assessment.catalogId ? [asked, ...newer] : newer
}

async function preview(ctx: Context, assessment: Assessment, { chosen, refusal }: Asked): Promise<HttpAnswer> {
  const newer = await listOffered(ctx.db, assessment, chosen)
  const catalog = newer.find(({ id }) => id === chosen) ?? newer[0]
  const plan = catalog && (await planMigration(ctx, assessment, catalog))
  const said = await latestAnswers(ctx.db, assessment.id)
  return page({
    title,
    status: refusal ? 422 : 200,
    refusal,
    crumbs: [
      { label: 'Prüfungen', href: assessmentRoutes.list.href() },
      { label: assessment.catalogTitle, href: assessmentRoutes.show.href({ id: assessment.id }) },
      { label: title },
    ],
    view: () => <Preview {...{ assessment, newer, catalog, plan, said, refusal }} />,
  })
}

interface PreviewProps {
  assessment: Assessment
  newer: readonly Catalog[]
  catalog: Catalog | undefined
  plan: Outcome<MigrationPlan> | undefined
  said: ReadonlyMap<string, Answer>
  refusal: Refusal | undefined
}

function Preview({ assessment, newer, catalog, plan, said, refusal }: PreviewProps) {
  const { id, catalogTitle, catalogVersion, migratedTo } = assessment
  const back = <ButtonLink href={assessmentRoutes.show.href({ id })}>Zurück zur Prüfung</ButtonLink>
  return (
    <>
      <PageHead
        title={title}
        lead={`„${catalogTitle}“: Sie antworten in der Fassung ${shortVersion(catalogVersion)}. Beim Überführen ziehen alle Antworten mit ihrer Anforderung um, auch wenn diese jetzt eine andere Nummer hat.`}
      />
      <div class="lw-stack lw-stack--xl">
        {refusal && <ErrorSummary title={refusal.refused} errors={[]} />}
        {newer.length > 1 && migratedTo === null && <Choice assessment={assessment} newer={newer} chosen={catalog} />}
        {!catalog || !plan ? (
          <Empty title="Keine neuere Fassung da" level={2} actions={back}>
            Sobald der Verbund eine neuere Fassung dieses Katalogs einliest, können Sie hierher zurückkommen.
          </Empty>
        ) : isRefusal(plan) ? (
          <Refused
            title="Überführen geht hier nicht"
            level={2}
            actions={
              migratedTo === null ? (
                back
              ) : (
                <ButtonLink href={assessmentRoutes.show.href({ id: migratedTo })}>Zur neuen Prüfung</ButtonLink>
              )
            }
          >
            {plan.refused}
          </Refused>
        ) : (
          <Plan assessment={assessment} plan={plan} said={said} />
        )}
      </div>
    </>
  )
}

const Choice = ({
  assessment: { id },
  newer,
  chosen,
}: Pick<PreviewProps, 'assessment' | 'newer'> & { chosen: Catalog | undefined }) => (
  <Form action={assessmentRoutes.migration.href({ id })} method="get" layout="bar" label="Fassung wählen">
    <SelectField
      name="katalog"
      label="Fassung"
      value={chosen?.id}
      options={newer.map((one) => ({
        value: one.id,
        label: `${shortVersion(one.version)}, ${one.controlCount} Anforderungen, eingelesen am ${germanDay(localDay(one.importedAt))}`,
      }))}
    />
    <Button>Ansehen</Button>
  </Form>
)

function Plan({
  assessment,
  plan,
  said,
}: {
  assessment: Assessment
  plan: MigrationPlan
  said: ReadonlyMap<string, Answer>
}) {
  const { catalog, changed, lost } = plan
  return (
    <>
      <Panel id="folgen" title={`Das geschieht: Fassung ${shortVersion(catalog.version)}`}>
        <div class="lw-stack">
          <div class="lw-prose">
            <ul>
              {consequences(plan).map((line) => (
                <li>{line}</li>
              ))}
            </ul>
            <p>
              {plan.isNextWave
                ? 'Die abgenommene Prüfung bleibt abgenommen. Es beginnt eine neue, in der jede Antwort zu bestätigen ist.'
                : 'Die bisherige Prüfung bleibt lesbar und ändert sich nicht mehr. Solange niemand die neue unterschrieben hat, nehmen Sie das Überführen mit einem Klick zurück.'}
            </p>
          </div>
          <Form action={assessmentRoutes.migration.href({ id: assessment.id })} layout="row">
            <HiddenField name="catalogId" value={catalog.id} />
            <Submit>Jetzt überführen</Submit>
            <a class="lw-link" href={catalogRoutes.comparison.href({ id: catalog.id, beforeId: assessment.catalogId })}>
              Beide Fassungen vergleichen
            </a>
          </Form>
        </div>
      </Panel>
      {changed.length > 0 && (
        <Panel id="geaendert" title="Geändert" note={requirements(changed.length)}>
          <ChangedOnes items={changed} />
        </Panel>
      )}
      {lost.length > 0 && (
        <Panel id="entfallen" title="Entfallen" note={requirements(lost.length)}>
          <LostOnes items={lost} said={said} />
        </Panel>
      )}
      {plan.new.length > 0 && (
        <Panel id="neu" title="Neu" note={requirements(plan.new.length)}>
          <NewOnes items={plan.new} />
        </Panel>
      )}
    </>
  )
}
