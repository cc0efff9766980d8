import { isRefusal } from '#kernel/outcome.ts'
import { notFound, page, unprocessable } from '#platform/http/answer.ts'
import { type PageRoute, show } from '#platform/http/page-route.ts'
import { withQuery } from '#platform/http/route.ts'
import { Button } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { Form, SelectField } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Pager } from '#ui/pager/pager.tsx'
import type { EnrollmentWithSteps } from '../enrollment.ts'
import { type EntryKind, entryKinds } from '../entry-kind.ts'
import { findEnrollment, listRoadEntries } from '../enrollments/queries.ts'
import { programmeRoutes } from '../routes.ts'
import { HistoryTable } from './history-table.tsx'
import { roadCrumbs } from './road-crumbs.ts'
import { roadTitle } from './words.ts'

const pageSize = 50

const kindNames: Record<EntryKind, string> = {
  road: 'Beginn, Ende, Wiedereintritt',
  state: 'Stand eines Schritts',
  detail: 'Angaben zu einem Schritt',
}

interface Filter {
  step: string | undefined
  kind: EntryKind | undefined
}

/** Everything that ever happened on a road. */
export const roadHistoryPages: PageRoute[] = [
  show(programmeRoutes.history, async (ctx, { params, query }) => {
    const road = await findEnrollment(ctx.db, params['id'] ?? '')
    if (!road) return notFound('Diese Teilnahme gibt es nicht, oder sie gehört einer anderen Kommune.')
    const filter = read(road, query)
    const cursor = query['ab']
    const found = await listRoadEntries(ctx.db, road.id, { ...filter, limit: pageSize, cursor })
    if (isRefusal(found)) return unprocessable(found)
    const isFiltered = Boolean(filter.step ?? filter.kind)
    const here = programmeRoutes.history.href({ id: road.id })
    const at = (more: Record<string, string>) =>
      withQuery(here, {
        ...(filter.step ? { schritt: filter.step } : {}),
        ...(filter.kind ? { art: filter.kind } : {}),
        ...more,
      })
    return page({
      title: `Verlauf: ${roadTitle(road)}`,
      crumbs: roadCrumbs(road, 'Verlauf'),
      view: () => (
        <>
          <PageHead
            title="Verlauf"
            lead={`Wer auf dem Weg von ${road.organizationName} wann was gesetzt hat. Nichts davon wird geändert oder gelöscht.`}
          />
          <div class="lw-stack">
            <FilterForm road={road} filter={filter} />
            {found.items.length > 0 ? (
              <HistoryTable items={found.items} caption="Das Jüngste zuerst" />
            ) : (
              <Empty level={2} title={isFiltered ? 'Dazu ist noch nichts geschehen' : 'Noch ist nichts geschehen'}>
                {isFiltered ? (
                  <a class="lw-link" href={here}>
                    Den ganzen Verlauf zeigen
                  </a>
                ) : (
                  'Jede Änderung auf diesem Weg steht danach hier.'
                )}
              </Empty>
            )}
            {(found.next ?? cursor) && (
              <Pager
                previous={cursor ? { href: at({}), label: 'Zu den jüngsten' } : undefined}
                next={found.next ? { href: at({ ab: found.next }), label: 'Ältere Änderungen' } : undefined}
              />
            )}
          </div>
        </>
      ),
    })
  }),
]

/** What is not known filters nothing. */
const read = ({ steps }: EnrollmentWithSteps, query: Record<string, string>): Filter => ({
  step: steps.find(({ key }) => key === query['schritt'])?.key,
  kind: entryKinds.find((kind) => kind === query['art']),
})

const FilterForm = ({ road, filter }: { road: EnrollmentWithSteps; filter: Filter }) => (
  <Form method="get" action={programmeRoutes.history.href({ id: road.id })} layout="bar" label="Verlauf filtern">
    <SelectField
      name="schritt"
      label="Schritt"
      empty="alle"
      value={filter.step}
      options={road.steps.map(({ key, title }) => ({ value: key, label: title }))}
    />
    <SelectField
      name="art"
      label="Art"
      empty="alle"
      value={filter.kind}
      options={entryKinds.map((kind) => ({ value: kind, label: kindNames[kind] }))}
    />
    <Button>Verlauf zeigen</Button>
  </Form>
)
