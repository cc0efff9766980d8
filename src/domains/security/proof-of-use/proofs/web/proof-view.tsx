import { Temporal } from 'temporal-polyfill'
import { germanDate, germanDay, germanTime, localDay } from '#kernel/local-day.ts'
import { germanMoney } from '#kernel/money.ts'
import type { Refusal } from '#kernel/outcome.ts'
import { fileRoutes } from '#foundation/files/index.ts'
import type { Programme } from '#foundation/programmes/index.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { Description } from '#ui/description/description.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Facts } from '#ui/facts/facts.tsx'
import { errorAt, Form, HiddenField, Submit, TextField } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import { Why } from '#ui/why/why.tsx'
import { unusedOf } from '../../books/figures.ts'
import { proofRoutes } from '../../routes.ts'
import type { loadContent } from '../load-content.ts'
import { dueOn, isClosed, keptUntil, type Proof, proofKindInWords, type ProofVersion } from '../proof.ts'
import { FigureTables } from './figure-tables.tsx'
import { FreezePanel } from './freeze-panel.tsx'
import { NarrativePanel } from './narrative-panel.tsx'
import type { Said } from './proof-page.tsx'
import { VoucherTable } from './voucher-table.tsx'

export type Content = NonNullable<Awaited<ReturnType<typeof loadContent>>>

interface ProofViewProps {
  programme: Programme
  proof: Proof
  content: Content
  said: Said
  now: Temporal.Instant
}

/** Everything about the proof on one page: text, figures, vouchers, versions, terms. */
export function ProofView({ programme, proof, content, said, now }: ProofViewProps) {
  const { id } = programme
  const { figures, vouchers } = content
  return (
    <>
      <PageHead
        title="Verwendungsnachweis"
        lead={leadOf(proof, now)}
        actions={
          <>
            <ButtonLink href={proofRoutes.draftPdf.href({ id })} size="x-small" icon="download">
              Entwurf (PDF)
            </ButtonLink>
            <ButtonLink href={proofRoutes.draftSheet.href({ id })} size="x-small" icon="download">
              Entwurf (XLSX)
            </ButtonLink>
          </>
        }
      />
      <div class="lw-stack lw-stack--xl">
        {said.refusal && <ErrorSummary title={said.refusal.refused} errors={said.refusal.errors ?? []} />}
        <Facts
          items={[
            { label: 'freigegeben', value: germanMoney(figures.total.released) },
            { label: 'abgerechnet', value: germanMoney(figures.total.settled) },
            { label: 'nicht abgerechnet', value: germanMoney(unusedOf(figures.total)) },
            { label: vouchers.length === 1 ? 'Beleg' : 'Belege', value: vouchers.length },
          ]}
        />
        <NarrativePanel programmeId={id} proof={proof} said={said} now={now} />
        <Panel id="zahlen" title="Zahlenmäßiger Nachweis">
          <FigureTables figures={figures} />
        </Panel>
        <Panel id="belege" title="Belegliste">
          <VoucherTable
            vouchers={vouchers}
            settled={figures.total.settled}
            from={said.from ?? 0}
            href={proofRoutes.proof.href({ id })}
          />
        </Panel>
        <FreezePanel programmeId={id} proof={proof} said={said} />
        <Versions versions={proof.versions} />
        <Terms programmeId={id} proof={proof} said={said} />
      </div>
    </>
  )
}

function leadOf(proof: Proof, now: Temporal.Instant): string {
  const due = dueOn(proof.deadline, proof.dueMonths)
  const [last] = proof.versions
  const state = last
    ? `Zuletzt festgeschrieben: Version ${last.number} (${proofKindInWords(last.kind)}) am ${germanDay(localDay(last.frozenAt))}.`
    : 'Noch nichts ist festgeschrieben.'
  if (due === null || isClosed(proof)) return `${proof.programmeName}. ${state}`
  const days = localDay(now).until(Temporal.PlainDate.from(due)).days
  const when = days < 0 ? `seit ${-days} Tagen überfällig` : days === 0 ? 'heute fällig' : `in ${days} Tagen fällig`
  return `${proof.programmeName}: ${when}, am ${germanDate(due)}. ${state}`
}

