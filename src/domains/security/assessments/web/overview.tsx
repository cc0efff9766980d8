import type { ComponentChildren } from 'preact'
import { answered, percent, unanswered } from '#kernel/scale.ts'
import { germanDay, localDay } from '#kernel/local-day.ts'
import { isRefusal } from '#kernel/outcome.ts'
import { listGroups } from '#foundation/catalogs/index.ts'
import { forbidden, notFound, page, redirect } from '#platform/http/answer.ts'
import { type PageRoute, show } from '#platform/http/page-route.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { Facts } from '#ui/facts/facts.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { LinkList } from '#ui/link-list/link-list.tsx'
import { Meter } from '#ui/meter/meter.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import { may } from '../access.ts'
import { Announced, loadAnnounced } from '../announcements/web/announced.tsx'
import { type Assessment, type GroupCount, sum, type Total } from '../assessment.ts'
import { poamFile } from '../poam-file.ts'
import { countGroups, findAssessment, listQuestions } from '../queries.ts'
import { readNotes } from '../read-note.ts'
import { listStandings } from '../reviews/queries.ts'
import { ReviewCounts } from '../reviews/web/review-counts.tsx'
import { assessmentRoutes, questionsHref } from '../routes.ts'
import { listSignOffs } from '../sign-off/queries.ts'
import { signOffRoutes } from '../sign-off/routes.ts'
import { Signatures } from '../sign-off/web/signatures.tsx'
import type { Delegation } from '../delegations/delegation.ts'
import { listDelegations } from '../delegations/queries.ts'
import { type Editions, EditionPanels, loadEditions } from '../migration/web/migration-panel.tsx'
import { loadWaves, WaveLine, type Waves } from '../work/web/waves.tsx'
import { percentInWords } from './assessments.tsx'
import { percentHeader, percentName, segmentsOf } from './segments.ts'

/** The state of one check, what comes first, and its file for others. */
export const overviewPages: PageRoute[] = [
  show(assessmentRoutes.show, async (ctx, { params }) => {
    const assessment = await findAssessment(ctx.db, params['id'] ?? '')
    if (!assessment) return notFound()
    const groups = (await countGroups(ctx.db, [assessment.id])).get(assessment.id) ?? []
    const firstSections = await firstSectionOf(ctx.db, assessment)
    const mayAnswer = !isRefusal(may.change(ctx.actor, assessment))
    const standings = await listStandings(ctx.db, assessment.id)
    const signOffs = await listSignOffs(ctx.db, assessment.id)
    const waves = await loadWaves(ctx, assessment)
    const delegations = await listDelegations(ctx.db, assessment.id)
    const announcement = await loadAnnounced(ctx, assessment)
    const mayMigrate = !isRefusal(may.answerWhole(ctx.actor, assessment))
    // What is announced is said once.
    const editions = await loadEditions(ctx, assessment, announcement === undefined)
    return page({
      title: assessment.catalogTitle,
      crumbs: [{ label: 'Prüfungen', href: assessmentRoutes.list.href() }, { label: assessment.catalogTitle }],
      notes: readNotes(ctx, assessment),
      view: () => (
        <Overview
          assessment={assessment}
          groups={groups}
          firstSections={firstSections}
          mayAnswer={mayAnswer}
          waves={waves}
          delegations={delegations}
          announced={<Announced assessment={assessment} announcement={announcement} mayMigrate={mayMigrate} />}
          editions={editions}
          signatures={<Signatures assessment={assessment} signOffs={signOffs} now={ctx.now} />}
          review={
            <ReviewCounts
              assessmentId={assessment.id}
              groups={groups}
              standings={standings}
              always={may.isVisitor(ctx.actor, assessment)}
            />
          }
        />
      ),
    })
  }),
  // A way, not a deed: it only leads to the question that comes first.
  show(assessmentRoutes.next, async (ctx, { params }) => {
    const assessment = await findAssessment(ctx.db, params['id'] ?? '')
    if (!assessment) return notFound()
    const [next] = await listQuestions(ctx.db, assessment, { selection: 'offen', byUrgency: true, limit: 1 })
    const id = assessment.id
    const to = next ? questionsHref(id, { liste: next.groupKey, frage: next.id }) : assessmentRoutes.show.href({ id })
    return { ...redirect(to, next ? undefined : 'Alle Fragen sind beantwortet.'), notes: readNotes(ctx, assessment) }
  }),
  show(assessmentRoutes.poam, async (ctx, { params }) => {
    const assessment = await findAssessment(ctx.db, params['id'] ?? '')
    if (!assessment) return notFound()
    const allowed = may.seeWhole(assessment)
    const file = isRefusal(allowed) ? forbidden(allowed) : await poamFile(ctx, assessment)
    return { ...file, notes: readNotes(ctx, assessment) }
  }),
]

