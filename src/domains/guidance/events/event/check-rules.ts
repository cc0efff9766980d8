import { Temporal } from 'temporal-polyfill'
import { type FieldError, type Outcome, refuse } from '#kernel/outcome.ts'
import { findProgramme } from '#foundation/programmes/index.ts'
import type { Context } from '#platform/http/context.ts'
import type { EventInput } from '../schemas.ts'
import type { Event, EventDate } from './event.ts'
import { findEvent } from './queries.ts'

type Rules = Omit<EventInput, 'dates'>

interface Times {
  dates: readonly EventDate[]
  span: Pick<Event, 'beginsAt'>
  /** Of the event itself, where it is there already. */
  id?: string | undefined
}

/** What belongs together in an event, beyond the shape of each field. */
export async function checkRules(ctx: Context, rules: Rules, times: Times): Promise<Outcome<true>> {
  const errors = [...rulesOnPaper(rules, times), ...(await namesSomethingUnknown(ctx, rules, times.id))]
  return (
    errors.length === 0 || refuse('Die Veranstaltung ist noch nicht gespeichert. Bitte ändern Sie Angaben.', errors)
  )
}

function rulesOnPaper(rules: Rules, { dates, span: { beginsAt } }: Times): FieldError[] {
  const { opensAt, closesAt } = rules
  return [
    ...(rules.published && dates.length === 0 ? [at('dates', 'Veröffentlicht wird mit mindestens einem Termin.')] : []),
    ...(rules.perOrganization !== null && rules.populationQuota !== null
      ? [at('populationQuota', 'Entweder feste Plätze je Organisation oder nach Einwohnerzahl.')]
      : []),
    ...(rules.needsDeclaration && rules.programmeId === null
      ? [at('programmeId', 'Für welches Programm muss die Erklärung vorliegen?')]
      : []),
    ...(rules.kind === 'kickoff' && rules.programmeId === null
      ? [at('programmeId', 'Zu welchem Programm gehört der Auftakt?')]
      : []),
    ...(opensAt !== null && closesAt !== null && Temporal.Instant.compare(moment(opensAt), moment(closesAt)) >= 0
      ? [at('closesAt', 'Der Anmeldeschluss liegt nach dem Beginn der Anmeldung.')]
      : []),
    ...(closesAt !== null && beginsAt !== null && Temporal.Instant.compare(moment(closesAt), beginsAt) > 0
      ? [at('closesAt', 'Der Anmeldeschluss liegt vor dem Beginn.')]
      : []),
  ]
}

async function namesSomethingUnknown(ctx: Context, rules: Rules, id: string | undefined): Promise<FieldError[]> {
  const { prerequisiteId, programmeId } = rules
  const prerequisite = prerequisiteId === null ? undefined : await findEvent(ctx.db, prerequisiteId)
  const programme = programmeId === null ? undefined : await findProgramme(ctx.db, programmeId)
  return [
    ...(prerequisiteId !== null && !prerequisite ? [at('prerequisiteId', 'Diesen Kurs gibt es nicht.')] : []),
    ...(prerequisiteId !== null && prerequisiteId === id
      ? [at('prerequisiteId', 'Ein Kurs setzt sich nicht selbst voraus.')]
      : []),
    ...(programmeId !== null && !programme ? [at('programmeId', 'Dieses Programm gibt es nicht.')] : []),
  ]
}

const moment = (text: string): Temporal.Instant => Temporal.Instant.from(text)

const at = (path: string, message: string): FieldError => ({ path, message })