const Versions = ({ versions }: { versions: readonly ProofVersion[] }) => (
  <Panel id="versionen" title="Festgeschriebene Versionen">
    {versions.length === 0 ? (
      <Empty title="Noch keine Version">
        Eine festgeschriebene Version hält Text, Zahlen und Belege eines Zeitpunkts fest. Sie wird nie geändert.
      </Empty>
    ) : (
      <Table
        caption="Versionen, die neueste zuerst"
        captionHidden
        stack
        rows={versions}
        columns={[
          { header: 'Version', rowHeader: true, cell: ({ number, kind }) => `${number}: ${proofKindInWords(kind)}` },
          {
            header: 'Stand der Zahlen',
            cell: ({ asOf }) => `${germanDay(localDay(asOf))}, ${germanTime(asOf)}`,
          },
          { header: 'Durch', cell: ({ frozenBy }) => frozenBy ?? '–' },
          { header: 'Grund', cell: ({ reason }) => reason || '–' },
          { header: 'Abgerechnet', numeric: true, cell: ({ settledCents }) => germanMoney(settledCents) },
          {
            header: 'Dateien',
            cell: (version) => <VersionFiles version={version} />,
          },
        ]}
      />
    )}
  </Panel>
)

const VersionFiles = ({
  version: { number, pdfFileId, pdfSha256, sheetFileId, sheetSha256 },
}: {
  version: ProofVersion
}) => (
  <>
    <a class="lw-link" href={fileRoutes.download.href({ id: pdfFileId })}>
      PDF/A <span class="kern-sr-only">der Version {number}</span>
    </a>{' '}
    ·{' '}
    <a class="lw-link" href={fileRoutes.download.href({ id: sheetFileId })}>
      XLSX <span class="kern-sr-only">der Version {number}</span>
    </a>
    <Why summary="Prüfsummen (SHA-256)">
      <Description
        items={[
          { term: 'PDF', details: <span class="lw-small lw-letter__text">{pdfSha256}</span> },
          { term: 'XLSX', details: <span class="lw-small lw-letter__text">{sheetSha256}</span> },
        ]}
      />
    </Why>
  </>
)

function Terms({ programmeId, proof, said }: { programmeId: string; proof: Proof; said: Said }) {
  const refused = said.at === 'terms' ? said : undefined
  const kept = keptUntil(proof.deadline, proof.keepYears)
  const due = dueOn(proof.deadline, proof.dueMonths)
  return (
    <Panel id="fristen" title="Fristen">
      <div class="lw-stack">
        <p>
          {due === null
            ? 'Das Programm hat kein Ende; eine Frist für den Nachweis gibt es erst dann.'
            : `Der Nachweis ist bis zum ${germanDate(due)} vorzulegen, ${proof.dueMonths} Monate nach dem Ende des Programms.`}{' '}
          {kept !== null && `Die Belege werden bis zum ${germanDate(kept)} aufbewahrt.`}
        </p>
        <Why summary="Fristen ändern" open={refused !== undefined}>
          <Form action={proofRoutes.terms.href({ id: programmeId })}>
            <HiddenField name="version" value={String(proof.termsVersion)} />
            <TextField
              name="dueMonths"
              label="Vorzulegen, Monate nach dem Ende"
              hint="Steht im Zuwendungsbescheid; üblich sind sechs."
              inputmode="numeric"
              short
              required
              value={refused?.form?.['dueMonths'] ?? String(proof.dueMonths)}
              error={errorAt(refused?.refusal?.errors, 'dueMonths')}
            />
            <TextField
              name="keepYears"
              label="Belege aufbewahren, Jahre nach dem Ende"
              hint="Üblich sind fünf."
              inputmode="numeric"
              short
              required
              value={refused?.form?.['keepYears'] ?? String(proof.keepYears)}
              error={errorAt(refused?.refusal?.errors, 'keepYears')}
            />
            <Submit variant="secondary">Fristen speichern</Submit>
          </Form>
        </Why>
      </div>
    </Panel>
  )
}

interface NotBegunProps {
  programme: Programme
  refusal: Refusal | undefined
  now: Temporal.Instant
}

/** Before anybody has begun: one button. */
export const NotBegun = ({ programme, refusal }: NotBegunProps) => (
  <>
    <PageHead
      title="Verwendungsnachweis"
      lead={`Sachbericht, Zahlen und Belege von ${programme.name}, für die Stelle, die die Mittel gegeben hat.`}
    />
    <div class="lw-stack lw-stack--xl">
      {refusal && <ErrorSummary title={refusal.refused} errors={refusal.errors ?? []} kept="" />}
      <Empty
        title="Noch nicht begonnen"
        level={2}
        actions={
          <Form action={proofRoutes.proof.href({ id: programme.id })} layout="row">
            <Submit>Sachbericht aus den Daten entwerfen</Submit>
          </Form>
        }
      >
        Der Sachbericht entsteht aus dem, was im Portal steht; danach schreiben Sie ihn um. Zahlen und Belegliste kommen
        immer aus den Buchungen.
      </Empty>
    </div>
  </>
)
