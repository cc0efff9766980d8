import { auditRoutes, mayReadAudit } from '#foundation/audit/index.ts'
import { catalogRoutes } from '#foundation/catalogs/index.ts'
import {
  assignmentRoutes,
  invitationRoutes,
  mayAssign,
  mayInvite,
  maySubstitute,
  peopleRoutes,
  substitutionRoutes,
} from '#foundation/identity/index.ts'
import { jobRoutes, mayTendJobs } from '#foundation/jobs/index.ts'
import { mayTendMail, notificationRoutes } from '#foundation/notifications/index.ts'
import { mayTendPrivacy, privacyRoutes } from '#foundation/privacy/index.ts'
import { organizationRoutes } from '#foundation/organizations/index.ts'
import { assessmentRoutes, mayAssess } from '#domains/security/assessments/index.ts'
import { isRefusal } from '#kernel/outcome.ts'
import type { Actor } from '#platform/http/context.ts'
import type { NavGroup } from '#ui/frame/navigation.tsx'
import { homeRoutes } from './routes.ts'

/** The ways through the portal: only what exists, and only what this person can use. */
export function navigationFor(actor: Actor): NavGroup[] {
  return [
    { items: [{ label: 'Start', href: homeRoutes.home.path }] },
    ...(mayAssess.see(actor)
      ? [{ label: 'Sicherheit', items: [{ label: 'Prüfungen', href: assessmentRoutes.list.href() }] }]
      : []),
    ...groupOf('Ihre Organisation', [
      ...(actor.actingFor
        ? [
            { label: 'Angaben und Kontakte', href: organizationRoutes.show.href({ id: actor.actingFor.id }) },
            { label: 'Personen', href: peopleRoutes.list.href() },
          ]
        : []),
      ...(isRefusal(mayInvite.see(actor)) ? [] : [{ label: 'Einladungen', href: invitationRoutes.list.href() }]),
      ...(isRefusal(maySubstitute.name(actor)) ? [] : [{ label: 'Vertretung', href: substitutionRoutes.list.href() }]),
      ...(isRefusal(mayAssign.seeReaders(actor))
        ? []
        : [{ label: 'Wer darf lesen', href: assignmentRoutes.readers.href() }]),
      ...(isRefusal(mayAssign.assign(actor)) ? [] : [{ label: 'Zuweisungen', href: assignmentRoutes.list.href() }]),
    ]),
    {
      label: 'Verbund',
      items: [
        { label: 'Kataloge', href: catalogRoutes.list.href() },
        { label: 'Organisationen', href: organizationRoutes.list.href() },
        ...(mayReadAudit.read(actor).length > 1 ? [{ label: 'Protokoll', href: auditRoutes.protocol.href() }] : []),
      ],
    },
    ...groupOf('Betrieb', [
      ...(isRefusal(mayTendMail.tendMail(actor))
        ? []
        : [{ label: 'Postausgang', href: notificationRoutes.outbox.href() }]),
      ...(isRefusal(mayTendJobs.tend(actor)) ? [] : [{ label: 'Aufträge', href: jobRoutes.list.href() }]),
      ...(isRefusal(mayTendPrivacy.tend(actor)) ? [] : [{ label: 'Datenschutz', href: privacyRoutes.search.href() }]),
    ]),
  ]
}

const groupOf = (label: string, items: NavGroup['items']): NavGroup[] => (items.length > 0 ? [{ label, items }] : [])
