import type { NeedSource, RoadPart } from '#foundation/programmes/index.ts'
import { slotInWords } from '../appointment.ts'
import { findNextDate, withoutVisit } from '../road-queries.ts'
import { appointmentRoutes } from '../routes.ts'

/** What the page of a road says about dates. */
export const appointmentsOfRoad: RoadPart = {
  name: 'appointments',
  title: 'Termine',
  steps: ['onSite', 'policyReview', 'spotChecks', 'kickoff'],
  href: ({ id }) => appointmentRoutes.list.href({ id }),
  async tell(ctx, { id }) {
    const { offered, returned, next, last } = await findNextDate(ctx, id)
    if (next) return `Nächster Termin: ${slotInWords(next)}, ${next.title}.`
    if (offered > 0)
      return `${offered === 1 ? 'Ein Termin wartet' : `${offered} Termine warten`} auf die Auswahl der Kommune.`
    if (returned > 0) return 'Die Kommune hat um andere Zeiten gebeten. Neue Vorschläge stehen aus.'
    return last ? `Letzter Termin: ${slotInWords(last)}, ${last.title}. Zurzeit steht keiner an.` : 'Noch kein Termin.'
  },
}

/** Which municipalities have no confirmed visit yet, though the step is not over. */
export const appointmentNeeds: NeedSource = {
  name: 'appointments',
  list: async (ctx, { id, steps }) => [
    {
      key: 'withoutAppointment',
      one: 'hat noch keinen bestätigten Termin vor Ort',
      many: 'haben noch keinen bestätigten Termin vor Ort',
      enrollmentIds: steps.some(({ key }) => key === 'onSite') ? await withoutVisit(ctx.db, id) : [],
    },
  ],
}
