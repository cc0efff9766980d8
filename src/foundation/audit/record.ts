import { type RawBuilder, sql } from 'kysely'
import { newId } from '#platform/crypto/random.ts'
import type { Db } from '#platform/db/database.ts'
import type { Note } from '#platform/http/answer.ts'
import type { Actor, Context } from '#platform/http/context.ts'

/** `noun.deed`, in the past tense. Stable: evaluations and later modules rely on them. */
export type AuditEvent =
  | 'event.added'
  | 'event.published'
  | 'event.changed'
  | 'event.capacityChanged'
  | 'event.cancelled'
  | 'event.dateCancelled'
  | 'event.removed'
  | 'registration.made'
  | 'registration.cancelled'
  | 'registration.approved'
  | 'registration.rejected'
  | 'registration.substituted'
  | 'registrations.transferred'
  | 'seatOffer.accepted'
  | 'seatOffer.declined'
  | 'event.attendanceRecorded'
  | 'event.checkInOpened'
  | 'certificate.issued'
  | 'certificate.replaced'
  | 'certificate.revoked'
  | 'event.mailed'
  | 'event.invitationMade'
  | 'event.invitationRevoked'
  | 'event.materialAdded'
  | 'event.materialRemoved'
  | 'administrator.created'
  | 'token.issued'
  | 'token.revoked'
  | 'session.opened'
  | 'sessions.ended'
  | 'invitation.sent'
  | 'invitation.resent'
  | 'invitation.revoked'
  | 'invitation.accepted'
  | 'password.resetAsked'
  | 'password.reset'
  | 'password.changed'
  | 'email.changeAsked'
  | 'email.changed'
  | 'secondFactor.enabled'
  | 'secondFactor.disabled'
  | 'recoveryCode.used'
  | 'recoveryCodes.renewed'
  | 'role.granted'
  | 'role.ended'
  | 'substitution.named'
  | 'substitution.ended'
  | 'assignment.made'
  | 'assignment.ended'
  | 'assignment.objected'
  | 'person.left'
  | 'replacement.proposed'
  | 'replacement.confirmed'
  | 'replacement.objected'
  | 'replacement.withdrawn'
  | 'replacement.lapsed'
  | 'replacement.effected'
  | 'organization.added'
  | 'organization.changed'
  | 'organization.renamed'
  | 'contact.changed'
  | 'contact.removed'
  | 'succession.recorded'
  | 'succession.withdrawn'
  | 'organizations.imported'
  | 'catalog.imported'
  | 'mappingCollection.imported'
  | 'map.imported'
  | 'assessment.started'
  | 'assessment.migrated'
  | 'assessment.migrationUndone'
  | 'assessment.read'
  | 'migrationAnnouncement.made'
  | 'migrationAnnouncement.withdrawn'
  | 'answer.given'
  | 'answer.reviewed'
  | 'answer.remarked'
  | 'assessment.signatureWithdrawn'
  | 'reopening.asked'
  | 'reopening.agreed'
  | 'reopening.declined'
  | 'signature.given'
  | 'calendarFeed.added'
  | 'calendarFeed.ended'
  | 'delegation.made'
  | 'delegation.ended'
  | 'evidence.added'
  | 'evidence.removed'
  | 'comment.written'
  | 'comment.removed'
  | 'answers.setAside'
  | 'answers.confirmed'
  | 'answers.undone'
  | 'answers.carriedOver'
  | 'proposal.declined'
  | 'proposal.resumed'
  | 'person.exported'
  | 'person.erased'
  | 'maintenance.began'
  | 'maintenance.ended'
  | 'file.stored'
  | 'file.removed'
  | 'file.infected'
  | 'file.read'
  | 'job.retried'
  | 'job.discarded'
  | 'mail.sentAgain'
  | 'mailTemplate.changed'
  | 'mailTemplate.reset'
  | 'mailLetterhead.changed'
  | 'mailLetterhead.reset'
  | 'news.drafted'
  | 'news.changed'
  | 'news.published'
  | 'news.withdrawn'
  | 'page.changed'
  | 'barrier.reported'
  | 'barrier.answered'
  | 'programme.added'
  | 'programme.changed'
  | 'programme.roadChanged'
  | 'programme.documentsChanged'
  | 'programme.stageSet'
  | 'programme.stageReleased'
  | 'programme.staffNamed'
  | 'programme.staffEnded'
  | 'enrollment.began'
  | 'enrollment.stepSet'
  | 'enrollment.loaded'
  | 'enrollment.withdrawn'
  | 'enrollment.reentered'
  | 'contactEntry.written'
  | 'contactEntry.removed'
  | 'campaign.begun'
  | 'campaign.closed'
  | 'navigator.named'
  | 'navigator.replaced'
  | 'interest.declared'
  | 'interest.taken'
  | 'interest.declined'
  | 'declaration.given'
  | 'declaration.withdrawn'
  | 'admission.decided'
  | 'agreement.given'
  | 'agreement.ownerAgreed'
  | 'agreement.revoked'
  | 'consent.given'
  | 'consent.revoked'
  | 'appointment.proposed'
  | 'appointment.confirmed'
  | 'appointment.declined'
  | 'appointment.changed'
  | 'appointment.cancelled'
  | 'appointment.held'
  | 'appointment.broughtIn'
  | 'kickoff.planned'
  | 'kickoff.attendanceRecorded'
  | 'participation.read'
  | 'document.received'
  | 'document.broughtIn'
  | 'document.stateSet'
  | 'document.fileWithdrawn'
  | 'finding.written'
  | 'finding.withdrawn'
  | 'spotCheck.written'
  | 'spotCheck.corrected'
  | 'spotCheck.commented'
  | 'spotChecks.closed'
  | 'report.delivered'
  | 'report.changesAsked'
  | 'report.accepted'
  | 'report.commented'
  | 'report.commentSettled'
  | 'enrollment.guideAssigned'
  | 'cockpit.messageSent'
  | 'statePicture.ordered'
  | 'statePicture.planChanged'
  | 'statePicture.released'
  | 'programme.broughtIn'
  | 'invoice.received'
  | 'invoice.matched'
  | 'invoice.disputed'
  | 'invoice.resolved'
  | 'invoice.rejected'
  | 'invoice.approved'
  | 'invoice.paymentReleased'
  | 'funding.booked'
  | 'order.placed'
  | 'order.commissioned'
  | 'order.withdrawn'
  | 'order.changed'
  | 'measure.read'
  | 'measure.added'
  | 'measure.changed'
  | 'measure.moved'
  | 'measure.proofAdded'
  | 'measure.proofWithdrawn'
  | 'measure.checked'
  | 'measureTemplate.released'
  | 'measureTemplate.withdrawn'
  | 'proof.begun'
  | 'proof.narrativeSaved'
  | 'proof.termsChanged'
  | 'proof.frozen'
  | 'yearEnd.reminded'
  | 'delivery.reported'
  | 'delivery.withdrawn'
  | 'acceptance.prepared'
  | 'acceptance.signed'
  | 'acceptance.refused'
  | 'acceptance.countersigned'
  | 'acceptance.sentBack'
  | 'acceptance.withdrawn'
  | 'acceptance.reservationFixed'
  | 'package.read'
  | 'package.drafted'
  | 'package.saved'
  | 'package.submitted'
  | 'package.returned'
  | 'package.decided'
  | 'offer.added'
  | 'offer.changed'
  | 'offer.ended'

