import { withQuery } from '#platform/http/route.ts'
import { Button } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { Filters } from '#ui/filters/filters.tsx'
import { Form, HiddenField, TextField } from '#ui/form/form.tsx'
import { Table } from '#ui/table/table.tsx'
import { Tag, type TagState } from '#ui/tag/tag.tsx'
import type { Event } from '../../event/event.ts'
import { whyInSentences } from '../../places/reasons.ts'
import { type Registration, type SeatState, stateInWords } from '../../places/registration.ts'
import { eventRoutes } from '../../routes.ts'

export type Sight = 'alle' | 'bestaetigt' | 'angeboten' | 'wartend' | 'zuzulassen' | 'uebrige'

const isOver = ({ state }: Registration): boolean =>
  state === 'declined' || state === 'expired' || state === 'cancelled'

export const sights: readonly { key: Sight; label: string; shows: (place: Registration) => boolean }[] = [
  { key: 'alle', label: 'Alle', shows: () => true },
  { key: 'bestaetigt', label: 'Bestätigt', shows: ({ state }) => state === 'confirmed' },
  { key: 'angeboten', label: 'Angeboten', shows: ({ state }) => state === 'offered' },
  { key: 'wartend', label: 'Wartend', shows: ({ state }) => state === 'waiting' },
  { key: 'zuzulassen', label: 'Zuzulassen', shows: ({ state, isApproved }) => state === 'waiting' && !isApproved },
  { key: 'uebrige', label: 'Übrige', shows: isOver },
]

const tagOf: Record<SeatState, TagState> = {
  confirmed: 'ok',
  offered: 'soon',
  waiting: 'running',
  declined: 'none',
  expired: 'none',
  cancelled: 'none',
}

export const StateTag = ({ place }: { place: Registration }) => (
  <Tag state={tagOf[place.state]}>
    {place.state === 'waiting' && !place.isApproved ? 'Zuzulassen' : stateInWords[place.state]}
  </Tag>
)

/** "Nummer 7, als 3. an der Reihe" */
export function rankInWords({ position, ahead, state }: Registration): string {
  if (position === null) return ''
  if (state !== 'waiting' || ahead === null) return `Nummer ${position}`
  return `Nummer ${position}, als ${ahead + 1}. an der Reihe`
}

interface PeopleTableProps {
  event: Event
  all: readonly Registration[]
  shown: readonly Registration[]
  sight: Sight
  name: string
}

export const PeopleTable = ({ event, all, shown, sight, name }: PeopleTableProps) => {
  const here = eventRoutes.people.href({ id: event.id })
  return (
    <div class="lw-stack">
      <Filters
        label="Teilnehmende filtern"
        items={sights.map(({ key, label, shows }) => ({
          label,
          count: all.filter(shows).length,
          href: withQuery(here, { sicht: key === 'alle' ? '' : key, name }),
          current: key === sight,
        }))}
      />
      <Form action={here} method="get" layout="bar" label="Nach Namen suchen">
        {sight !== 'alle' && <HiddenField name="sicht" value={sight} />}
        <TextField name="name" label="Name oder Kommune" type="search" value={name} />
        <Button>Suchen</Button>
      </Form>
      {shown.length === 0 ? (
        <Empty level={2} title={all.length === 0 ? 'Noch niemand angemeldet' : 'Niemand passt dazu'}>
          {all.length === 0
            ? 'Anmeldungen kommen von der Seite der Veranstaltung, über Einladungslinks, oder Sie tragen sie unten ein.'
            : 'Mit „Alle“ und ohne Namen sehen Sie wieder jede Anmeldung.'}
        </Empty>
      ) : (
        <Table
          caption="Bestätigte zuerst, dann Angebote und die Warteliste in ihrer Reihenfolge"
          stack
          rows={shown}
          columns={[
            {
              header: 'Name',
              rowHeader: true,
              cell: (place) => (
                <>
                  <a class="lw-link" href={eventRoutes.person.href({ id: event.id, registration: place.id })}>
                    {place.name}
                  </a>
                  <span class="lw-table__sub">
                    {place.organization ?? 'ohne Kommune'}
                    {place.personId === null && ', Gast'}
                  </span>
                </>
              ),
            },
            { header: 'Stand', cell: (place) => <StateTag place={place} /> },
            { header: 'Warteliste', cell: (place) => rankInWords(place) || '–' },
            { header: 'Warum', cell: (place) => whyInSentences(place, event).join(' ') },
          ]}
        />
      )}
    </div>
  )
}