/** For each outermost group the first of its groups that has questions: where its link leads. */
async function firstSectionOf(
  db: Parameters<typeof listGroups>[0],
  { catalogId }: Assessment,
): Promise<Map<string, string>> {
  const first = new Map<string, string>()
  for (const { key, topKey, controlCount } of await listGroups(db, catalogId))
    if (controlCount > 0 && !first.has(topKey)) first.set(topKey, key)
  return first
}

interface OverviewProps {
  assessment: Assessment
  groups: GroupCount[]
  firstSections: Map<string, string>
  mayAnswer: boolean
  waves: Waves
  delegations: Delegation[]
  /** A version it shall go on with. */
  announced: ComponentChildren
  editions: Editions
  /** Who has signed, on top; how far the review on site is, below the lists. */
  signatures: ComponentChildren
  review: ComponentChildren
}

function Overview(props: OverviewProps) {
  const { assessment, groups, firstSections, mayAnswer, waves, delegations, signatures, review } = props
  const { announced, editions } = props
  const { id } = assessment
  const total = sum(groups)
  const open = unanswered(total)
  return (
    <>
      <PageHead
        title={assessment.catalogTitle}
        lead={`${assessment.organizationName}, begonnen am ${germanDay(localDay(assessment.startedAt))}. Fassung ${assessment.catalogVersion.slice(0, 10)} des Katalogs.`}
        actions={
          <>
            {assessment.parts === null && (
              <>
                <ButtonLink href={assessmentRoutes.results.href({ id })} size="x-small">
                  Ergebnisse und Berichte
                </ButtonLink>
                <ButtonLink href={signOffRoutes.show.href({ id })} size="x-small">
                  Abnahme
                </ButtonLink>
              </>
            )}
            <ButtonLink href={assessmentRoutes.delegations.href({ id })} size="x-small">
              Wer antwortet
            </ButtonLink>
            <ButtonLink href={assessmentRoutes.print.href({ id })} size="x-small">
              Druckfassung
            </ButtonLink>
            <ButtonLink href={assessmentRoutes.proposals.href({ id })} size="x-small">
              Vorschläge aus anderen Prüfungen
            </ButtonLink>
            {assessment.parts === null && (
              <ButtonLink href={assessmentRoutes.poam.href({ id })} size="x-small" icon="download" download>
                Offene Punkte (OSCAL)
              </ButtonLink>
            )}
          </>
        }
      />
      <div class="lw-stack lw-stack--xl">
        {announced}
        <EditionPanels assessment={assessment} editions={editions} total={total} />
        {signatures}
        <WaveLine assessment={assessment} waves={waves} total={total} />
        <div class="lw-split">
          <Panel id="stand" title="Stand">
            <div class="lw-stack">
              <Facts
                items={[
                  { label: percentName[assessment.scale], ...percentFact(percent(total)) },
                  { label: open === 1 ? 'Frage noch offen' : 'Fragen noch offen', value: open },
                  { label: 'zwingende noch nicht erfüllt', value: total.mandatoryLeft },
                  { label: 'Schnellstarter noch möglich', value: total.quickWinsLeft },
                ]}
              />
              <Meter
                label={`${answered(total)} von ${total.total} Fragen beantwortet`}
                size="tall"
                legend
                segments={segmentsOf(assessment.scale, total)}
              />
              {mayAnswer && open > 0 && (
                <p>
                  <ButtonLink variant="primary" href={assessmentRoutes.next.href({ id })}>
                    Nächste offene Frage
                  </ButtonLink>
                </p>
              )}
            </div>
          </Panel>
          <First assessment={assessment} total={total} open={open} />
        </div>
        <Panel id="listen" title="Listen">
          <Table
            caption="In der Reihenfolge des Katalogs"
            captionHidden
            stack
            rows={groups}
            columns={[
              {
                header: 'Liste',
                rowHeader: true,
                cell: (group) => (
                  <a class="lw-link" href={questionsHref(id, { liste: firstSections.get(group.key) ?? group.key })}>
                    {group.title}
                  </a>
                ),
              },
              { header: 'Beantwortet', numeric: true, cell: (group) => `${answered(group)} von ${group.total}` },
              ...(delegations.length > 0
                ? [{ header: 'Wer', cell: (group: GroupCount) => namesOf(delegations, group) }]
                : []),
              { header: 'Zwingend offen', numeric: true, cell: (group) => group.mandatoryLeft },
              { header: 'Schnellstarter', numeric: true, cell: (group) => group.quickWinsLeft },
              {
                header: percentHeader[assessment.scale],
                numeric: true,
                cell: (group) => percentInWords(percent(group)),
              },
            ]}
          />
        </Panel>
        {review}
      </div>
    </>
  )
}

