import { Temporal } from 'temporal-polyfill'
import { germanDate, germanMoment, longGermanDay } from '#kernel/local-day.ts'
import { euro } from '#kernel/money.ts'
import { fileRoutes } from '#foundation/files/index.ts'
import { Box } from '#ui/box/box.tsx'
import { ButtonLink } from '#ui/button/button.tsx'
import { errorAt, Form, HiddenField, Submit, TextArea } from '#ui/form/form.tsx'
import { Heading } from '#ui/heading/heading.tsx'
import { formula } from '../../proposals/gap.ts'
import { packageRoutes } from '../../routes.ts'
import type { LeftOut, MeasurePackage } from '../package.ts'
import type { PackageData } from './load-page.ts'
import type { Typed } from './typed.ts'

interface Props {
  data: PackageData
  found: MeasurePackage
  typed: Typed
  now: Temporal.Instant
  self: string
}

/** What comes next, and whose turn it is. */
export function NextStep(props: Props) {
  switch (props.found.state) {
    case 'draft':
      return <Submission {...props} />
    case 'submitted':
      return <Waiting {...props} />
    case 'decided':
      return <Decided {...props} />
  }
}

const headsInWords = ({ heads }: PackageData): string =>
  heads.length === 0 ? 'die Verwaltungsleitung' : heads.map(({ name }) => name).join(' oder ')

const Press = ({ data: { press, road } }: Props) =>
  press ? (
    <p class="lw-small">
      <strong>Bis {longGermanDay(Temporal.PlainDate.from(press.day))}.</strong> Danach ist „{press.title}“ vor dem{' '}
      {road.deadline ? germanDate(road.deadline) : 'Ende'} nicht mehr zu schaffen: {press.workDays} Arbeitstage
      Durchführung, {press.acceptanceDays} für die Abnahme.
    </p>
  ) : null

function Submission(props: Props) {
  const { data, found, self } = props
  const { reasoning, what } = found
  const others = data.heads.filter(({ id }) => id !== self)
  const [only] = others
  const label = data.decides || others.length !== 1 || !only ? 'Zur Entscheidung vorlegen' : `${only.name} vorlegen`
  return (
    <Box tone="tint">
      <Heading level={2} size="small">
        Entscheiden muss die Verwaltungsleitung
      </Heading>
      {what === 'returned' && reasoning?.reason && (
        <p>
          Zurückgegeben{found.changedByName ? ` von ${found.changedByName}` : ''}: „{reasoning.reason}“
        </p>
      )}
      {data.drafts ? (
        <>
          <p>
            Wenn Sie fertig sind, legen Sie das Paket vor. {headsInWords(data)} kann einzelne Maßnahmen streichen oder
            es zurückgeben.
          </p>
          <Form action={packageRoutes.submission.href({ id: data.road.id })} label="Paket vorlegen">
            <HiddenField name="version" value={String(found.version)} />
            <Submit>{label}</Submit>
          </Form>
        </>
      ) : (
        <p>Das Paket ist ein Entwurf der Kommune.</p>
      )}
      <Press {...props} />
    </Box>
  )
}

function Waiting(props: Props) {
  const { data, found, typed, now } = props
  const isReturn = typed.at === 'return'
  return (
    <Box tone="tint">
      <Heading level={2} size="small">
        {data.decides ? 'Ihre Entscheidung' : 'Wartet auf die Verwaltungsleitung'}
      </Heading>
      <p>
        Vorgelegt {found.submittedAt && germanMoment(found.submittedAt, now)}
        {found.submittedByName ? `, ${found.submittedByName}` : ''}.
      </p>
      {data.decides ? (
        <p>
          <ButtonLink href={packageRoutes.decision.href({ id: data.road.id })} variant="primary">
            Lesen und entscheiden
          </ButtonLink>
        </p>
      ) : (
        data.drafts && <p>Es entscheidet {headsInWords(data)}. Bis dahin ändert sich nichts mehr.</p>
      )}
      <Press {...props} />
      {data.drafts && (
        <details class="lw-why" open={isReturn}>
          <summary>{data.decides ? 'Zurückgeben' : 'Zurückholen und ändern'}</summary>
          <Form action={packageRoutes.return.href({ id: data.road.id })} label="Paket zurückgeben">
            <HiddenField name="version" value={String(found.version)} />
            <TextArea
              name="reason"
              label="Was sich ändern soll"
              rows={3}
              maxlength={2000}
              required
              value={isReturn ? typed.form?.['reason'] : undefined}
              error={isReturn ? errorAt(typed.refusal?.errors, 'reason') : undefined}
            />
            <Submit variant="secondary">{data.decides ? 'Paket zurückgeben' : 'Paket zurückholen'}</Submit>
          </Form>
        </details>
      )}
    </Box>
  )
}

