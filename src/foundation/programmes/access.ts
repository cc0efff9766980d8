import { type Outcome, refuse } from '#kernel/outcome.ts'
import { type Actor, hasRole } from '#platform/http/context.ts'
import type { Enrollment } from './enrollment.ts'
import { partyInWords, type StepDefinition } from './programme.ts'

/** Who speaks for a municipality towards a programme. */
export const takesPart = [
  'chiefExecutive',
  'securityOfficer',
  'navigator',
  'officeHead',
  'organizationAdmin',
  'itStaff',
] as const

const isOwn = (actor: Actor, { organizationId }: Pick<Enrollment, 'organizationId'>): boolean =>
  actor.actingFor?.id === organizationId

export const may = {
  add: (actor: Actor): Outcome<true> =>
    hasRole(actor, 'programmeManager') || refuse('Programme legt nur die Programmleitung des Verbunds an.'),

  /** `isLed` comes with the programme: named for it, or nobody is. */
  lead: ({ isLed }: { isLed: boolean }): Outcome<true> =>
    isLed || refuse('Das kann nur, wer dieses Programm leitet. Wer das ist, steht auf der Seite des Programms.'),

  /** Those who lead the programme enroll everybody; a municipality itself, while the programme takes interest. */
  enroll: (
    actor: Actor,
    organizationId: string,
    { isLed, takesInterest }: { isLed: boolean; takesInterest: boolean },
  ): Outcome<true> =>
    isLed ||
    (takesInterest && isOwn(actor, { organizationId }) && hasRole(actor, ...takesPart)) ||
    refuse('Anmelden können wer das Programm leitet und, solange es Interessierte aufnimmt, die Kommune selbst.'),

  /** Contact log, outreach, report: whoever leads the programme or guides in it. */
  work: ({ isSeen }: { isSeen: boolean }): Outcome<true> =>
    isSeen || refuse('Das sehen nur, wer dieses Programm im Verbund leitet oder betreut.'),

  removeEntry: (actor: Actor, { writtenBy }: { writtenBy: string }): Outcome<true> =>
    writtenBy === actor.personId || refuse('Einen Eintrag entfernt nur, wer ihn geschrieben hat.'),

  /** Ending and taking up again: the head of the municipality, or who leads the programme. */
  end: (actor: Actor, enrollment: Enrollment): Outcome<true> =>
    enrollment.isLed ||
    (isOwn(actor, enrollment) && hasRole(actor, 'chiefExecutive')) ||
    refuse('Die Teilnahme beenden oder wieder aufnehmen können die Verwaltungsleitung und wer das Programm leitet.'),

  name: (actor: Actor, enrollment: Enrollment): Outcome<true> =>
    (isOwn(actor, enrollment) && hasRole(actor, 'chiefExecutive')) ||
    refuse('Wen die Kommune benennt, entscheidet ihre Verwaltungsleitung.'),

  /** Who was named sees the own organization, and who works in the programme. */
  seeNamed: (actor: Actor, enrollment: Enrollment): Outcome<true> =>
    enrollment.isSeen ||
    isOwn(actor, enrollment) ||
    refuse('Wen eine Kommune benannt hat, sehen sie selbst und der Verbund.'),

  /** Each party its own steps, and those in which it is waited for; what a signature or an admission settles is not simply said. */
  setStep: (
    actor: Actor,
    enrollment: Enrollment,
    step: StepDefinition & { waitingFor?: string | null },
  ): Outcome<true> => {
    if (enrollment.isLed) return true
    const isTheirs = (party: string) => step.acts === party || step.waitingFor === party
    const sets =
      !step.byDeed &&
      ((isOwn(actor, enrollment) && hasRole(actor, ...takesPart) && isTheirs('organization')) ||
        (hasRole(actor, 'assessor') && !isOwn(actor, enrollment) && isTheirs('contractor')))
    return (
      sets ||
      refuse(
        step.byDeed
          ? `„${step.title}“ wird nicht von Hand gesetzt: Das ergibt sich aus der Unterschrift oder Entscheidung selbst.`
          : `„${step.title}“ setzt ${partyInWords(step.acts)} oder wer das Programm leitet.`,
      )
    )
  },
}
