import { localDay } from '#kernel/local-day.ts'
import { isRefusal } from '#kernel/outcome.ts'
import { listNames } from '#foundation/organizations/index.ts'
import { type Answer, notFound, page, unprocessable } from '#platform/http/answer.ts'
import type { Actor, Context } from '#platform/http/context.ts'
import { type PageRoute, show } from '#platform/http/page-route.ts'
import { withQuery } from '#platform/http/route.ts'
import { Alert } from '#ui/alert/alert.tsx'
import { ButtonLink } from '#ui/button/button.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { LinkList } from '#ui/link-list/link-list.tsx'
import { Pager } from '#ui/pager/pager.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { may as mayInvite } from '../../invitations/access.ts'
import type { Departure } from '../../leavers/departure.ts'
import { recentDepartures } from '../../leavers/queries.ts'
import { may as mayReplace } from '../../replacements/access.ts'
import { openReplacement } from '../../replacements/queries.ts'
import { momentInWords, type Replacement } from '../../replacements/replacement.ts'
import { allRoles, isMunicipal, type Role } from '../../roles.ts'
import { invitationRoutes } from '../../routes.ts'
import { type Place, may } from '../access.ts'
import type { Colleague } from '../grant.ts'
import { listPeople } from '../queries.ts'
import { peopleRoutes, replacementRoutes } from '../routes.ts'
import { dayInWords } from './days.ts'
import { type Filter, everywhere, PeopleFilter, PeopleTable } from './people-table.tsx'
import { placeOf } from './place.ts'

const title = 'Personen'
const pageSize = 100

/** Everybody of the organization with functions, since when and until when; for the cooperative's staff also of all organizations. */
export const peoplePages: PageRoute[] = [show(peopleRoutes.list, (ctx, { query }) => listPage(ctx, query))]

async function listPage(ctx: Context, query: Record<string, string>): Promise<Answer> {
  const { db, actor, now } = ctx
  const seesAll = may.seeEverybody(actor)
  const wanted = query['organisation']
  const place = seesAll && wanted === everywhere ? undefined : await placeOf(ctx, wanted || undefined)
  if (!place && !(seesAll && wanted === everywhere)) return notFound()
  const today = localDay(now).toString()
  const filter: Filter = { search: query['suche'] ?? '', role: roleOf(query['aufgabe']), place }
  const found = await listPeople(db, {
    organizationId: place?.id,
    search: filter.search,
    role: filter.role,
    limit: pageSize,
    cursor: query['ab'],
    today,
    soon: true,
  })
  if (isRefusal(found)) return unprocessable(found)
  const gone = place && !isRefusal(may.dismiss(actor, place)) ? await recentDepartures(db, place.id) : []
  const open = place && !isRefusal(mayReplace.see(actor)) ? await openReplacement(db, place.id) : undefined
  const options = seesAll ? await listNames(db) : []
  return page({
    title,
    view: () => (
      <People actor={actor} filter={filter} {...found} today={today} options={options} gone={gone} open={open} />
    ),
  })
}

const roleOf = (text: string | undefined): Role | undefined => allRoles.find((role) => role === text)

interface Props {
  actor: Actor
  filter: Filter
  items: Colleague[]
  next: string | null
  today: string
  options: { id: string; name: string }[]
  gone: Departure[]
  open: Replacement | undefined
}

function People({ actor, filter, items, next, today, options, gone, open }: Props) {
  const { place } = filter
  return (
    <>
      <PageHead
        title={title}
        lead={leadOf({ filter, items, next })}
        actions={
          !isRefusal(mayInvite.see(actor)) && (
            <ButtonLink href={invitationRoutes.list.href()} size="x-small">
              Jemanden einladen
            </ButtonLink>
          )
        }
      />
      <div class="lw-stack lw-stack--l">
        {open && <UnderWay actor={actor} replacement={open} />}
        <PeopleFilter filter={filter} organizations={options} />
        <PeopleTable filter={filter} items={items} today={today} own={actor.actingFor?.id} />
        {next && <Pager next={{ href: withQuery(peopleRoutes.list.href(), { ...asQuery(filter), ab: next }) }} />}
        {place && !open && <Unreachable actor={actor} place={place} />}
        {gone.length > 0 && (
          <Panel id="ausgeschieden" title="Ausgeschieden">
            <LinkList
              items={gone.map(({ id, personName, lastDay }) => ({
                href: peopleRoutes.left.href({ id }),
                label: personName,
                note: `letzter Tag ${dayInWords(lastDay)}`,
              }))}
            />
          </Panel>
        )}
      </div>
    </>
  )
}

const asQuery = ({ search, role, place }: Filter) => ({
  suche: search || undefined,
  aufgabe: role,
  organisation: place?.id ?? everywhere,
})

function leadOf({ filter: { search, role, place }, items, next }: Pick<Props, 'filter' | 'items' | 'next'>): string {
  const where = place ? `bei ${place.name}` : 'in allen Organisationen'
  if (search !== '' || role || next || !place) return `Wer ${where} welche Aufgaben hat.`
  return `${items.length === 1 ? 'Eine Person hat' : `${items.length} Personen haben`} ${where} Aufgaben.`
}

const UnderWay = ({ actor, replacement }: { actor: Actor; replacement: Replacement }) => (
  <Alert
    kind="warning"
    title={
      replacement.effectiveAt
        ? `${replacement.candidate} soll ab ${momentInWords(replacement.effectiveAt)} die Zugänge verwalten`
        : `${replacement.candidate} ist vorgeschlagen, die Zugänge zu verwalten`
    }
  >
    <p>
      {replacement.effectiveAt
        ? 'Bis dahin können Verwaltungsleitung und Zugänge der Kommune widersprechen. '
        : 'Eine zweite Person des Verbunds muss das noch bestätigen. '}
      <a
        class="lw-link"
        href={withQuery(replacementRoutes.list.href(), {
          organisation: mayReplace.isCooperative(actor) ? replacement.organizationId : undefined,
        })}
      >
        Ansehen
      </a>
    </p>
  </Alert>
)

/** Where the cooperative's staff looks when a municipality calls because nobody there can let anybody in. */
const Unreachable = ({ actor, place }: { actor: Actor; place: Place }) =>
  mayReplace.isCooperative(actor) && isMunicipal(place.kind) && place.isHeaded ? (
    <Panel id="nicht-erreichbar" title="Niemand erreichbar?">
      <div class="lw-stack lw-stack--s">
        <p class="lw-measure">
          Ist bei {place.name} niemand mehr zu erreichen, der Zugänge verwaltet, schlagen Sie zu zweit jemanden vor.
          Alle dort erfahren es und haben 72 Stunden Zeit zu widersprechen.
        </p>
        <p>
          <ButtonLink size="x-small" href={withQuery(replacementRoutes.list.href(), { organisation: place.id })}>
            Zugänge ersetzen
          </ButtonLink>
        </p>
      </div>
    </Panel>
  ) : null
