import { germanMoment } from '#kernel/local-day.ts'
import { type Refusal, isRefusal } from '#kernel/outcome.ts'
import { invitationRoutes } from '#foundation/identity/index.ts'
import { findProgramme, type Programme, programmeRoutes } from '#foundation/programmes/index.ts'
import { type Answer, forbidden, notFound, page, redirect } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import { withQuery } from '#platform/http/route.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form, Submit, TextField } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Pager } from '#ui/pager/pager.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import { Tag } from '#ui/tag/tag.tsx'
import { may } from '../../access.ts'
import { declarationRoutes } from '../../routes.ts'
import type { Interest } from '../interest.ts'
import { findInterest, findPlaces, listInterests, mostPlaces } from '../queries.ts'
import { declineIn, takeOverIn } from '../schemas.ts'
import { declineInterest, takeOver } from '../take-over.ts'
import { OpenInterest } from './open-interest.tsx'
import { placeInWords } from './place-words.ts'

const title = 'Interessenbekundungen'

/** Who without an account wants to take part, and what became of it. */
export const interestPages: PageRoute[] = [
  show(declarationRoutes.interests, (ctx, { params, query }) =>
    onProgramme(ctx, params, (programme) =>
      interestsPage(ctx, programme, { cursor: query['ab'], after: query['bis'], search: query['kommune'] }),
    ),
  ),
  submit(declarationRoutes.takeOver, (ctx, { params, form }) =>
    onInterest(ctx, params, async (programme, interest) => {
      const input = parse(
        takeOverIn,
        { organizationId: form['organizationId'] || undefined },
        'Übernommen ist noch nichts',
      )
      const outcome = isRefusal(input) ? input : await takeOver(ctx, programme, interest, input.organizationId)
      if (isRefusal(outcome)) return interestsPage(ctx, programme, { refusal: outcome, of: interest.id, typed: form })
      return redirect(
        declarationRoutes.interests.href({ id: programme.id }),
        `${interest.municipalityName} ist eingetragen. Unten steht der Weg, ${interest.name} einzuladen.`,
      )
    }),
  ),
  submit(declarationRoutes.decline, (ctx, { params, form }) =>
    onInterest(ctx, params, async (programme, interest) => {
      const input = parse(declineIn, { reason: form['reason'] ?? '' }, 'Abgesagt ist noch nichts')
      const outcome = isRefusal(input) ? input : await declineInterest(ctx, programme, interest, input.reason)
      if (isRefusal(outcome)) return interestsPage(ctx, programme, { refusal: outcome, of: interest.id, typed: form })
      return redirect(
        declarationRoutes.interests.href({ id: programme.id }),
        `Abgesagt. ${interest.name} bekommt die Begründung per Mail.`,
      )
    }),
  ),
]

async function onProgramme(
  ctx: Context,
  { id = '' }: Record<string, string>,
  work: (programme: Programme) => Promise<Answer>,
): Promise<Answer> {
  const programme = await findProgramme(ctx.db, id)
  if (!programme) return notFound()
  const allowed = may.seeInterests(programme)
  return isRefusal(allowed) ? forbidden(allowed) : work(programme)
}

const onInterest = (
  ctx: Context,
  params: Record<string, string>,
  work: (programme: Programme, interest: Interest) => Promise<Answer>,
): Promise<Answer> =>
  onProgramme(ctx, params, async (programme) => {
    const interest = await findInterest(ctx.db, params['interestId'] ?? '')
    if (interest?.programmeId !== programme.id) return notFound()
    const allowed = may.decideInterests(programme)
    return isRefusal(allowed) ? forbidden(allowed) : work(programme, interest)
  })

interface State {
  cursor?: string | undefined
  /** Cursor of those decided. */
  after?: string | undefined
  refusal?: Refusal
  /** Beginning of the name of a municipality, where the register is too long for one list. */
  search?: string | undefined
  /** The interest whose form was refused. */
  of?: string
  typed?: Record<string, string>
}