/** What brings most, with its counts. */
function First({ assessment, total, open }: { assessment: Assessment; total: Total; open: number }) {
  const { id } = assessment
  return (
    <Panel id="zuerst" title="Was zuerst" quiet>
      <div class="lw-stack lw-stack--s">
        <LinkList
          items={[
            {
              href: questionsHref(id, { auswahl: 'zwingend' }),
              label: 'Zwingendes',
              note: `${total.mandatoryLeft} nicht erfüllt`,
            },
            {
              href: questionsHref(id, { auswahl: 'schnellstarter' }),
              label: 'Schnellstarter',
              note: `${total.quickWinsLeft} möglich, je ein Tag oder weniger`,
            },
            {
              href: questionsHref(id, { auswahl: 'nein' }),
              label: isInLevels(assessment) ? 'Unter dem Ziel' : 'Mit Nein beantwortet',
              note: isInLevels(assessment) ? total.levels - total.met : total.no,
            },
            ...(total.unconfirmed > 0
              ? [
                  {
                    href: questionsHref(id, { auswahl: 'bestaetigen' }),
                    label: 'Zu bestätigen',
                    note: `${total.unconfirmed} übernommen`,
                  },
                ]
              : []),
            { href: questionsHref(id, { auswahl: 'offen' }), label: 'Noch offen', note: open },
          ]}
        />
        <p class="lw-small lw-muted">
          Zwingend ist, was der Katalog ohne Aufwand einstuft, weil es in jedem Fall nötig ist. Ein Schnellstarter
          gelingt an einem Tag.
        </p>
      </div>
    </Panel>
  )
}

/** To whom the list is given. */
const namesOf = (delegations: readonly Delegation[], { key }: GroupCount): string =>
  delegations
    .filter(({ groupKeys }) => groupKeys.includes(key))
    .map(({ personName }) => personName ?? 'Ehemalige Person')
    .join(', ') || '–'

const isInLevels = ({ scale }: Assessment): boolean => scale === 'level0to5WithTarget'

const percentFact = (value: number | null) =>
  value === null ? { value: '–' } : { value: String(value).replace('.', ','), unit: '%' }
