import { type Refusal, isRefusal } from '#kernel/outcome.ts'
import { type Answer, notFound, page, redirect } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import { Empty } from '#ui/empty/empty.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { errorAt, Form, HiddenField, Submit, TextField } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Refused } from '#ui/refused/refused.tsx'
import { Table } from '#ui/table/table.tsx'
import { Why } from '#ui/why/why.tsx'
import { may } from '../../access.ts'
import { nameOf } from '../../desk/web/on-event.ts'
import { atDesk, deskCrumbs } from '../../attendance/web/at-desk.ts'
import { tallyInWords } from '../../attendance/attendance.ts'
import { type Attendee, listAttendees } from '../../attendance/queries.ts'
import type { Event } from '../../event/event.ts'
import { eventRoutes } from '../../routes.ts'
import { type Certificate, newestOf, stateOf } from '../certificate.ts'
import { type Issued, issueAll, issueOne, revokeCertificate } from '../issue-certificates.ts'
import { findCertificate, listCertificates } from '../queries.ts'
import { revocationIn } from '../schemas.ts'
import { certificatePdf } from './certificate-file.ts'
import { CertificateTag } from './own-certificates.tsx'

/** Who passed, who did not and why; issuing, correcting, withdrawing; and the paper. */
export const certificatePages: PageRoute[] = [
  show(
    eventRoutes.certificates,
    (ctx, { params }) => atDesk(ctx, params['id'] ?? '', (event) => certificatesPage(ctx, event)),
    { guard: may.organize },
  ),
  submit(
    eventRoutes.certificates,
    (ctx, { params, form }) =>
      atDesk(ctx, params['id'] ?? '', (event) =>
        form['zertifikat'] === undefined ? issue(ctx, event, form['registration']) : revoke(ctx, event, form),
      ),
    { guard: may.organize },
  ),
  show(eventRoutes.certificateFile, async (ctx, { params, portal }) => {
    const found = await findCertificate(ctx.db, params['id'] ?? '')
    return found ? certificatePdf(found, { portal, now: ctx.now }) : notFound()
  }),
]

const hrefOf = ({ id }: Event): string => eventRoutes.certificates.href({ id })

async function issue(ctx: Context, event: Event, registrationId: string | undefined): Promise<Answer> {
  const done = await (registrationId ? issueOne(ctx, event, registrationId) : issueAll(ctx, event))
  return isRefusal(done) ? certificatesPage(ctx, event, done) : redirect(hrefOf(event), issuedInWords(done))
}