async function interestsPage(ctx: Context, programme: Programme, state: State): Promise<Answer> {
  const open = await listInterests(ctx.db, { programmeId: programme.id, isOpen: true, limit: 20, cursor: state.cursor })
  const decided = await listInterests(ctx.db, {
    programmeId: programme.id,
    isOpen: false,
    limit: 50,
    cursor: state.after,
  })
  if (isRefusal(open) || isRefusal(decided)) return notFound()
  const isUnknown = open.items.some(({ municipality }) => municipality === null)
  const places = isUnknown && programme.isLed ? await findPlaces(ctx, programme.key, state.search ?? '') : []
  const mustSearch = places.length >= mostPlaces || (state.search ?? '') !== ''
  const here = declarationRoutes.interests.href({ id: programme.id })
  return page({
    title,
    status: state.refusal ? 422 : 200,
    refusal: state.refusal,
    crumbs: [
      { label: 'Programme', href: programmeRoutes.list.href() },
      { label: programme.name, href: programmeRoutes.show.href({ id: programme.id }) },
      { label: title },
    ],
    view: () => (
      <>
        <PageHead
          title={`${title}: ${programme.name}`}
          lead="Wer sich auf der öffentlichen Seite gemeldet hat. Am längsten Wartende stehen oben."
          actions={
            <ButtonLink href={declarationRoutes.waiting.href({ id: programme.id })} size="x-small">
              Warten auf Zulassung
            </ButtonLink>
          }
        />
        {state.refusal && <ErrorSummary title={state.refusal.refused} errors={state.refusal.errors ?? []} />}
        <div class="lw-stack lw-stack--xl">
          <Panel
            id="offen"
            title="Offen"
            link={{ href: declarationRoutes.join.href({ key: programme.key }), label: 'Öffentliche Seite' }}
          >
            {open.items.length === 0 ? (
              <Empty title="Niemand wartet">Sobald sich jemand meldet, steht es hier und in Ihren Aufgaben.</Empty>
            ) : (
              <div class="lw-stack lw-stack--l">
                {mustSearch && (
                  <Form action={here} method="get" layout="bar" label="Kommune suchen">
                    <TextField
                      name="kommune"
                      label="Kommune im Verzeichnis suchen"
                      type="search"
                      value={state.search}
                    />
                    <Submit variant="secondary">Kommune suchen</Submit>
                  </Form>
                )}
                {open.items.map((interest) => (
                  <OpenInterest
                    programme={programme}
                    interest={interest}
                    places={places}
                    now={ctx.now}
                    refusal={state.of === interest.id ? state.refusal : undefined}
                    typed={state.of === interest.id ? state.typed : undefined}
                  />
                ))}
                {open.next && <Pager next={{ href: withQuery(here, { ab: open.next }) }} />}
              </div>
            )}
          </Panel>
          {decided.items.length > 0 && (
            <Panel id="entschieden" title="Entschieden">
              <Decided items={decided.items} ctx={ctx} />
              {decided.next && <Pager next={{ href: withQuery(here, { bis: decided.next }) }} />}
            </Panel>
          )}
        </div>
      </>
    ),
  })
}

const Decided = ({ items, ctx }: { items: Interest[]; ctx: Context }) => (
  <Table
    caption="Entschiedene Interessenbekundungen, die älteste zuerst"
    captionHidden
    stack
    rows={items}
    columns={[
      {
        header: 'Kommune',
        rowHeader: true,
        cell: ({ municipality, municipalityName }) => (municipality ? placeInWords(municipality) : municipalityName),
      },
      { header: 'Person', cell: ({ name }) => name },
      {
        header: 'Stand',
        cell: ({ outcome, reason }) =>
          outcome === 'taken' ? <Tag state="ok">übernommen</Tag> : <Tag state="none">{`abgesagt: ${reason}`}</Tag>,
      },
      {
        header: 'Entschieden',
        cell: ({ decidedAt, decidedByName }) =>
          decidedAt ? `${germanMoment(decidedAt, ctx.now)}, ${decidedByName ?? 'Ehemalige Person'}` : '',
      },
      {
        header: 'Weiter',
        cell: (interest) => (interest.outcome === 'taken' ? <Onward interest={interest} /> : '–'),
      },
    ]}
  />
)

const Onward = ({ interest }: { interest: Interest }) => (
  <>
    <a class="lw-link" href={declarationRoutes.declaration.href({ id: interest.enrollmentId ?? '' })}>
      Erklärung<span class="kern-sr-only"> von {interest.municipality?.name}</span>
    </a>
    {', '}
    <a
      class="lw-link"
      href={withQuery(invitationRoutes.list.href(), {
        organisation: interest.municipality?.id ?? '',
        name: interest.name,
        email: interest.email,
      })}
    >
      {interest.name} einladen
    </a>
  </>
)
