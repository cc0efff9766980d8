import type { SearchSource } from '#platform/portal/search-document.ts'
import { Button } from '#ui/button/button.tsx'
import { Form, HiddenField } from '#ui/form/form.tsx'
import { Hits } from '#ui/hits/hits.tsx'
import { Pager } from '#ui/pager/pager.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { type Hit, mostHits, type Pin, piecesOf, totalInWords } from '../hit.ts'
import { type HitSelection, searchHref, searchRoutes } from '../routes.ts'

interface AreaProps {
  source: SearchSource
  hits: readonly Hit[]
  pins: readonly Pin[]
  selection: HitSelection
}

/** The best hits of one area, and the way to all of them. */
export function Area({ source, hits, pins, selection }: AreaProps) {
  const total = hits[0]?.total ?? 0
  if (total === 0) return null
  const all = searchHref({ q: selection.q, bereich: source.type })
  return (
    <Panel
      id={`bereich-${source.type}`}
      title={source.title}
      link={total > hits.length ? { href: all, label: `Alle ${totalInWords(total)} in „${source.title}“` } : undefined}
    >
      <HitList hits={hits} pins={pins} selection={selection} />
    </Panel>
  )
}

/** One area, page by page. */
export function WholeArea({ source, hits, pins, selection, pageSize }: AreaProps & { pageSize: number }) {
  const total = hits[0]?.total ?? 0
  const skip = selection.ab ?? 0
  const to = skip + hits.length
  if (hits.length === 0) return null
  return (
    <Panel
      id={`bereich-${source.type}`}
      title={source.title}
      link={{ href: searchHref({ q: selection.q }), label: 'Alle Bereiche' }}
    >
      <HitList hits={hits} pins={pins} selection={selection} />
      <Pager
        label={`Seiten: ${source.title}`}
        position={`${skip + 1} bis ${to} von ${totalInWords(total)}`}
        previous={skip > 0 ? { href: searchHref({ ...selection, ab: Math.max(0, skip - pageSize) }) } : undefined}
        next={to < total ? { href: searchHref({ ...selection, ab: skip + pageSize }) } : undefined}
      />
      {total >= mostHits && to >= total && (
        <p class="lw-muted">Es gibt noch mehr. Ein weiteres Wort in der Suche bringt das Gesuchte nach vorn.</p>
      )}
    </Panel>
  )
}

const HitList = ({ hits, pins, selection }: Omit<AreaProps, 'source'>) => (
  <Hits
    items={hits.map((hit, at) => ({
      href: hit.url,
      id: linkId(hit, at),
      label: hit.title,
      snippet: piecesOf(hit.snippet),
      action: (
        <PinForm
          hit={hit}
          linkId={linkId(hit, at)}
          isPinned={pins.some(({ type, id }) => type === hit.type && id === hit.id)}
          selection={selection}
        />
      ),
    }))}
  />
)

/** By its place: the same question stands in several catalogs. */
const linkId = ({ type }: Hit, at: number): string => `treffer-${type}-${at + 1}`

interface PinFormProps {
  hit: Hit
  linkId: string
  isPinned: boolean
  selection: HitSelection
}

const PinForm = ({ hit, linkId: about, isPinned, selection }: PinFormProps) => (
  <Form action={(isPinned ? searchRoutes.unpin : searchRoutes.pin).href()} layout="row">
    <HiddenField name="type" value={hit.type} />
    <HiddenField name="id" value={hit.id} />
    <HiddenField name="q" value={selection.q ?? ''} />
    <HiddenField name="bereich" value={selection.bereich ?? ''} />
    <HiddenField name="ab" value={String(selection.ab ?? 0)} />
    <Button size="x-small" describedBy={about}>
      {isPinned ? 'Nicht mehr merken' : 'Merken'}
    </Button>
  </Form>
)