function issuedInWords({ issued, replaced }: Issued): string {
  if (issued + replaced === 0) return 'Alle, die bestanden haben, haben ihr Zertifikat schon. Geändert ist nichts.'
  const parts = [
    ...(issued > 0 ? [issued === 1 ? 'ein Zertifikat ausgestellt' : `${issued} Zertifikate ausgestellt`] : []),
    ...(replaced > 0 ? [replaced === 1 ? 'ein Zertifikat ersetzt' : `${replaced} Zertifikate ersetzt`] : []),
  ]
  const sentence = parts.join(', ')
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`
}

async function revoke(ctx: Context, event: Event, form: Record<string, string>): Promise<Answer> {
  const found = await findCertificate(ctx.db, form['zertifikat'] ?? '')
  if (!found || found.eventId !== event.id) return notFound()
  const wanted = parse(revocationIn, { reason: form['reason'] ?? '' }, 'Zurückgezogen ist nichts')
  const done = isRefusal(wanted) ? wanted : await revokeCertificate(ctx, event, found, wanted.reason)
  return isRefusal(done)
    ? certificatesPage(ctx, event, done, found.id)
    : redirect(hrefOf(event), `Zurückgezogen: ${found.number}. Wer die Nummer prüft, sieht das.`)
}

async function certificatesPage(ctx: Context, event: Event, refusal?: Refusal, at?: string): Promise<Answer> {
  const attendees = await listAttendees(ctx.db, event, ctx.now)
  const all = await listCertificates(ctx.db, event.id)
  const newest = newestOf(all)
  const passed = attendees.filter(({ tally }) => tally.verdict === 'passed').length
  const title = 'Zertifikate'
  return page({
    title: `${title}, ${event.title}`,
    status: refusal ? 422 : 200,
    refusal,
    crumbs: deskCrumbs(event, title),
    view: () => (
      <>
        <PageHead
          title={title}
          lead={
            event.passPercent === null
              ? nameOf(event)
              : `${nameOf(event)}. ${passed} von ${attendees.length} haben bestanden.`
          }
        />
        <div class="lw-stack lw-stack--xl">
          {refusal && (
            <ErrorSummary
              title={refusal.refused}
              errors={refusal.errors ?? []}
              labels={{ reason: 'Grund' }}
              ids={{ reason: `grund-${at ?? ''}` }}
              kept=""
            />
          )}
          {event.passPercent === null ? (
            <Refused title="Diese Veranstaltung hat keine Zertifikate" level={2}>
              Ausgestellt werden sie, wenn in den Angaben steht, ab welcher Anwesenheit bestanden ist.
            </Refused>
          ) : (
            <>
              <IssueAll event={event} passed={passed} />
              <People event={event} attendees={attendees} newest={newest} />
              <Numbers event={event} all={all} refusal={refusal} at={at} />
            </>
          )}
        </div>
      </>
    ),
  })
}

const IssueAll = ({ event, passed }: { event: Event; passed: number }) =>
  passed === 0 ? (
    <Refused title="Noch nichts auszustellen" level={2}>
      {`Bestanden hat, wer bei mindestens ${event.passPercent ?? 0}\u00a0% der Termine da war. Das ist noch niemand.`}
    </Refused>
  ) : (
    <Form action={hrefOf(event)} label="Allen ausstellen">
      <p>
        Wer schon ein richtiges Zertifikat hat, behält es. Wo sich seitdem etwas geändert hat, ersetzt das neue das
        alte.
      </p>
      <p>
        <Submit>Allen ausstellen, die bestanden haben</Submit>
      </p>
    </Form>
  )

interface PeopleProps {
  event: Event
  attendees: readonly Attendee[]
  newest: ReadonlyMap<string, Certificate>
}

const People = ({ event, attendees, newest }: PeopleProps) => (
  <Panel id="personen" title="Wer bestanden hat" note={`ab ${event.passPercent ?? 0}\u00a0%`}>
    {attendees.length === 0 ? (
      <Empty title="Noch niemand mit Platz">Hier steht, wer einen bestätigten Platz hat.</Empty>
    ) : (
      <Table
        caption="Alle mit bestätigtem Platz"
        captionHidden
        stack
        rows={attendees}
        columns={[
          { header: 'Name', rowHeader: true, cell: ({ place }) => place.name },
          { header: 'Organisation', cell: ({ place }) => place.organization ?? 'Gast' },
          { header: 'Teilnahme', cell: ({ tally }) => tallyInWords(tally) },
          {
            header: 'Zertifikat',
            cell: ({ place, tally }) => (
              <Deed event={event} id={place.id} last={newest.get(place.id)} hasPassed={tally.verdict === 'passed'} />
            ),
          },
        ]}
      />
    )}
  </Panel>
)

interface DeedProps {
  event: Event
  id: string
  last: Certificate | undefined
  hasPassed: boolean
}

const Deed = ({ event, id, last, hasPassed }: DeedProps) => (
  <div class="lw-stack lw-stack--xs">
    {last && <CertificateTag certificate={last} />}
    {!last && !hasPassed && 'keines'}
    {hasPassed && (
      <Form action={hrefOf(event)} layout="row">
        <HiddenField name="registration" value={id} />
        <Submit variant="secondary" size="x-small">
          {last && stateOf(last) === 'valid' ? 'Berichtigt ausstellen' : 'Ausstellen'}
        </Submit>
      </Form>
    )}
  </div>
)

interface NumbersProps {
  event: Event
  all: readonly Certificate[]
  refusal: Refusal | undefined
  at: string | undefined
}

const Numbers = ({ event, all, refusal, at }: NumbersProps) =>
  all.length === 0 ? null : (
    <Panel
      id="nummern"
      title="Ausgestellte Nummern"
      link={{ href: eventRoutes.certificateCheck.href(), label: 'So wird geprüft' }}
    >
      <Table
        caption="Alle Zertifikate dieser Veranstaltung, das neueste zuerst"
        captionHidden
        stack
        rows={all}
        columns={[
          {
            header: 'Nummer',
            rowHeader: true,
            cell: ({ number }) => (
              <a class="lw-link" href={eventRoutes.certificate.href({ number })}>
                {number}
              </a>
            ),
          },
          { header: 'Name', cell: ({ holderName }) => holderName },
          { header: 'Stand', cell: (one) => <Standing one={one} /> },
          {
            header: 'PDF',
            cell: ({ id, number }) => (
              <a class="lw-link" href={eventRoutes.certificateFile.href({ id })} aria-label={`${number} als PDF`}>
                Herunterladen
              </a>
            ),
          },
          {
            header: 'Zurückziehen',
            cell: (one) =>
              stateOf(one) === 'valid' ? (
                <Revocation event={event} one={one} refusal={one.id === at ? refusal : undefined} />
              ) : (
                '–'
              ),
          },
        ]}
      />
    </Panel>
  )

const Standing = ({ one }: { one: Certificate }) => (
  <div class="lw-stack lw-stack--xs">
    <CertificateTag certificate={one} />
    {one.revokeReason !== '' && <span class="lw-small lw-muted">{one.revokeReason}</span>}
  </div>
)

const Revocation = ({ event, one, refusal }: { event: Event; one: Certificate; refusal: Refusal | undefined }) => (
  <Why summary="Zurückziehen" open={refusal !== undefined}>
    <Form action={hrefOf(event)} label={`${one.number} zurückziehen`}>
      <HiddenField name="zertifikat" value={one.id} />
      <TextField
        name="reason"
        id={`grund-${one.id}`}
        label="Grund"
        hint="Den Grund sehen nur Sie. Wer die Nummer prüft, sieht, dass sie zurückgezogen ist."
        error={errorAt(refusal?.errors, 'reason')}
        maxlength={500}
        required
      />
      <p>
        <Submit variant="secondary" size="x-small">
          Jetzt zurückziehen
        </Submit>
      </p>
    </Form>
  </Why>
)
