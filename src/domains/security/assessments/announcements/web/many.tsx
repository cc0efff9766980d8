import { germanDate } from '#kernel/local-day.ts'
import { isRefusal } from '#kernel/outcome.ts'
import { type Answer, page, redirect } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { Form, HiddenField, Submit } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Table } from '#ui/table/table.tsx'
import { may } from '../../access.ts'
import { assessmentRoutes, migrationHref } from '../../routes.ts'
import { type AnswerMove, versionInWords } from '../announcement.ts'
import { type ConcernedCheck, type Migrated, migrateMany, surveyChecks } from '../migrate-many.ts'
import { type Concerned, listConcerned } from '../queries.ts'
import { announcementRoutes } from '../routes.ts'

const title = 'Prüfungen überführen'
const crumbs = [{ label: 'Prüfungen', href: assessmentRoutes.list.href() }, { label: title }]

/** All own checks that are asked to go on with another version, confirmed in one go. */
export const manyMigrationPages: PageRoute[] = [
  show(announcementRoutes.many, async (ctx) => listPage(await surveyChecks(ctx, await ownConcerned(ctx))), {
    guard: may.importAnswers,
  }),
  submit(
    announcementRoutes.many,
    async (ctx, { form }) => {
      // Only what was shown: an announcement that came or changed since then waits for another look.
      const seen = (await ownConcerned(ctx)).filter(
        ({ assessmentId, announcement }) => form[`pruefung.${assessmentId}`] === announcement.to.id,
      )
      if (seen.length === 0)
        return redirect(
          announcementRoutes.many.href(),
          'Inzwischen hat sich etwas geändert. Überführt ist noch nichts.',
        )
      const done = await migrateMany(ctx, seen)
      return page({ title, crumbs, view: () => <ResultPage done={done} /> })
    },
    { guard: may.importAnswers },
  ),
]

const ownConcerned = ({ actor, db }: Context): Promise<Concerned[]> => listConcerned(db, actor.actingFor?.id ?? '')

const listPage = (checks: ConcernedCheck[]): Answer =>
  page({
    title,
    crumbs,
    view: () => (
      <>
        <PageHead
          title={title}
          lead="Diese Prüfungen sollen mit einer neuen Fassung ihres Katalogs weitergehen. Nichts geht verloren, und jede lässt sich bis zur Unterschrift zurückholen."
        />
        {checks.length === 0 ? (
          <Empty
            title="Nichts zu überführen"
            level={2}
            actions={<ButtonLink href={assessmentRoutes.list.href()}>Zu den Prüfungen</ButtonLink>}
          >
            Alle Ihre Prüfungen laufen mit der Fassung, die sie haben sollen.
          </Empty>
        ) : (
          <ConcernedChecks checks={checks} />
        )}
      </>
    ),
  })

const ConcernedChecks = ({ checks }: { checks: ConcernedCheck[] }) => (
  <div class="lw-stack">
    <Table
      caption="Die dringendste zuerst"
      stack
      rows={checks}
      columns={[
        {
          header: 'Prüfung',
          rowHeader: true,
          cell: ({ assessment, announcement }) => (
            <a class="lw-link" href={migrationHref(assessment.id, announcement.to.id)}>
              {assessment.catalogTitle}
            </a>
          ),
        },
        { header: 'Neue Fassung', cell: ({ announcement }) => versionInWords(announcement.to) },
        {
          header: 'Bis wann',
          cell: ({ announcement: { dueOn } }) => (dueOn === null ? 'ohne Frist' : germanDate(dueOn)),
        },
        { header: 'Was geschieht', cell: ({ move }) => <Move {...move} /> },
      ]}
    />
    <Form action={announcementRoutes.many.href()}>
      {checks.map(({ assessment, announcement }) => (
        <HiddenField name={`pruefung.${assessment.id}`} value={announcement.to.id} />
      ))}
      <Submit>{checks.length === 1 ? 'Überführen' : 'Alle überführen'}</Submit>
    </Form>
  </div>
)

const counted = (count: number, one: string, many: string): string => (count === 1 ? `1 ${one}` : `${count} ${many}`)

const Move = ({ moving, toConfirm, staying, new: added }: AnswerMove) => (
  <ul class="lw-list">
    <li>
      {moving === 0 ? 'Beantwortet ist noch nichts' : `${counted(moving, 'Antwort zieht', 'Antworten ziehen')} mit um`}
      {toConfirm > 0 && `, davon ${toConfirm} zu bestätigen`}
    </li>
    {staying > 0 && (
      <li>{counted(staying, 'Antwort bleibt', 'Antworten bleiben')} nur in der bisherigen Prüfung lesbar</li>
    )}
    {added > 0 && <li>{counted(added, 'neue Frage', 'neue Fragen')}</li>}
  </ul>
)

const ResultPage = ({ done }: { done: Migrated[] }) => {
  const moved = done.filter(({ outcome }) => !isRefusal(outcome)).length
  return (
    <>
      <PageHead title={title} lead={resultInWords(moved, done.length)} />
      <Table
        caption="Was geschehen ist"
        captionHidden
        stack
        rows={done}
        columns={[
          { header: 'Prüfung', rowHeader: true, cell: ({ assessment }) => assessment.catalogTitle },
          { header: 'Neue Fassung', cell: ({ announcement }) => versionInWords(announcement.to) },
          { header: 'Ergebnis', cell: (one) => <Result {...one} /> },
        ]}
      />
    </>
  )
}

function resultInWords(moved: number, all: number): string {
  if (moved === all) return `${counted(moved, 'Prüfung ist', 'Prüfungen sind')} überführt.`
  if (moved === 0) return 'Überführt ist noch nichts. Unten steht, woran es liegt; geändert hat sich nichts.'
  return `${moved} von ${all} Prüfungen sind überführt. Bei den anderen steht, woran es liegt; geändert ist dort nichts.`
}

const Result = ({ outcome, assessment }: Migrated) =>
  isRefusal(outcome) ? (
    <>
      {outcome.refused}{' '}
      <a class="lw-link" href={assessmentRoutes.show.href({ id: assessment.id })}>
        Zur Prüfung
      </a>
    </>
  ) : (
    <a class="lw-link" href={assessmentRoutes.show.href({ id: outcome.assessmentId })}>
      Überführt, hier geht es weiter
    </a>
  )
