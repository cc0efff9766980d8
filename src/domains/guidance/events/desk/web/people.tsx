import { localDay } from '#kernel/local-day.ts'
import { isRefusal, type Refusal, refuse } from '#kernel/outcome.ts'
import { sortKey } from '#kernel/sort-key.ts'
import { staffOf } from '#foundation/identity/index.ts'
import { listNames } from '#foundation/organizations/index.ts'
import { type Answer, page, redirect } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { PageHead } from '#ui/head/head.tsx'
import type { Event } from '../../event/event.ts'
import { allRegistrations } from '../../places/queries.ts'
import { type Kept, type Participant, register } from '../../places/register.ts'
import { eventRoutes } from '../../routes.ts'
import { registrationIn } from '../../schemas.ts'
import { AddPeople, addLabels } from './add-people.tsx'
import { takenInWords } from './desk.tsx'
import { crumbsOf, desk, nameOf, onEvent } from './on-event.ts'
import { PeopleTable, type Sight, sights } from './people-table.tsx'
import type { Typed } from './typed.ts'

const title = 'Teilnehmende'
const notAdded = 'Angemeldet ist noch niemand'

/** Everybody of an event with their place, and adding somebody. */
export const deskPeoplePages: PageRoute[] = [
  show(
    eventRoutes.people,
    onEvent((ctx, event, { query }) => peoplePage(ctx, event, query)),
    desk,
  ),
  submit(
    eventRoutes.people,
    onEvent((ctx, event, { form }) => add(ctx, event, form)),
    desk,
  ),
]

async function add(ctx: Context, event: Event, form: Typed): Promise<Answer> {
  const wish = wishOf(form)
  const regardless = form['regardless'] !== undefined
  const done = isRefusal(wish) ? wish : await register(ctx, event, wish, { note: form['note'] ?? '', regardless })
  if (isRefusal(done))
    return peoplePage(ctx, event, { ...form, organisation: form['organizationId'] ?? '' }, atForm(done))
  return redirect(eventRoutes.people.href({ id: event.id }), addedInWords(done))
}

const addedInWords = ({ state, position }: Kept): string =>
  state === 'confirmed'
    ? 'Angemeldet, der Platz ist bestätigt. Die Bestätigung geht per E-Mail hinaus.'
    : `Angemeldet, auf der Warteliste mit der Nummer ${position ?? '–'}. Die Person erfährt es per E-Mail.`

function wishOf(form: Typed): Participant | Refusal {
  const organizationId = form['organizationId'] || undefined
  const isGuest = form['who'] === 'guest'
  const wish = parse(
    registrationIn,
    isGuest
      ? {
          guest: {
            name: form['guestName'] ?? '',
            email: form['guestEmail'] ?? '',
            organizationId: organizationId ?? null,
          },
        }
      : { personId: form['personId'] || undefined, organizationId },
    notAdded,
  )
  if (isRefusal(wish)) return wish
  if (wish.guest)
    return {
      guest: { name: wish.guest.name, email: wish.guest.email },
      organizationId: wish.guest.organizationId ?? null,
    }
  if (!wish.personId || !organizationId)
    return refuse(`${notAdded}. Bitte ändern Sie eine Angabe.`, [
      { path: 'personId', message: 'Bitte wählen Sie zuerst die Organisation und dann die Person.' },
    ])
  return { personId: wish.personId, organizationId }
}

const atForm = ({ refused, errors }: Refusal): Refusal =>
  refuse(
    refused,
    (errors ?? []).map(({ path, message }) => ({
      path: path === 'guest.name' ? 'guestName' : path === 'guest.email' ? 'guestEmail' : path,
      message,
    })),
  )

async function peoplePage(ctx: Context, event: Event, query: Typed, refusal?: Refusal): Promise<Answer> {
  const all = await allRegistrations(ctx.db, event.id)
  const sight: Sight = sights.find(({ key }) => key === query['sicht'])?.key ?? 'alle'
  const wanted = sortKey(query['name'] ?? '')
  const shown = all
    .filter((place) => sights.find(({ key }) => key === sight)?.shows(place) ?? true)
    .filter(({ name, organization }) => wanted === '' || sortKey(`${name} ${organization ?? ''}`).includes(wanted))
  const organizations = await listNames(ctx.db)
  const chosen = query['organisation'] ?? ''
  const isKnown = organizations.some(({ id }) => id === chosen)
  const staff = isKnown ? await staffOf(ctx.db, chosen, localDay(ctx.now).toString()) : []
  const { id } = event
  return page({
    title: `${title}: ${nameOf(event)}`,
    crumbs: crumbsOf(event, title),
    status: refusal ? 422 : 200,
    refusal,
    view: () => (
      <div class="lw-stack lw-stack--l">
        <PageHead
          title={title}
          lead={`${nameOf(event)}. ${takenInWords(event)}`}
          actions={
            <>
              <ButtonLink href={eventRoutes.peopleFile.href({ id })} size="x-small" download>
                Unterschriftenliste (PDF)
              </ButtonLink>
              <ButtonLink href={eventRoutes.peopleSheet.href({ id })} size="x-small" download>
                Alle als Tabelle (XLSX)
              </ButtonLink>
              <ButtonLink href={eventRoutes.badgesFile.href({ id })} size="x-small" download>
                Namensschilder (PDF)
              </ButtonLink>
            </>
          }
        />
        {refusal && <ErrorSummary title={refusal.refused} errors={refusal.errors ?? []} labels={addLabels} />}
        <PeopleTable event={event} all={all} shown={shown} sight={sight} name={query['name'] ?? ''} />
        <AddPeople event={event} typed={query} refusal={refusal} organizations={organizations} staff={staff} />
      </div>
    ),
  })
}
