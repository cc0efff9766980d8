import { auditRoutes, mayReadAudit } from '#foundation/audit/index.ts'
import { catalogRoutes } from '#foundation/catalogs/index.ts'
import { consentRoutes, mayConsent } from '#foundation/consents/index.ts'
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
import { mayKeepMeasures, measureRoutes } from '#foundation/measures/index.ts'
import { mayTendMail, notificationRoutes } from '#foundation/notifications/index.ts'
import { mayTendPrivacy, privacyRoutes } from '#foundation/privacy/index.ts'
import { organizationRoutes } from '#foundation/organizations/index.ts'
import { programmeRoutes, takesPart } from '#foundation/programmes/index.ts'
import { eventRoutes, mayAttend } from '#domains/guidance/events/index.ts'
import { calendarRoutes } from '#domains/insights/calendar/index.ts'
import { searchRoutes } from '#domains/insights/search/index.ts'
import { appointmentRoutes, mayMeet } from '#domains/security/appointments/index.ts'
import { deliveryRoutes, maySupply } from '#domains/security/deliveries/index.ts'
import { announcementRoutes, assessmentRoutes, mayAnnounce, mayAssess } from '#domains/security/assessments/index.ts'
import { fundingRoutes, mayFund } from '#domains/security/funding/index.ts'
import { invoiceRoutes, mayBill } from '#domains/security/invoices/index.ts'
import { mayEditNews, newsRoutes } from '#domains/publishing/news/index.ts'
import { mayTendPages, pageRoutes } from '#domains/publishing/pages/index.ts'
import { cockpitRoutes, mayUseCockpit } from '#domains/insights/cockpit/index.ts'
import { maySeePictures, stateRoutes } from '#domains/insights/state-picture/index.ts'
import { portalRoutes } from '#domains/insights/portal/index.ts'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import type { Actor } from '#platform/http/context.ts'
import type { NavGroup, NavItem } from '#ui/frame/navigation.tsx'
import { homeRoutes } from './routes.ts'

/** An entry of the navigation; on the start page its note says what it is for. */
export interface Way extends NavItem {
  note: string
}

interface WayGroup extends NavGroup {
  label: string
  items: readonly Way[]
}

/** The ways through the portal: only what exists, and only what this person can use. */
export const navigationFor = (actor: Actor): NavGroup[] => [
  {
    items: [
      { label: 'Start', href: homeRoutes.home.path },
      { label: 'Aufgaben', href: portalRoutes.tasks.href() },
      { label: 'Postfach', href: notificationRoutes.inbox.href() },
      { label: 'Kalender', href: calendarRoutes.show.href() },
      { label: 'Suche', href: searchRoutes.search.href() },
    ],
  },
  ...waysFor(actor),
]

/** Grouped by what they are about: one's checks, one's organization, all together, the platform. */
export const waysFor = (actor: Actor): WayGroup[] =>
  [
    { label: 'Sicherheit', items: checking(actor) },
    { label: 'Digital-Lotsen', items: guidance(actor) },
    { label: 'Ihre Organisation', items: own(actor) },
    { label: 'Verbund', items: together(actor) },
    { label: 'Öffentlich', items: publishing(actor) },
    { label: 'Betrieb', items: platform(actor) },
  ].filter(({ items }) => items.length > 0)

const way = (allowed: Outcome<boolean>, label: string, href: string, note: string): Way[] =>
  allowed === false || isRefusal(allowed) ? [] : [{ label, href, note }]

const checking = (actor: Actor): Way[] => [
  ...way(mayAssess.see(actor), 'Prüfungen', assessmentRoutes.list.href(), 'Fragen beantworten, Stand ansehen'),
  ...way(mayKeepMeasures.seeList(actor), 'Maßnahmen', measureRoutes.list.href(), 'was ansteht, wer es tut, bis wann'),
  ...way(mayFund.haveBudget(actor), 'Budget', fundingRoutes.own.href(), 'was für Ihre Kommune ausgegeben wird'),
  ...way(mayMeet.travel(actor), 'Vor Ort', appointmentRoutes.travel.href(), 'Ihre Termine, Tag für Tag'),
]

const guidance = (actor: Actor): Way[] => [
  ...way(true, 'Kurse', eventRoutes.list.href(), 'was ansteht und wo Plätze frei sind'),
  ...way(
    mayAttend.takePart(actor),
    'Meine Anmeldungen',
    eventRoutes.own.href(),
    'wo Sie einen Platz haben oder warten',
  ),
  ...way(mayAttend.organize(actor), 'Kursverwaltung', eventRoutes.desk.href(), 'planen, Plätze vergeben, durchführen'),
]