function Decided({ data, found }: Props) {
  const canGoOn = data.drafts && (data.account?.remaining ?? 0) > 0
  return (
    <Box>
      <Heading level={2} size="small">
        Entschieden
      </Heading>
      <p>
        {found.signerName} am {germanDate(found.signedOn ?? '')},{' '}
        {found.way === 'paper' ? 'auf Papier' : 'im Portal, mit dem eigenen Passwort bestätigt'}.
      </p>
      {found.fileId && found.fileName && (
        <p>
          <ButtonLink href={fileRoutes.download.href({ id: found.fileId })} size="x-small" icon="download" download>
            {`Papier: ${found.fileName}`}
          </ButtonLink>
        </p>
      )}
      {canGoOn && (
        <>
          <p>Frei sind noch {euro(data.account?.remaining ?? 0)}. Ein weiteres Paket ist möglich.</p>
          <Form action={packageRoutes.start.href({ id: data.road.id })} label="Weiteres Paket">
            <Submit variant="secondary">Weiteres Paket vorschlagen lassen</Submit>
          </Form>
        </>
      )}
    </Box>
  )
}

/** How the proposal came about: in short, then the formula. */
export const Formula = ({ data, found }: Props) => (
  <section class="lw-stack lw-stack--s" aria-labelledby="rechnung">
    <Heading level={2} size="small" id="rechnung">
      So ist der Vorschlag entstanden
    </Heading>
    <ol class="lw-list">
      <li>Befunde mit hohem Risiko zählen am meisten.</li>
      <li>Danach zählt, was die meisten offenen Fragen schließt, die wichtigen Listen zuerst.</li>
      <li>
        Was bis {data.road.deadline ? germanDate(data.road.deadline) : 'zur Frist'} nicht fertig wird, bleibt draußen.
      </li>
      <li>Was nichts kostet und etwas schließt, kommt immer dazu.</li>
    </ol>
    <details class="lw-why">
      <summary>Die Formel</summary>
      <div>
        {formula.map((sentence) => (
          <p>{sentence}</p>
        ))}
      </div>
    </details>
    {found.reasoning && found.reasoning.basis !== '' && (
      <p class="lw-small lw-muted">{data.live?.facts.basis ?? found.reasoning.basis}</p>
    )}
    {found.state === 'draft' && data.drafts && (
      <Form action={packageRoutes.recompute.href({ id: data.road.id })} label="Neu berechnen">
        <HiddenField name="version" value={String(found.version)} />
        <Submit variant="secondary" size="x-small">
          Neu berechnen
        </Submit>
        <p class="lw-small lw-muted">Ersetzt die Auswahl. Was Sie selbst hinzugefügt haben, bleibt.</p>
      </Form>
    )}
  </section>
)

/** Offers that are not in it, each with its reason. */
export const NotIncluded = ({ data, found, leftOut }: Props & { leftOut: readonly LeftOut[] }) =>
  leftOut.length === 0 || found.state === 'decided' ? null : (
    <section class="lw-stack lw-stack--s" aria-labelledby="nicht">
      <Heading level={2} size="small" id="nicht">
        Nicht im Paket
      </Heading>
      <ul class="lw-stack lw-stack--s">
        {leftOut.map(({ offerId, title, priceCents, reason, available }) => (
          <li>
            <strong>{title}</strong>, {euro(priceCents)}
            <br />
            <span class="lw-small lw-muted">{reason}</span>
            {found.state === 'draft' && data.drafts && available && (
              <Form
                action={packageRoutes.addOffer.href({ id: data.road.id })}
                layout="row"
                label={`${title} hinzufügen`}
              >
                <HiddenField name="version" value={String(found.version)} />
                <HiddenField name="offerId" value={offerId} />
                <Submit variant="secondary" size="x-small">
                  Hinzufügen
                </Submit>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
