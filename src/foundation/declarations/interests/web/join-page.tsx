import { Temporal } from 'temporal-polyfill'
import { germanDay, localDay } from '#kernel/local-day.ts'
import { type Refusal, isRefusal } from '#kernel/outcome.ts'
import { kindInWords } from '#foundation/organizations/index.ts'
import { findProgrammeByKey, findRoad, parties, partyInWords } from '#foundation/programmes/index.ts'
import { type Answer, forbidden, notFound, page, redirect } from '#platform/http/answer.ts'
import type { Context, PublicContext } from '#platform/http/context.ts'
import { type PageRoute, publicPage, publicSubmit, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import { Article } from '#ui/article/article.tsx'
import { ButtonLink } from '#ui/button/button.tsx'
import { Description } from '#ui/description/description.tsx'
import { EmailAddress } from '#ui/email-address/email-address.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { ownLinks } from '#ui/prose/markup.ts'
import { Refused } from '#ui/refused/refused.tsx'
import { may } from '../../access.ts'
import { declarationRoutes } from '../../routes.ts'
import { declareInterest, tooMany } from '../declare-interest.ts'
import { closedBecause, type Place, type PublicProgramme } from '../interest.ts'
import { joinProgramme } from '../join-programme.ts'
import { findPlaces, findPublicProgramme } from '../queries.ts'
import { interestForm } from '../schemas.ts'
import { InterestForm, OwnForm } from './join-forms.tsx'

/** What a programme is, for everybody, and how a municipality gets in. */
export const joinPages: PageRoute[] = [
  publicPage(declarationRoutes.join, (ctx, { params, query }) =>
    onProgramme(ctx, params, (programme) => joinPage(ctx, programme, { search: query['suche'] })),
  ),
  publicSubmit(declarationRoutes.join, (ctx, { params, form, address }) =>
    onProgramme(ctx, params, async (programme) => {
      const input = parse(interestForm, form, 'Ihr Interesse ist noch nicht angekommen')
      if (isRefusal(input)) return joinPage(ctx, programme, { typed: form, refusal: input, search: form['suche'] })
      const declared = await declareInterest(ctx, programme, input, address)
      if (isRefusal(declared))
        return joinPage(ctx, programme, { typed: form, refusal: declared, search: form['suche'] })
      return redirect(
        declarationRoutes.join.href({ key: programme.key }),
        'Danke, Ihr Interesse ist angekommen. Sie bekommen eine Bestätigung per Mail, und wir melden uns.',
      )
    }),
  ),
  submit(declarationRoutes.joinOwn, async (ctx, { params }) => {
    const programme = await findProgrammeByKey(ctx.db, params['key'] ?? '')
    if (!programme || programme.state !== 'running')
      return notFound('Dieses Programm gibt es nicht, oder es läuft nicht.')
    const allowed = may.joinFor(ctx.actor)
    if (isRefusal(allowed)) return forbidden(allowed)
    if (!ctx.actor.actingFor) throw new Error('roles without an organization')
    const joined = await joinProgramme(ctx, programme, ctx.actor.actingFor)
    if (isRefusal(joined)) {
      const shown = await findPublicProgramme(ctx.db, programme.key)
      return shown ? joinPage(ctx, shown, { refusal: joined }) : notFound()
    }
    return redirect(
      declarationRoutes.declaration.href({ id: joined.enrollmentId }),
      joined.isNew
        ? 'Ihr Interesse ist eingetragen. Als Nächstes kommt die Erklärung.'
        : 'Ihre Kommune nimmt schon teil. Hier steht, wie es weitergeht.',
    )
  }),
]

async function onProgramme(
  ctx: PublicContext,
  { key = '' }: Record<string, string>,
  work: (programme: PublicProgramme) => Promise<Answer>,
): Promise<Answer> {
  const programme = await findPublicProgramme(ctx.db, key)
  return programme ? work(programme) : notFound('Dieses Programm gibt es nicht, oder es läuft nicht.')
}

interface State {
  typed?: Record<string, string>
  refusal?: Refusal
  search?: string | undefined
}

/** What the reader may do here. */
type Way =
  | { kind: 'closed'; why: string }
  | { kind: 'stranger'; places: Place[] }
  | { kind: 'own'; name: string }
  | { kind: 'takesPart'; href: string }
  | { kind: 'others' }

async function joinPage(ctx: PublicContext, programme: PublicProgramme, state: State): Promise<Answer> {
  const way = await wayOf(ctx, programme, state.search ?? '')
  const { refusal } = state
  return page({
    title: `${programme.name}: mitmachen`,
    status: refusal ? (refusal.refused === tooMany ? 429 : 422) : 200,
    refusal,
    view: () => (
      <>
        <PageHead title={programme.name} lead={programme.summary} />
        <div class="lw-split">
          <div class="lw-stack lw-stack--xl">
            {programme.about !== '' && <Article text={programme.about} link={ownLinks} />}
            <Steps programme={programme} />
            <Panel id="mitmachen" title="Interesse erklären">
              <Deed programme={programme} way={way} state={state} />
            </Panel>
          </div>
          <Aside programme={programme} />
        </div>
      </>
    ),
  })
}

async function wayOf(ctx: PublicContext, programme: PublicProgramme, search: string): Promise<Way> {
  const place = ctx.actor?.actingFor
  if (ctx.actor && place && programme.openTo.includes(place.kind)) {
    const road = await findRoad(ctx.db, { organizationId: place.id, programmeId: programme.id })
    if (road) return { kind: 'takesPart', href: declarationRoutes.declaration.href({ id: road.id }) }
  }
  const why = closedBecause(programme, localDay(ctx.now).toString())
  if (why) return { kind: 'closed', why }
  if (!ctx.actor) return { kind: 'stranger', places: await findPlaces(ctx, programme.key, search) }
  return place && programme.openTo.includes(place.kind) && !isRefusal(may.joinFor((ctx as Context).actor))
    ? { kind: 'own', name: place.name }
    : { kind: 'others' }
}

function Deed({ programme, way, state }: { programme: PublicProgramme; way: Way; state: State }) {
  switch (way.kind) {
    case 'closed':
      return (
        <Refused title="Zurzeit ist keine Anmeldung möglich" level={3}>
          {`${way.why} Fragen beantwortet die Ansprechperson des Programms.`}
        </Refused>
      )
    case 'takesPart':
      return (
        <div class="lw-stack">
          <p>Ihre Kommune nimmt an diesem Programm teil.</p>
          <p>
            <ButtonLink href={way.href} variant="primary">
              Zur Erklärung
            </ButtonLink>
          </p>
        </div>
      )
    case 'own':
      return <OwnForm programme={programme} place={way.name} refusal={state.refusal} />
    case 'others':
      return (
        <Refused title="Interesse erklärt jemand aus der Kommune" level={3}>
          Wer für eine Kommune dieser Art handelt, meldet sie hier mit einem Klick an. Wer noch keinen Zugang hat,
          meldet sich ab und füllt das Formular aus.
        </Refused>
      )
    case 'stranger':
      return <InterestForm programme={programme} places={way.places} {...state} />
  }
}

const isParty = (name: string): name is (typeof parties)[number] => parties.some((party) => party === name)

const Steps = ({ programme }: { programme: PublicProgramme }) =>
  programme.steps.length === 0 ? null : (
    <Panel id="schritte" title="So läuft es ab">
      <ol class="lw-list">
        {programme.steps.map(({ title, duty, acts, isOptional }) => (
          <li>
            <strong>{title}</strong>: {duty} ({isParty(acts) ? partyInWords(acts) : acts}
            {isOptional ? ', kann entfallen' : ''})
          </li>
        ))}
      </ol>
    </Panel>
  )

const euros = (cents: number): string => `${(cents / 100).toLocaleString('de-DE')}\u00a0€`

function Aside({ programme }: { programme: PublicProgramme }) {
  const { stages, deadline, contractor, runBy, openTo, documents, contact } = programme
  const wanted = documents.filter(({ isRequired }) => isRequired).map(({ title }) => title)
  return (
    <div class="lw-stack lw-stack--l">
      <Panel id="eckdaten" title="Auf einen Blick" quiet>
        <Description
          items={[
            ...(deadline ? [{ term: 'Frist', details: germanDay(Temporal.PlainDate.from(deadline)) }] : []),
            {
              term: 'Kosten',
              details:
                stages.length === 0
                  ? 'für Ihre Kommune keine'
                  : `für Ihre Kommune keine; das Programm trägt ${stages.map(({ title, amountCents }) => `${title} ${euros(amountCents)}`).join('; ')}`,
            },
            { term: 'Für wen', details: openTo.map(kindInWords).join(', ') },
            ...(contractor ? [{ term: 'Beauftragt', details: contractor }] : []),
            ...(runBy ? [{ term: 'Träger', details: runBy }] : []),
            ...(wanted.length > 0 ? [{ term: 'Unterlagen, soweit vorhanden', details: wanted.join(', ') }] : []),
          ]}
        />
      </Panel>
      <Panel id="kontakt" title="Fragen beantwortet" quiet>
        <p>
          {contact.name === '' ? runBy : contact.name}
          {contact.phone !== '' && (
            <>
              <br />
              {contact.phone}
            </>
          )}
          {contact.email !== '' && (
            <>
              <br />
              <a class="lw-link" href={`mailto:${contact.email}`}>
                <EmailAddress>{contact.email}</EmailAddress>
              </a>
            </>
          )}
        </p>
      </Panel>
    </div>
  )
}
