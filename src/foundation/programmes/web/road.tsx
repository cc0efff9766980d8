import type { Temporal } from 'temporal-polyfill'
import { isRefusal } from '#kernel/outcome.ts'
import { notFound, page, unprocessable } from '#platform/http/answer.ts'
import type { Actor, Context } from '#platform/http/context.ts'
import { type PageRoute, show } from '#platform/http/page-route.ts'
import { organizationRoutes } from '#foundation/organizations/index.ts'
import { Badge } from '#ui/badge/badge.tsx'
import { ButtonLink } from '#ui/button/button.tsx'
import { Description } from '#ui/description/description.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import type { EnrollmentWithSteps } from '../enrollment.ts'
import {
  findEnrollment,
  findSurroundings,
  listRoadEntries,
  type RoadEntry,
  type Surroundings,
} from '../enrollments/queries.ts'
import type { RoadPart } from '../road-part.ts'
import { programmeRoutes } from '../routes.ts'
import { ContactPanel } from './contact-panel.tsx'
import { HistoryTable } from './history-table.tsx'
import { RoadTable } from './road-table.tsx'
import { StandingPanel } from './standing-panel.tsx'
import { roadCrumbs } from './road-crumbs.ts'
import { germanDate, roadTitle } from './words.ts'

const latest = 8

/** The road of one municipality, with what other modules keep for it. */
export const roadPagesWith = (roadParts: readonly RoadPart[]): PageRoute[] => [
  show(programmeRoutes.road, async (ctx, { params }) => {
    const road = await findEnrollment(ctx.db, params['id'] ?? '')
    if (!road) return notFound('Diese Teilnahme gibt es nicht, oder sie gehört einer anderen Kommune.')
    const around = await findSurroundings(ctx.db, road)
    const entries = await listRoadEntries(ctx.db, road.id, { limit: latest })
    if (isRefusal(entries)) return unprocessable(entries)
    const parts = await toldParts(ctx, roadParts, road)
    return page({
      title: roadTitle(road),
      crumbs: roadCrumbs(road),
      view: () => <RoadView {...{ road, around, parts, actor: ctx.actor, now: ctx.now }} entries={entries.items} />,
    })
  }),
]

interface Told {
  name: string
  title: string
  href: string
  said: string
  paper: { href: string; label: string } | undefined
}

async function toldParts(ctx: Context, parts: readonly RoadPart[], road: EnrollmentWithSteps): Promise<Told[]> {
  const told: Told[] = []
  for (const part of parts) {
    const belongs = part.steps.length === 0 || road.steps.some(({ key }) => part.steps.includes(key))
    const said = belongs ? await part.tell(ctx, road) : undefined
    if (said !== undefined) {
      const { name, title } = part
      told.push({ name, title, href: part.href(road), said, paper: part.paper?.(ctx, road) })
    }
  }
  return told
}

interface Found {
  road: EnrollmentWithSteps
  around: Surroundings
  entries: readonly RoadEntry[]
  parts: readonly Told[]
  actor: Actor
  now: Temporal.Instant
}

const RoadView = ({ road, around, entries, parts, actor, now }: Found) => (
  <>
    <PageHead
      title={road.organizationName}
      lead={
        <>
          Teilnahme an{' '}
          <a class="lw-link" href={programmeRoutes.show.href({ id: road.programmeId })}>
            {road.programmeName}
          </a>
        </>
      }
      actions={road.state === 'withdrawn' && <Badge kind="info">beendet</Badge>}
    />
    <div class="lw-stack lw-stack--xl">
      <StandingPanel road={road} around={around} isOwn={actor.actingFor?.id === road.organizationId} now={now} />
      <Panel id="schritte" title="Alle Schritte">
        <RoadTable road={road} phases={around.phases} actor={actor} now={now} />
      </Panel>
      <div class="lw-split">
        <div class="lw-stack lw-stack--xl">
          {parts.map((part) => (
            <Panel id={`teil-${part.name}`} title={part.title} link={{ href: part.href, label: 'Ansehen' }}>
              <div class="lw-stack lw-stack--s">
                <p>{part.said}</p>
                {part.paper && (
                  <p>
                    <ButtonLink href={part.paper.href} size="x-small" icon="download" download>
                      {part.paper.label}
                    </ButtonLink>
                  </p>
                )}
              </div>
            </Panel>
          ))}
          <Panel
            id="verlauf"
            title="Verlauf"
            link={{ href: programmeRoutes.history.href({ id: road.id }), label: 'Alles ansehen' }}
          >
            <HistoryTable items={entries} caption="Das Jüngste zuerst; nichts wird überschrieben" />
          </Panel>
        </div>
        <div class="lw-stack lw-stack--l">
          <SidePanel road={road} around={around} />
          <ContactPanel
            contact={{ name: around.contactName, email: around.contactEmail, phone: around.contactPhone }}
          />
        </div>
      </div>
    </div>
  </>
)

const SidePanel = ({ road, around }: Pick<Found, 'road' | 'around'>) => (
  <Panel id="beteiligte" title="Beteiligte" quiet>
    <Description
      items={[
        {
          term: 'Kommune',
          details: (
            <a class="lw-link" href={organizationRoutes.show.href({ id: road.organizationId })}>
              {road.organizationName}
            </a>
          ),
        },
        { term: 'Träger', details: around.runBy },
        { term: 'Führt aus', details: around.contractor ?? 'kein Auftragnehmer' },
        ...(around.guide === null ? [] : [{ term: 'Betreuung', details: around.guide }]),
        ...(road.lastContactOn === null ? [] : [{ term: 'Letzter Kontakt', details: germanDate(road.lastContactOn) }]),
      ]}
    />
  </Panel>
)