interface Entry {
  /** Whose row it is about; null for the platform itself. */
  organizationId: string | null
  /** What it is about. A person's id is kept apart and can be erased. */
  subjectId: string | null
  /** Small facts without personal data or answers. */
  data?: Record<string, string | number | boolean | null>
  /**
   * Roles of which the deed needed one, none for what everybody may: so the entry says "in Vertretung von" only where the own
   * roles did not suffice. Not given, it says so whenever a substitution gives a role that is not held as well.
   */
  needs?: readonly string[]
}

/** The call that notes a deed, for a statement that does more: where hundreds come at once, a round trip counts. */
export const entryOf = (
  now: Context['now'],
  event: AuditEvent,
  { organizationId, subjectId, data = {}, needs }: Entry,
): RawBuilder<null> =>
  sql`audit.record_audit(${newId()}::uuid, ${now.toString()}::timestamptz, ${organizationId}::uuid,
    ${event}, ${subjectId}, ${JSON.stringify(data)}::jsonb, ${needs ? [...needs] : null}::text[])`

/** Notes a deed in its own transaction; person and acting-for come from the transaction's settings. */
export async function record(
  { db, now }: Pick<Context<Actor | null>, 'db' | 'now'>,
  event: AuditEvent,
  entry: Entry,
): Promise<void> {
  await sql`select ${entryOf(now, event, entry)}`.execute(db)
}

/** Several deeds of one kind by one statement: an import is as many deeds as it has rows. */
export async function recordEach(
  { db, now }: Pick<Context<Actor | null>, 'db' | 'now'>,
  event: AuditEvent,
  entries: readonly Entry[],
): Promise<void> {
  if (entries.length === 0) return
  const rows = entries.map((entry) => ({ data: {}, ...entry, id: newId() }))
  await sql`select audit.record_audit(e.id, ${now.toString()}::timestamptz, e."organizationId", ${event}, e."subjectId", e.data, e.needs)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as e(id uuid, "organizationId" uuid, "subjectId" text, data jsonb, needs text[])`.execute(db)
}

/** A note about reading, with what was read. */
interface ReadNote extends Note {
  read: { now: Context['now']; event: AuditEvent; shown: readonly Entry[] }
}

/** A note to be written before the page is sent: no note, no page. One statement, however many things the page shows. */
export const recordRead = (now: Context['now'], event: AuditEvent, shown: Entry | readonly Entry[]): ReadNote => ({
  kind: 'gate',
  read: { now, event, shown: [shown].flat() },
  write: (db: Db) => {
    const rows = [shown].flat().map(({ organizationId, subjectId }) => ({ id: newId(), organizationId, subjectId }))
    return sql`select audit.record_audit(e.id, ${now.toString()}::timestamptz, e."organizationId", ${event}, e."subjectId", '{}')
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as e(id uuid, "organizationId" uuid, "subjectId" text)`.execute(
      db,
    )
  },
})

/** A page made of parts tells of each thing once, though several parts show it. Other notes stay as they are. */
export function joinReads(notes: readonly Note[]): Note[] {
  const reads = notes.flatMap((note) => ('read' in note ? [(note as ReadNote).read] : []))
  const others = notes.filter((note) => !('read' in note))
  const joined = [...Map.groupBy(reads, ({ event }) => event)].flatMap(([event, [first, ...more]]) => {
    if (!first) return []
    const shown = new Map(
      [first, ...more]
        .flatMap((read) => read.shown)
        .map((entry) => [`${entry.organizationId} ${entry.subjectId}`, entry]),
    )
    return [recordRead(first.now, event, [...shown.values()])]
  })
  return [...joined, ...others]
}
