import { type Answer as HttpAnswer, notFound, page } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show } from '#platform/http/page-route.ts'
import { withQuery } from '#platform/http/route.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { PageHead } from '#ui/head/head.tsx'
import type { Assessment } from '../../assessment.ts'
import { findAssessment } from '../../queries.ts'
import { readNotes } from '../../read-note.ts'
import { assessmentRoutes } from '../../routes.ts'
import { loadFrameworks } from '../load-frameworks.ts'
import { type AnsweredCheck, listAnsweredChecks, listMappedCatalogs, listTitles } from '../queries.ts'
import { FrameworkTables } from './framework-tables.tsx'
import type { Place, TargetChoice } from './place.ts'

const title = 'Rahmenwerke nebeneinander'

/** What the answers of one check are worth in IT-Grundschutz 2023 and in a third catalog. */
export const frameworkPages: PageRoute[] = [
  show(assessmentRoutes.frameworks, async (ctx, { query }) => {
    const asked = query['pruefung'] ? await findAssessment(ctx.db, query['pruefung']) : undefined
    if (query['pruefung'] && !asked) return notFound('Diese Prüfung gibt es nicht, oder Sie sehen sie nicht.')
    const organizationId = asked?.organizationId ?? ctx.actor.actingFor?.id
    const checks = organizationId === undefined ? [] : await listAnsweredChecks(ctx.db, { organizationId })
    const source = asked ? await sourceOf(ctx, asked, checks) : checks[0]
    return source ? frameworkPage(ctx, { source, checks: checks.map(({ check }) => check), query }) : emptyPage()
  }),
]

/** An earlier wave is not among the latest checks. */
const sourceOf = async ({ db }: Context, { id }: Assessment, checks: readonly AnsweredCheck[]) =>
  checks.find(({ check }) => check.id === id) ?? (await listAnsweredChecks(db, { id }))[0]

const crumbs = [{ label: 'Prüfungen', href: assessmentRoutes.list.href() }, { label: title }]

const emptyPage = (): HttpAnswer =>
  page({
    title,
    crumbs,
    view: () => (
      <>
        <PageHead title={title} lead="Was eine Antwort in mehreren Rahmenwerken zugleich wert ist." />
        <Empty
          title="Noch keine Prüfung"
          level={2}
          actions={
            <ButtonLink href={assessmentRoutes.list.href()} size="x-small">
              Zu den Prüfungen
            </ButtonLink>
          }
        >
          Schon mit einer einzigen Prüfung steht hier, welche Anforderungen Ihre Antworten anderswo bedienen und wo sie
          nicht reichen. Wer vor Ort prüft, kommt von der Prüfung einer Kommune hierher.
        </Empty>
      </>
    ),
  })

interface Asked {
  source: AnsweredCheck
  checks: Assessment[]
  query: Record<string, string>
}

async function frameworkPage(ctx: Context, { source: answered, checks, query }: Asked): Promise<HttpAnswer> {
  const source = answered.check
  const targets = await listTargets(ctx, source, checks)
  const chosen = targets.find(({ id }) => id === query['ziel']) ?? targets[0]
  if (query['ziel'] && chosen?.id !== query['ziel']) return notFound('Diesen Katalog gibt es hier nicht zur Auswahl.')
  const frameworks = await loadFrameworks(ctx.db, answered, chosen?.id)
  const group = frameworks.groups.find(({ key }) => key === query['liste'])
  if (query['liste'] && !group) return notFound('Diese Liste gibt es in dieser Prüfung nicht.')
  const question = frameworks.questions.find(({ id }) => id === query['frage'])
  if (query['frage'] && !question) return notFound('Diese Frage gibt es in dieser Prüfung nicht.')
  const requirementTitles = await listTitles(ctx.db, question?.requirements ?? [])
  const place: Place = { source: source.id, target: chosen?.id }
  return page({
    title,
    crumbs: [...crumbs.slice(0, -1), ...way(place, [group?.title, question?.id])],
    notes: readNotes(ctx, source, ...checks.filter(({ id }) => id !== source.id)),
    view: () => (
      <FrameworkTables
        {...{ title, source, checks, targets, chosen, place, frameworks, group, question, requirementTitles }}
      />
    ),
  })
}

/** The page itself, and where one is in it. */
function way({ source, target }: Place, parts: readonly (string | undefined)[]) {
  const inside = parts.filter((label) => label !== undefined)
  const href = withQuery(assessmentRoutes.frameworks.href(), { pruefung: source, ziel: target })
  return [inside.length > 0 ? { label: title, href } : { label: title }, ...inside.map((label) => ({ label }))]
}

/** The catalogs of the other checks, and those that a mapping leads to. */
async function listTargets(ctx: Context, source: Assessment, checks: readonly Assessment[]): Promise<TargetChoice[]> {
  const mapped = await listMappedCatalogs(ctx.db, source.catalogId)
  const own = checks
    .filter(({ catalogId }) => catalogId !== source.catalogId)
    .map((check) => ({ id: check.catalogId, title: check.catalogTitle, version: check.catalogVersion, check }))
  const withCheck = mapped.map((catalog) => ({ ...catalog, check: own.find(({ id }) => id === catalog.id)?.check }))
  return [...withCheck, ...own.filter(({ id }) => !mapped.some((catalog) => catalog.id === id))]
}