/** Municipalities take part; assessors accompany those assigned to them. */
const takesPartHere = ({ actingFor, roles }: Actor): boolean =>
  roles.some((role) => role === 'assessor' || takesPart.some((one) => one === role)) &&
  actingFor?.kind !== 'cooperative'

const isCooperative = ({ actingFor }: Actor): boolean => actingFor?.kind === 'cooperative'

function own(actor: Actor): Way[] {
  if (!actor.actingFor) return []
  const organization = organizationRoutes.show.href({ id: actor.actingFor.id })
  return [
    ...way(takesPartHere(actor), 'Teilnahmen', programmeRoutes.own.href(), 'wo Sie in den Programmen stehen'),
    ...way(mayBill.seeOwn(actor), 'Rechnungen', invoiceRoutes.own.href(), 'einreichen und sehen, wie weit sie sind'),
    ...way(true, 'Angaben und Kontakte', organization, 'wer wofür angesprochen wird'),
    ...way(true, 'Personen', peopleRoutes.list.href(), 'wer welche Aufgaben hat'),
    ...(isCooperative(actor) ? [] : invitations(actor)),
    ...way(mayConsent.see(actor), 'Einwilligungen', consentRoutes.list.href(), 'was Sie erlauben, ohne zu müssen'),
    ...way(maySubstitute.name(actor), 'Vertretung', substitutionRoutes.list.href(), 'wer Sie vertritt'),
    ...way(
      mayAssign.seeReaders(actor),
      'Wer darf lesen',
      assignmentRoutes.readers.href(),
      'wer von außen Ihre Prüfung liest',
    ),
    ...way(
      mayReadAudit.read(actor).includes('organization'),
      'Protokoll',
      auditRoutes.protocol.href(),
      'wer was getan und gelesen hat',
    ),
  ]
}

const invitations = (actor: Actor): Way[] =>
  way(mayInvite.see(actor), 'Einladungen', invitationRoutes.list.href(), 'Personen einladen, offene Einladungen')

const together = (actor: Actor): Way[] => [
  ...way(maySupply.seeAll(actor), 'Aufträge', deliveryRoutes.contractorOrders.href(), 'was bestellt und geliefert ist'),
  ...(isCooperative(actor) ? invitations(actor) : []),
  ...way(mayUseCockpit.open(actor), 'Cockpit', cockpitRoutes.start.href(), 'wo alle Kommunen eines Programms stehen'),
  ...way(maySeePictures.see(actor), 'Landesbild', stateRoutes.latest.href(), 'wie sicher alle zusammen sind'),
  ...way(mayAssign.assign(actor), 'Zuweisungen', assignmentRoutes.list.href(), 'wer wo prüft, von wann bis wann'),
  ...way(true, 'Programme', programmeRoutes.list.href(), 'was der Verbund mit den Kommunen macht'),
  ...way(true, 'Kataloge', catalogRoutes.list.href(), 'womit geprüft wird'),
  ...way(mayAnnounce.announce(actor), 'Umstellungen', announcementRoutes.list.href(), 'neue Fassungen ankündigen'),
  ...way(true, 'Organisationen', organizationRoutes.list.href(), 'wer im Verbund mitmacht'),
]

const publishing = (actor: Actor): Way[] => [
  ...way(mayEditNews.edit(actor), 'Meldungen schreiben', newsRoutes.desk.href(), 'was alle lesen'),
  ...way(mayTendPages.word(actor), 'Öffentliche Seiten', pageRoutes.desk.href(), 'Impressum, Datenschutz, Programme'),
  ...way(mayTendPages.answer(actor), 'Gemeldete Barrieren', pageRoutes.reports.href(), 'bis wann wir antworten'),
]

const platform = (actor: Actor): Way[] => [
  ...way(mayTendMail.tendMail(actor), 'Postausgang', notificationRoutes.outbox.href(), 'Mails, Vorlagen, Briefkopf'),
  ...way(mayTendJobs.tend(actor), 'Aufträge', jobRoutes.list.href(), 'was im Hintergrund läuft'),
  ...way(
    mayReadAudit.read(actor).includes('platform'),
    'Protokoll',
    auditRoutes.protocol.href(),
    'was keine Organisation betrifft',
  ),
  ...way(mayTendPrivacy.tend(actor), 'Datenschutz', privacyRoutes.search.href(), 'Auskunft, Löschung, Fristen'),
]
