import { germanDay, localDay } from '#kernel/local-day.ts'
import { isRefusal } from '#kernel/outcome.ts'
import { type Catalog, shortVersion } from '#foundation/catalogs/index.ts'
import { namesOf } from '#foundation/identity/index.ts'
import type { Context } from '#platform/http/context.ts'
import { Alert } from '#ui/alert/alert.tsx'
import { Button, ButtonLink } from '#ui/button/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { type Assessment, stateOf, type Total } from '../../assessment.ts'
import { findAssessment } from '../../queries.ts'
import { assessmentRoutes, questionsHref } from '../../routes.ts'
import { may } from '../access.ts'
import { listNewer } from '../queries.ts'

export interface Editions {
  /** Later versions of the catalog that it could move to. */
  newer: Catalog[]
  cameFrom: Assessment | undefined
  wentTo: Assessment | undefined
  /** Who closed it. */
  closedBy: string | undefined
  mayUndo: boolean
}

/** Where a check stands among the versions of its catalog, and whether a newer one is offered. */
export async function loadEditions(ctx: Context, assessment: Assessment, offersNewer: boolean): Promise<Editions> {
  const { migratedFrom, migratedTo, closed, closedBy, parts } = assessment
  const mayMigrate = !isRefusal(may.migrate(ctx.actor, assessment))
  const isMovable = mayMigrate && !closed && migratedTo === null && stateOf(assessment) !== 'inReview'
  return {
    newer: isMovable && offersNewer ? await listNewer(ctx.db, assessment) : [],
    cameFrom: migratedFrom !== null && parts === null ? await findAssessment(ctx.db, migratedFrom) : undefined,
    wentTo: migratedTo === null ? undefined : await findAssessment(ctx.db, migratedTo),
    closedBy: closedBy === null ? undefined : (await namesOf(ctx.db, [closedBy])).get(closedBy),
    mayUndo: mayMigrate && !closed && migratedFrom !== null && migratedTo === null && stateOf(assessment) === 'open',
  }
}

interface Props {
  assessment: Assessment
  editions: Editions
  total: Total
}

export function EditionPanels({ assessment, editions, total }: Props) {
  const { newer, cameFrom, wentTo } = editions
  return (
    <>
      {assessment.closed && <ClosedAlert assessment={assessment} editions={editions} />}
      {!assessment.closed && wentTo && (
        <Alert kind="info" title={`In die Fassung ${shortVersion(wentTo.catalogVersion)} weitergeführt`}>
          <Way id={wentTo.id} label="Zur neuen Prüfung" />
        </Alert>
      )}
      {!assessment.closed && cameFrom && <Arrived {...{ assessment, editions, total, cameFrom }} />}
      {newer[0] && <NewerPanel assessment={assessment} newest={newer[0]} />}
    </>
  )
}

const Way = ({ id, label }: { id: string; label: string }) => (
  <p>
    <a class="lw-link" href={assessmentRoutes.show.href({ id })}>
      {label}
    </a>
  </p>
)

function ClosedAlert({ assessment, editions }: Omit<Props, 'total'>) {
  const { closed, closedAt, migratedFrom, migratedTo } = assessment
  const when = closedAt === null ? '' : ` am ${germanDay(localDay(closedAt))}`
  const who = ` von ${editions.closedBy ?? 'einer Kollegin oder einem Kollegen'}`
  const there = closed === 'moved' ? migratedTo : migratedFrom
  return (
    <Alert
      kind="info"
      title={
        closed === 'moved'
          ? `Überführt${when}${who}: Diese Prüfung bleibt, wie sie ist`
          : `Überführung zurückgenommen${when}${who}: Diese Prüfung bleibt, wie sie ist`
      }
    >
      {there !== null && (
        <Way
          id={there}
          label={closed === 'moved' ? 'Hier geht es in der neuen Fassung weiter' : 'Hier geht es weiter'}
        />
      )}
    </Alert>
  )
}

const NewerPanel = ({ assessment: { id }, newest }: { assessment: Assessment; newest: Catalog }) => (
  <Panel id="neue-fassung" title="Neue Fassung">
    <div class="lw-stack lw-stack--s">
      <p>
        Von diesem Katalog ist die Fassung {shortVersion(newest.version)} da. Ihre Antworten können Sie mitnehmen;
        vorher sehen Sie, was sich geändert hat.
      </p>
      <p>
        <ButtonLink href={assessmentRoutes.migration.href({ id })}>Ansehen, was sich ändert</ButtonLink>
      </p>
    </div>
  </Panel>
)

function Arrived({ assessment, editions, total, cameFrom }: Props & { cameFrom: Assessment }) {
  const { id, startedAt } = assessment
  return (
    <Panel id="uebernommen" title={`Übernommen aus Fassung ${shortVersion(cameFrom.catalogVersion)}`}>
      <div class="lw-stack lw-stack--s">
        <p class="lw-row">
          <span>Überführt am {germanDay(localDay(startedAt))}.</span>
          {total.unconfirmed > 0 && (
            <a class="lw-link" href={questionsHref(id, { auswahl: 'bestaetigen' })}>
              Zu bestätigen: {total.unconfirmed}
            </a>
          )}
          <a class="lw-link" href={assessmentRoutes.migrated.href({ id })}>
            Was entfallen, geändert und neu ist
          </a>
          <a class="lw-link" href={assessmentRoutes.show.href({ id: cameFrom.id })}>
            Bisherige Prüfung
          </a>
        </p>
        {editions.mayUndo && (
          <Form action={assessmentRoutes.undoMigration.href({ id })} layout="row">
            <Button size="x-small">Überführung zurücknehmen</Button>
            <span class="lw-small lw-muted">geht, bis jemand die Prüfung unterschreibt</span>
          </Form>
        )}
      </div>
    </Panel>
  )
}
