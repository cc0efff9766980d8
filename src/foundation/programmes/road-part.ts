import type { Context } from '#platform/http/context.ts'
import type { EnrollmentWithSteps } from './enrollment.ts'
import type { Programme } from './programme.ts'

/** What a module keeps for a road: declarations, dates, documents. Declared in the module, collected in src/app/portal-parts.ts, shown on the road's page. */
export interface RoadPart {
  /** Stable. */
  name: string
  /** Heading of its panel: "Termine". */
  title: string
  /** Keys of the steps it belongs to; empty: to the whole road. Programmes without these steps do not show it. */
  steps: readonly string[]
  /** Path of its page. */
  href(road: EnrollmentWithSteps): string
  /** What stands there now, in one or two German sentences; undefined where this actor may not see it. One query, under the actor's own rights. */
  tell(ctx: Context, road: EnrollmentWithSteps): Promise<string | undefined>
  /** A paper to take away, where there is one for this actor. */
  paper?(ctx: Context, road: EnrollmentWithSteps): { href: string; label: string } | undefined
}

/** Something that several municipalities lack, said of all of them: "haben noch keinen bestätigten Termin vor Ort". */
export interface Need {
  /** Stable, for the filter of the cockpit: `withoutAppointment`. */
  key: string
  /** The rest of the sentence after the number, for one and for many. */
  one: string
  many: string
  enrollmentIds: readonly string[]
}

/** A module's part of what is missing until the deadline; for those who lead a programme or guide in it. At most one query. */
export interface NeedSource {
  name: string
  list(ctx: Context, programme: Programme): Promise<readonly Need[]>
}
