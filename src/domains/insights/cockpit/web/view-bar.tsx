import { Form, HiddenField, Submit, TextField } from '#ui/form/form.tsx'
import { type Filter, filterQuery } from '../filter.ts'
import { cockpitRoutes } from '../routes.ts'
import type { View } from '../views/view.ts'
import { cockpitHref } from './links.ts'

interface ViewBarProps {
  programmeId: string
  views: readonly View[]
  filter: Filter
}

const isSame = (one: Filter, other: Filter): boolean =>
  JSON.stringify(filterQuery(one)) === JSON.stringify(filterQuery(other))

/** Own views as links, and what is shown now to be kept as one more. */
export const ViewBar = ({ programmeId: id, views, filter }: ViewBarProps) => (
  <div class="lw-row lw-row--between lw-noprint">
    <nav class="lw-filters" aria-label="Ihre Ansichten">
      <ul class="lw-row">
        {views.map((view) => (
          <li>
            <a
              class="lw-link"
              href={cockpitHref(id, view.filter)}
              aria-current={isSame(view.filter, filter) ? 'true' : undefined}
            >
              {view.name}
            </a>
          </li>
        ))}
        <li>
          <a class="lw-link" href={cockpitRoutes.views.href({ id })}>
            {views.length === 0 ? 'Ansichten' : 'Ansichten ordnen'}
          </a>
        </li>
      </ul>
    </nav>
    <details class="lw-why">
      <summary>Diese Ansicht merken</summary>
      <Form action={cockpitRoutes.views.href({ id })} layout="bar" label="Ansicht merken">
        <HiddenField name="tun" value="merken" />
        <HiddenField name="filter" value={JSON.stringify(filter)} />
        <TextField name="name" required label="Name der Ansicht" maxlength={60} />
        <Submit variant="secondary" size="x-small">
          Ansicht merken
        </Submit>
      </Form>
    </details>
  </div>
)
