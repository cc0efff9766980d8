import type { Temporal } from 'temporal-polyfill'
import { euro } from '#kernel/money.ts'
import { localDay } from '#kernel/local-day.ts'
import type { Refusal } from '#kernel/outcome.ts'
import { type Answer, notFound, page } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show } from '#platform/http/page-route.ts'
import { Article } from '#ui/article/article.tsx'
import { Badge } from '#ui/badge/badge.tsx'
import { ButtonLink } from '#ui/button/button.tsx'
import { Description } from '#ui/description/description.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { LinkList } from '#ui/link-list/link-list.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Prose } from '#ui/prose/prose.tsx'
import { Why } from '#ui/why/why.tsx'
import { kindNames, kinds } from '#foundation/organizations/index.ts'
import type { EnrollmentWithSteps } from '../enrollment.ts'
import { findRoad } from '../enrollments/queries.ts'
import { programmeStateInWords } from '../facts/fact-names.ts'
import type { Programme } from '../programme.ts'
import { findProgramme } from '../queries.ts'
import { programmeRoutes } from '../routes.ts'
import { type Candidate, listCandidates, listStaff } from '../staff/queries.ts'
import type { Staff } from '../staff/staff.ts'
import { ContactPanel } from './contact-panel.tsx'
import { DocumentPanel } from './document-panel.tsx'
import { OwnPanel } from './own-panel.tsx'
import { StaffPanel } from './staff-panel.tsx'
import { StagePanel } from './stage-panel.tsx'
import { StepPanel } from './step-panel.tsx'
import { daysUntil, germanDate, leftInWords } from './words.ts'

/** One programme: what it is, its road, money, documents, people. */
export const programmeDetailPages: PageRoute[] = [
  show(programmeRoutes.show, async (ctx, { params }) => {
    const programme = await findProgramme(ctx.db, params['id'] ?? '')
    return programme ? programmePage(ctx, programme, {}) : notFound('Dieses Programm gibt es nicht.')
  }),
]

interface Said {
  refusal?: Refusal | undefined
  typed?: Partial<Record<string, string>> | undefined
}

/** Also the answer to its small forms when they are refused. */
export async function programmePage(ctx: Context, programme: Programme, { refusal, typed }: Said): Promise<Answer> {
  const today = localDay(ctx.now).toString()
  const place = ctx.actor.actingFor
  const found: Found = {
    programme,
    staff: await listStaff(ctx.db, programme.id, today),
    candidates: programme.isLed ? await listCandidates(ctx.db, today) : [],
    own:
      place && !programme.isSeen
        ? await findRoad(ctx.db, { organizationId: place.id, programmeId: programme.id })
        : undefined,
    kind: place?.kind,
    now: ctx.now,
    typed: typed ?? {},
    refusal,
  }
  return page({
    title: programme.name,
    status: refusal ? 422 : 200,
    refusal,
    crumbs: [{ label: 'Programme', href: programmeRoutes.list.href() }, { label: programme.name }],
    view: () => <ProgrammeView {...found} />,
  })
}

interface Found {
  programme: Programme
  staff: Staff[]
  candidates: Candidate[]
  own: EnrollmentWithSteps | undefined
  kind: string | undefined
  now: Temporal.Instant
  typed: Partial<Record<string, string>>
  refusal: Refusal | undefined
}

const ProgrammeView = ({ programme, staff, candidates, own, kind, now, typed, refusal }: Found) => (
  <>
    <PageHead
      title={programme.name}
      lead={programme.summary}
      actions={
        <>
          {programme.state !== 'running' && (
            <Badge kind={programme.state === 'draft' ? 'warning' : 'info'}>
              {programmeStateInWords(programme.state)}
            </Badge>
          )}
          {programme.isLed && (
            <ButtonLink href={programmeRoutes.change.href({ id: programme.id })} size="x-small" icon="edit">
              Angaben ändern
            </ButtonLink>
          )}
        </>
      }
    />
    <div class="lw-stack lw-stack--xl">
      {refusal && <ErrorSummary title={refusal.refused} errors={refusal.errors ?? []} />}
      <div class="lw-split">
        <div class="lw-stack lw-stack--xl">
          {!programme.isSeen && kind !== undefined && (
            <OwnPanel programme={programme} road={own} kind={kind} now={now} />
          )}
          {programme.about !== '' && <Article text={programme.about} />}
          <StepPanel programme={programme} />
          <StagePanel programme={programme} />
          <DocumentPanel programme={programme} />
          {programme.declarationText !== '' && (
            <Why summary={`Text der Teilnahmeerklärung (Fassung ${programme.declarationVersion})`}>
              <Prose text={programme.declarationText} />
            </Why>
          )}
        </div>
        <div class="lw-stack lw-stack--l">
          {programme.isSeen && <WorkPanel programme={programme} />}
          <FactPanel programme={programme} now={now} />
          <ContactPanel contact={programme.contact} />
          <StaffPanel {...{ programme, staff, candidates, typed }} errors={refusal?.errors} />
        </div>
      </div>
    </div>
  </>
)

