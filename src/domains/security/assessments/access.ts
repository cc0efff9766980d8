import { type Outcome, isRefusal, refuse } from '#kernel/outcome.ts'
import { type Actor, hasRole } from '#platform/http/context.ts'
import { type Assessment, stateOf, whileNotClosed } from './assessment.ts'

/** One of these roles answers for the own organization. */
export const answering = ['chiefExecutive', 'securityOfficer', 'itStaff']
const municipal = [...answering, 'dataProtectionOfficer', 'navigator', 'officeHead', 'organizationAdmin']
const notChecked: ReadonlySet<string> = new Set(['cooperative', 'contractor', 'ministry'])
const who = 'Verwaltungsleitung, Informationssicherheit und IT der eigenen Organisation'

/** Organizations of other kinds have no checks. */
export const isChecked = (kind: string): boolean => !notChecked.has(kind)

export const may = {
  /** Whether checks are shown at all: own staff (lists may be delegated to each of them) and assigned assessors. */
  see: (actor: Actor): boolean => hasRole(actor, ...municipal, 'assessor'),

  start: (actor: Actor, organizationId: string): Outcome<true> =>
    (hasRole(actor, ...answering) && actor.actingFor?.id === organizationId && isChecked(actor.actingFor.kind)) ||
    refuse(`Eine Prüfung beginnen können nur ${who}.`),

  /** The same, before a file is read: for whom one acts. */
  importAnswers: (actor: Actor): Outcome<true> => may.start(actor, actor.actingFor?.id ?? ''),

  /** Own staff everywhere, a delegate in the groups delegated (without `topKey`: in any of them). */
  answer(actor: Actor, assessment: Assessment, topKey?: string): Outcome<true> {
    const isOwn = actor.actingFor?.id === assessment.organizationId
    const parts = assessment.parts ?? []
    const isDelegate = isOwn && (topKey === undefined ? parts.length > 0 : parts.includes(topKey))
    return isDelegate || (isOwn && hasRole(actor, ...answering)) || refuse(`Antworten können nur ${who}.`)
  },

  /** The same, and nobody has signed yet. */
  change(actor: Actor, assessment: Assessment, topKey?: string): Outcome<true> {
    const allowed = may.answer(actor, assessment, topKey)
    return isRefusal(allowed) ? allowed : whileOpen(assessment)
  },

  /** Reports speak about the whole check; whoever answers a part of it sees that part on the pages. */
  seeWhole: ({ parts }: Assessment): Outcome<true> =>
    parts === null ||
    refuse(
      'Berichte und Dateien über die ganze Prüfung sehen Verwaltungsleitung, Informationssicherheit, IT und Datenschutz. Ihnen sind einzelne Listen übertragen.',
    ),

  /** Answers from a table are given in many lists at once. */
  answerWhole(actor: Actor, assessment: Assessment): Outcome<true> {
    const whole = may.seeWhole(assessment)
    return isRefusal(whole) ? whole : may.answer(actor, assessment)
  },

  /** Reading what belongs to somebody else is noted before the page is sent. */
  isVisitor: (actor: Actor, { organizationId }: Assessment): boolean => actor.actingFor?.id !== organizationId,
}

/** Answers, notes and evidence change only while nobody has signed, and nobody has moved the check. */
export function whileOpen(assessment: Assessment): Outcome<true> {
  const here = whileNotClosed(assessment)
  if (isRefusal(here)) return here
  switch (stateOf(assessment)) {
    case 'open':
      return true
    case 'inReview':
      return refuse(
        'Eine Seite hat die Prüfung schon unterschrieben. Antworten ruhen, bis beide unterschrieben haben oder die Unterschrift zurückgenommen ist.',
      )
    case 'signedOff':
      return refuse(
        'Die Prüfung ist abgenommen und bleibt, wie sie ist. Ändern lässt sie sich erst, wenn beide Seiten sie wieder öffnen.',
      )
  }
}
