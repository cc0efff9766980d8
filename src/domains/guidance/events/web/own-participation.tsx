import type { Temporal } from 'temporal-polyfill'
import type { Db } from '#platform/db/database.ts'
import { Panel } from '#ui/panel/panel.tsx'
import { type Tally, tally, tallyInWords } from '../attendance/attendance.ts'
import { listMarks } from '../attendance/queries.ts'
import { type Certificate, stateOf } from '../certificates/certificate.ts'
import { ownCertificates } from '../certificates/queries.ts'
import { CertificateTag } from '../certificates/web/own-certificates.tsx'
import type { Event } from '../event/event.ts'
import { isAskable } from '../feedback/feedback.ts'
import { hasGivenFeedback } from '../feedback/queries.ts'
import type { Registration } from '../places/registration.ts'
import { eventRoutes } from '../routes.ts'

/** What came of the reader's own seat since the course began. */
export interface Participation {
  tally: Tally
  certificate: Certificate | undefined
  /** May still say how it was. */
  isAsked: boolean
}

/** Undefined without a seat, and before the first date is over. */
export async function participationOf(
  { db, now }: { db: Db; now: Temporal.Instant },
  event: Event,
  own: Registration | undefined,
): Promise<Participation | undefined> {
  if (own?.state !== 'confirmed' || own.personId === null || !isAskable(event, now)) return undefined
  const marks = (await listMarks(db, event.id)).filter(({ registrationId }) => registrationId === own.id)
  const mine = (await ownCertificates(db, own.personId)).filter(({ registrationId }) => registrationId === own.id)
  return {
    tally: tally(event.dates, marks, { passPercent: event.passPercent, now }),
    certificate: mine.find((one) => stateOf(one) === 'valid') ?? mine[0],
    isAsked: !(await hasGivenFeedback(db, event.id)),
  }
}

export const OwnParticipation = ({ event, part }: { event: Event; part: Participation }) => {
  const { certificate, isAsked } = part
  return (
    <Panel id="teilnahme" title="Ihre Teilnahme">
      <div class="lw-stack">
        <p>{tallyInWords(part.tally)}.</p>
        {certificate ? (
          <p>
            Zertifikat{' '}
            <a class="lw-link" href={eventRoutes.certificate.href({ number: certificate.number })}>
              {certificate.number}
            </a>{' '}
            <CertificateTag certificate={certificate} />
            <br />
            <a class="lw-link" href={eventRoutes.certificateFile.href({ id: certificate.id })}>
              Zertifikat als PDF herunterladen
            </a>
          </p>
        ) : (
          <p>{withoutCertificate(event, part.tally)}</p>
        )}
        {isAsked && (
          <p>
            <a class="lw-link" href={eventRoutes.feedback.href({ id: event.id })}>
              Rückmeldung geben
            </a>
            , fünf Fragen ohne Namen
          </p>
        )}
        {!isAsked && <p class="lw-muted">Ihre Rückmeldung ist abgegeben.</p>}
      </div>
    </Panel>
  )
}

/** Why there is none, or not yet. */
function withoutCertificate({ passPercent }: Pick<Event, 'passPercent'>, { verdict }: Tally): string {
  if (passPercent === null) return 'Zu dieser Veranstaltung gibt es kein Zertifikat.'
  switch (verdict) {
    case 'passed':
      return 'Für das Zertifikat reicht es. Die Veranstalterin stellt es aus.'
    case 'failed':
      return `Ein Zertifikat gibt es nicht: Nötig sind mindestens ${passPercent}\u00a0% der Termine. Stimmt daran etwas nicht, wenden Sie sich bitte an die Veranstalterin.`
    default:
      return `Für das Zertifikat sind mindestens ${passPercent}\u00a0% der Termine nötig; es stehen noch welche aus.`
  }
}