const WorkPanel = ({ programme: { id, isLed, stages, takesInterest } }: { programme: Programme }) => (
  <Panel id="arbeiten" title="Arbeiten im Programm" quiet>
    <LinkList
      items={[
        { href: programmeRoutes.cockpit.href({ id }), label: 'Alle Kommunen im Überblick' },
        ...(takesInterest
          ? [{ href: programmeRoutes.interests.href({ id }), label: 'Wer sich für das Programm interessiert' }]
          : []),
        ...(isLed ? [{ href: programmeRoutes.waiting.href({ id }), label: 'Wer auf die Zulassung wartet' }] : []),
        { href: programmeRoutes.appointments.href({ id }), label: 'Termine des Programms' },
        { href: programmeRoutes.outreach.href({ id }), label: 'Kommunen ansprechen' },
        { href: programmeRoutes.report.href({ id }), label: 'Bericht für das Ministerium' },
        ...(isLed && stages.length > 0 ? moneyLinks(id) : []),
        ...(isLed && stages.length > 0
          ? [{ href: programmeRoutes.offers.href({ id }), label: 'Angebote und Preise für Maßnahmenpakete' }]
          : []),
        ...(isLed ? [{ href: programmeRoutes.load.href({ id }), label: 'Stand aus einer Arbeitsmappe einlesen' }] : []),
      ]}
    />
  </Panel>
)

const moneyLinks = (id: string) => [
  { href: programmeRoutes.budgets.href({ id }), label: 'Budgets der Kommunen' },
  { href: programmeRoutes.invoices.href({ id }), label: 'Rechnungen und Zahlungen' },
  { href: programmeRoutes.yearEnd.href({ id }), label: 'Was bis zur Frist noch fehlt' },
  { href: programmeRoutes.proofOfUse.href({ id }), label: 'Verwendungsnachweis' },
]

const FactPanel = ({ programme, now }: { programme: Programme; now: Temporal.Instant }) => (
  <Panel id="angaben" title="Angaben" quiet>
    <Description
      items={[
        { term: 'Beginn', details: programme.startsOn === null ? '–' : germanDate(programme.startsOn) },
        {
          term: 'Frist',
          details:
            programme.deadline === null
              ? 'keine'
              : `${germanDate(programme.deadline)}, 24 Uhr (${leftInWords(daysUntil(programme.deadline, now))})`,
        },
        ...(programme.totalCents === null
          ? []
          : [{ term: 'Je Kommune', details: `zusammen bis ${euro(programme.totalCents)}` }]),
        { term: 'Teilnehmen können', details: openToInWords(programme.openTo) },
        ...(programme.expected === null ? [] : [{ term: 'Angestrebt', details: `${programme.expected} Kommunen` }]),
        { term: 'Träger', details: programme.runBy.name },
        { term: 'Führt aus', details: programme.contractor?.name ?? 'kein Auftragnehmer' },
        {
          term: 'Zahlen erhält',
          details:
            programme.observers.length === 0
              ? 'niemand'
              : `${programme.observers.map(({ name }) => name).join(', ')}, nur zusammengefasst`,
        },
      ]}
    />
  </Panel>
)

const openToInWords = (openTo: readonly string[]): string =>
  kinds
    .filter((kind) => openTo.includes(kind))
    .map((kind) => kindNames[kind])
    .join(', ')
